import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from './values';

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema };
type Content = Record<
  string,
  { schema?: Schema; example?: unknown; examples?: Record<string, { value: { code: string } }> }
>;
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
  security: Record<string, string[]>[];
};

/** A route as the OpenAPI document has it. */
export type FuzzedRoute = {
  /** `post /v1/workflows/{id}/commands` */
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** By media type; a file has no schema. The example is the document's own. */
  bodies: [mediaType: string, schema: Schema | undefined, example: unknown][];
  /** Whether a key is asked for. */
  closed: boolean;
  /** The codes of refusals that the document lists, by status. */
  refusals: Map<number, Set<string>>;
  statuses: Set<number>;
};

/** The committed OpenAPI document. */
export function committedDocument(): {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
} {
  for (let folder = __dirname; ; folder = join(folder, '..')) {
    try {
      return JSON.parse(readFileSync(join(folder, 'docs', 'openapi.json'), 'utf8')) as ReturnType<
        typeof committedDocument
      >;
    } catch (error) {
      if (folder === join(folder, '..')) throw error;
    }
  }
}

/** Every route of the document. */
export function documentedRoutes({ paths }: ReturnType<typeof committedDocument>): FuzzedRoute[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses, security }]) => {
      const refusals = Object.entries(responses).flatMap(([status, { content }]) => {
        const codes = Object.keys(content?.['application/problem+json']?.examples ?? {});
        return codes.length > 0 ? [[Number(status), new Set(codes)] as const] : [];
      });
      return {
        name: `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters,
        bodies: Object.entries(requestBody?.content ?? {}).map(
          ([type, { schema, example }]): FuzzedRoute['bodies'][number] => [type, schema, example],
        ),
        closed: security.length > 0,
        refusals: new Map(refusals),
        statuses: new Set(Object.keys(responses).map(Number)),
      };
    }),
  );
}
