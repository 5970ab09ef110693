import type { Language } from '@app/domain';
import type { z } from 'zod';
import { commandSchema } from '../workflows/command-schema';

export type FieldKind = 'line' | 'text' | 'date' | 'link' | 'choice';

/** One field of a form. `path` leads to its place in the command's data. */
export type Field = {
  path: readonly string[];
  /** The path as one name, as the kernel's issues write it. */
  name: string;
  label: string;
  kind: FieldKind;
  required: boolean;
  maxLength: number | undefined;
  options: readonly { value: string; label: string }[];
};

/** The form of a command: its fields in order, and the names of the groups they lie in. */
export type FormShape = { fields: readonly Field[]; groups: readonly (readonly string[])[] };

/** The part of JSON Schema that forms can be made of. */
type Node = {
  type?: string;
  title?: string;
  format?: string;
  maxLength?: number;
  required?: string[];
  properties?: Record<string, Node>;
  oneOf?: { const: string; title: string }[];
  'x-multiline'?: boolean;
};

/**
 * The form of a command's schema: objects become groups, texts become fields. @throws Error for a schema that needs anything
 * else, because no form can be made of it.
 */
export function formShape(schema: z.ZodType, language: Language): FormShape {
  const groups: string[][] = [];
  const fields = fieldsOf(commandSchema(schema, language), [], true, groups);
  return { fields, groups };
}

function fieldsOf(node: Node, path: readonly string[], required: boolean, groups: string[][]): Field[] {
  if (node.type === 'object' && node.properties) {
    if (path.length > 0) groups.push([...path]);
    return Object.entries(node.properties).flatMap(([name, inner]) =>
      fieldsOf(inner, [...path, name], node.required?.includes(name) ?? false, groups),
    );
  }
  // An optional list or number is given over the API; the page does not ask for it.
  if (node.type !== 'string' && !required) return [];
  if (node.type !== 'string') throw new Error(`No form can ask for ${path.join('.')} (${node.type ?? 'no type'})`);
  const name = path.join('.');
  return [
    {
      path,
      name,
      label: node.title ?? name,
      kind: kindOf(node),
      required,
      maxLength: node.maxLength,
      options: (node.oneOf ?? []).map(({ const: value, title }) => ({ value, label: title })),
    },
  ];
}

function kindOf(node: Node): FieldKind {
  if (node.oneOf) return 'choice';
  if (node['x-multiline']) return 'text';
  if (node.format === 'date') return 'date';
  return node.format === 'uri' ? 'link' : 'line';
}
