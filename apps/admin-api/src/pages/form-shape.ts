import type { Language } from '@app/domain';
import type { z } from 'zod';
import { commandSchema } from '../workflows/command-schema';

export type FieldKind = 'line' | 'text' | 'number' | 'date' | 'time' | 'link' | 'choice';

/** One field of a form. `path` leads to its place in the command's data. */
export type Field = {
  path: readonly string[];
  /** The path as one name, as the kernel's issues write it. */
  name: string;
  label: string;
  help: string | undefined;
  kind: FieldKind;
  required: boolean;
  maxLength: number | undefined;
  options: readonly { value: string; label: string }[];
  /** Whether it asks for an id of the register. */
  isOfRegister: boolean;
  /** The row of a list it stands in. */
  row?: { list: List; index: number };
  /** The part of the form that it stands in and that may be left out as a whole; `needed` says whether it may not be left out alone. */
  part?: { section: Section; needed: boolean };
};

/** A part of a form of which nothing or all that is needed is filled in. */
export type Section = Pick<Field, 'path' | 'name' | 'label' | 'help'>;

/** A list of rows, each with the same fields. */
export type List = Pick<Field, 'path' | 'name' | 'label' | 'help' | 'required'> & { rows: number };

/** The form of a command: its fields in order, the rows of lists among them, and the names of the groups they lie in. */
export type FormShape = {
  fields: readonly Field[];
  groups: readonly (readonly string[])[];
  lists: readonly List[];
};

/** The part of JSON Schema that forms can be made of. */
type Node = {
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  maxLength?: number;
  required?: string[];
  properties?: Record<string, Node>;
  items?: Node;
  oneOf?: { const: string; title: string }[];
  'x-multiline'?: boolean;
  'x-rows'?: number;
  'x-register'?: boolean;
};

const blankRows = 5;

/**
 * The form of a command's schema: objects become groups, lists rows, everything else fields. A list has as many rows as the form
 * offers blank ones, or as the data that is `given` fills. @throws Error for a schema that asks for anything else, because no form
 * can be made of it.
 */
export function formShape(schema: z.ZodType, language: Language, given?: unknown): FormShape {
  const shape = { fields: [], groups: [], lists: [], given };
  addNode(shape, commandSchema(schema, language), [], true);
  const { fields, groups, lists } = shape;
  return { fields, groups, lists };
}

const mostRows = 100;

/** The same with as many rows as were filled in. */
export function formShapeFor(schema: z.ZodType, language: Language, names: Iterable<string>): FormShape {
  const blank = formShape(schema, language);
  const written = [...names];
  const rowsOf = ({ name }: List) =>
    Math.max(0, ...written.flatMap((one) => (one.startsWith(`${name}.`) ? rowNumber(one.slice(name.length + 1)) : [])));
  const given = blank.lists.reduce<object>((all, list) => withRows(all, list.path, rowsOf(list)), {});
  return formShape(schema, language, given);
}

function rowNumber(place: string): number[] {
  const row = Number(/^(\d{1,3})\./.exec(place)?.[1] ?? '-1') + 1;
  return row > 0 && row <= mostRows ? [row] : [];
}

function withRows(given: object, [name = '', ...rest]: readonly string[], rows: number): object {
  const inside = valueAt(given, [name]) as object | undefined;
  return { ...given, [name]: rest.length === 0 ? new Array(rows) : withRows(inside ?? {}, rest, rows) };
}

/** Whether what a command says can have documents. */
export function takesDocuments(schema: z.ZodType): boolean {
  return (commandSchema(schema, 'en') as Node).properties?.documents !== undefined;
}

type Growing = { fields: Field[]; groups: string[][]; lists: List[]; given: unknown };

function addNode(shape: Growing, node: Node, path: readonly string[], required: boolean, part?: Field['part']): void {
  if (node.type === 'object' && node.properties) {
    // What may be left out is left out when nothing in it is filled in.
    if (path.length > 0 && required) shape.groups.push([...path]);
    const section = path.length > 0 && !required ? sectionOf(node, path) : undefined;
    for (const [name, inner] of Object.entries(node.properties)) {
      const needed = node.required?.includes(name) ?? false;
      addNode(shape, inner, [...path, name], required && needed, section && { section, needed });
    }
  } else if (node.type === 'array' && node.items?.properties) {
    addRows(shape, node, path, required);
  } else if (required || kindOf(node) !== undefined) {
    // What is optional and no form can ask for, as a list of words, is given over the API.
    shape.fields.push({ ...fieldOf(node, path, required), ...(part && { part }) });
  }
}

function sectionOf({ title, description }: Node, path: readonly string[]): Section {
  const name = path.join('.');
  return { path, name, label: title ?? name, help: description };
}

function addRows(shape: Growing, node: Node, path: readonly string[], required: boolean): void {
  const name = path.join('.');
  const given = valueAt(shape.given, path);
  const rows = Math.max(node['x-rows'] ?? blankRows, Array.isArray(given) ? given.length : 0);
  const list: List = { path, name, label: node.title ?? name, help: node.description, required, rows };
  shape.lists.push(list);
  for (let index = 0; index < rows; index += 1) {
    for (const [column, inner] of Object.entries(node.items?.properties ?? {})) {
      const needed = node.items?.required?.includes(column) ?? false;
      shape.fields.push({ ...fieldOf(inner, [...path, String(index), column], needed), row: { list, index } });
    }
  }
}

function fieldOf(node: Node, path: readonly string[], required: boolean): Field {
  const name = path.join('.');
  const kind = kindOf(node);
  if (kind === undefined) throw new Error(`No form can ask for ${name} (${node.type ?? 'no type'})`);
  return {
    path,
    name,
    label: node.title ?? name,
    help: node.description,
    kind,
    required,
    maxLength: node.maxLength,
    isOfRegister: node['x-register'] === true,
    options: (node.oneOf ?? []).map(({ const: value, title }) => ({ value, label: title })),
  };
}

function kindOf(node: Node): FieldKind | undefined {
  if (node.type === 'number') return 'number';
  if (node.type !== 'string') return undefined;
  if (node.oneOf) return 'choice';
  if (node['x-multiline']) return 'text';
  if (node.format === 'date') return 'date';
  if (node.format === 'time-of-day') return 'time';
  return node.format === 'uri' ? 'link' : 'line';
}

/** What stands at a place in data; undefined where there is nothing. */
export function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Record<string, unknown>)[name]
        : undefined,
    data,
  );
}
