import type { Language, Text } from '@app/domain';
import { z } from 'zod';
import type { JsonSchema } from '../openapi/named-schemas';

/**
 * The JSON Schema of a command's data in one language. The metadata of the form fields becomes standard annotations:
 * `label` a `title`, `options` a `oneOf` of constants with titles; `multiline` goes on as `x-multiline`.
 */
export function commandSchema(schema: z.ZodType, language: Language): JsonSchema {
  return inLanguage(z.toJSONSchema(schema, { io: 'input' }), language) as JsonSchema;
}

type Labelled = JsonSchema & { label?: unknown; options?: Record<string, Text>; multiline?: boolean; enum?: string[] };

function inLanguage(node: unknown, language: Language): unknown {
  if (Array.isArray(node)) return node.map((inner) => inLanguage(inner, language));
  if (typeof node !== 'object' || node === null) return node;
  const { label, options, multiline, enum: values, ...rest } = node as Labelled;
  const inner = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inLanguage(value, language)]));
  return {
    // A field may itself be called `label` or `options`: only texts in three languages are our metadata.
    ...(isText(label) ? { title: label[language] } : label !== undefined && { label: inLanguage(label, language) }),
    ...inner,
    ...(values && (options ? { oneOf: choices(values, options, language) } : { enum: values })),
    ...(multiline && { 'x-multiline': true }),
  };
}

function choices(values: readonly string[], options: Record<string, Text>, language: Language): JsonSchema[] {
  return values.map((value) => ({ const: value, title: options[value]?.[language] ?? value }));
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'fi' in value && typeof value.fi === 'string';
}
