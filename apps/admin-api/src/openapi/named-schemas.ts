import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** The shapes that the API's document names, so that a client's types get names too. */
const registry = z.registry<{ id: string }>();

/** Names a shape in the document. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  registry.add(schema, { id });
  return schema;
}

/** How the document speaks of a shape: by its name where it has one. */
export function schemaFor(schema: z.ZodType): JsonSchema {
  const name = registry.get(schema)?.id;
  return name === undefined ? plainSchema(schema) : { $ref: refTo(name) };
}

/** Every named shape, for the document's components. */
export function namedSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(registry, { uri: refTo, io: 'input', override: unbounded });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutDialect(schema)]));
}

/**
 * A shape written out: as it is sent (what has a default may be left out, and an answer may get more fields one day), or
 * as it is once it has been read.
 */
export function plainSchema(schema: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  return withoutDialect(z.toJSONSchema(schema, { io, override: unbounded }));
}

/** That a number is exact in every language is no bound worth showing: whoever makes up examples would take it. */
function unbounded({ jsonSchema }: { jsonSchema: { minimum?: number; maximum?: number } }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function refTo(name: string): string {
  return `#/components/schemas/${name}`;
}

/** OpenAPI 3.1 names the dialect once for the whole document. */
function withoutDialect({ $schema: _dialect, $id: _id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
