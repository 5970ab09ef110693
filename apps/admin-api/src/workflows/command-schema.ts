import { dateWord, type Language, type Text } from '@app/domain';
import { sentenceStart } from '@app/mail';
import { z } from 'zod';
import type { JsonSchema } from '../openapi/named-schemas';

/**
 * The JSON Schema of a command's data in one language. The metadata of the form fields becomes standard annotations:
 * `label` a `title`, `help` a `description`, `options` a `oneOf` of constants with titles; `multiline` and `rows` (how many blank
 * rows of a list a form offers) go on as `x-multiline` and `x-rows`, `register` (an id of the register) as `x-register`.
 */
export function commandSchema(schema: z.ZodType, language: Language): JsonSchema {
  const before = written.get(schema) ?? {};
  const known = before[language];
  if (known) return known;
  const made = inLanguage(z.toJSONSchema(schema, { io: 'input' }), language) as JsonSchema;
  written.set(schema, { ...before, [language]: made });
  return made;
}

/** Writing one out takes longer than the command it is for. What is remembered is only ever sent. */
const written = new WeakMap<z.ZodType, Partial<Record<Language, JsonSchema>>>();

type Labelled = JsonSchema & {
  label?: unknown;
  help?: unknown;
  options?: unknown;
  multiline?: unknown;
  rows?: unknown;
  register?: unknown;
  enum?: string[];
};

function inLanguage(node: unknown, language: Language): unknown {
  if (Array.isArray(node)) return node.map((inner) => inLanguage(inner, language));
  if (typeof node !== 'object' || node === null) return node;
  const { label, help, options, multiline, rows, register, enum: values, ...rest } = node as Labelled;
  const inner = titled(
    Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inLanguage(value, language)])),
    language,
  );
  // A field may itself be called `label` or `rows`: only what our fields write is our metadata.
  const fields = Object.entries({
    label: isText(label) ? undefined : label,
    help: isText(help) ? undefined : help,
    options: values ? undefined : options,
    multiline: multiline === true ? undefined : multiline,
    rows: typeof rows === 'number' ? undefined : rows,
    register: register === true ? undefined : register,
  }).filter(([, value]) => value !== undefined);
  return {
    ...(isText(label) && { title: label[language] }),
    ...(isText(help) && { description: help[language] }),
    ...Object.fromEntries(fields.map(([name, value]) => [name, inLanguage(value, language)])),
    ...inner,
    ...(values && (isOptions(options) ? { oneOf: choices(values, options, language) } : { enum: values })),
    ...(multiline === true && { 'x-multiline': true }),
    ...(typeof rows === 'number' && { 'x-rows': rows }),
    ...(register === true && { 'x-register': true }),
  };
}

/** A date of the plan is called what the plan calls it; and what may be left empty is called as when it is filled in. */
function titled(node: JsonSchema, language: Language): JsonSchema {
  const { properties, anyOf } = node as { properties?: Record<string, JsonSchema>; anyOf?: JsonSchema[] };
  const [title] = (anyOf ?? []).flatMap((one) => (typeof one.title === 'string' ? [one.title] : []));
  const named = Object.entries(properties ?? {}).map(([name, field]) => {
    const isPlanDate = field.title === undefined && isPlanned(field);
    return [name, isPlanDate ? { title: sentenceStart(dateWord(name)[language]), ...field } : field];
  });
  return {
    ...(title !== undefined && { title }),
    ...node,
    ...(properties && { properties: Object.fromEntries(named) as Record<string, JsonSchema> }),
  };
}

function isPlanned({ properties }: JsonSchema): boolean {
  return typeof properties === 'object' && properties !== null && 'on' in properties && 'basis' in properties;
}

function isOptions(value: unknown): value is Record<string, Text> {
  return typeof value === 'object' && value !== null;
}

function choices(values: readonly string[], options: Record<string, Text>, language: Language): JsonSchema[] {
  return values.map((value) => ({ const: value, title: options[value]?.[language] ?? value }));
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'fi' in value && typeof value.fi === 'string';
}
