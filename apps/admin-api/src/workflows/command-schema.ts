import type { Language, Text } from '@app/domain';
import { z } from 'zod';
import type { JsonSchema } from '../openapi/named-schemas';

/**
 * The JSON Schema of a command's data in one language. The metadata of the form fields becomes standard annotations:
 * `label` a `title`, `help` a `description`, `options` a `oneOf` of constants with titles; `multiline` and `rows` (how many blank
 * rows of a list a form offers) go on as `x-multiline` and `x-rows`.
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
  enum?: string[];
};

function inLanguage(node: unknown, language: Language): unknown {
  if (Array.isArray(node)) return node.map((inner) => inLanguage(inner, language));
  if (typeof node !== 'object' || node === null) return node;
  const { label, help, options, multiline, rows, enum: values, ...rest } = node as Labelled;
  const inner = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inLanguage(value, language)]));
  // A field may itself be called `label` or `rows`: only what our fields write is our metadata.
  const fields = Object.entries({
    label: isText(label) ? undefined : label,
    help: isText(help) ? undefined : help,
    options: values ? undefined : options,
    multiline: multiline === true ? undefined : multiline,
    rows: typeof rows === 'number' ? undefined : rows,
  }).filter(([, value]) => value !== undefined);
  return {
    ...(isText(label) && { title: label[language] }),
    ...(isText(help) && { description: help[language] }),
    ...Object.fromEntries(fields.map(([name, value]) => [name, inLanguage(value, language)])),
    ...inner,
    ...(values && (isOptions(options) ? { oneOf: choices(values, options, language) } : { enum: values })),
    ...(multiline === true && { 'x-multiline': true }),
    ...(typeof rows === 'number' && { 'x-rows': rows }),
  };
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
