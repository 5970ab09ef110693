import { notPermitted } from '../access/not-permitted';
import { z } from 'zod';
import { finding } from '../year-clocks/finding.schema';
import { closedQuery } from '../input/query.guard';
import { Problem, problemDetails } from '../problems/problem';
import { type ProblemKind, problemKinds } from '../problems/problem-kinds';
import type { JsonSchema } from './named-schemas';
import { named, schemaFor } from './named-schemas';
import { keepsAnswers } from '../repeats/repeats.decorator';
import type { Route } from './routes';

export const problemSchema = named(
  'Problem',
  z
    .object({
      type: z.string().describe('`urn:problem-type:vuosikello:<code>`'),
      title: z.string(),
      status: z.int(),
      code: z.string().describe('Stable. A workflow’s own refusals are `<workflow>/<reason>`.'),
      detail: z.string(),
      instance: z.string().describe('The path that was asked for.'),
      requestId: z
        .string()
        .optional()
        .describe('What the log of the server knows the request by; also in `X-Request-Id`.'),
      errors: z
        .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
        .optional()
        .describe('Each field that is unknown or will not do.'),
      findings: z.array(finding).optional().describe('What is wrong with a plan.'),
      allowed: z.array(z.string()).optional().describe('What would be allowed instead: commands or definitions.'),
    })
    .describe('Problem details (RFC 9457). `title`, `detail` and messages follow Accept-Language.'),
);

const answeredLater = new Set<ProblemKind>(['database-away', 'issuer-away', 'too-many-requests']);

/** The refusals of a route, by HTTP status, each code with an example. */
export function problemAnswers(route: Route): Record<string, JsonSchema> {
  const kinds = kindsOf(route);
  const statuses = [...new Set(kinds.map((kind) => problemKinds[kind].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      answer(
        route,
        kinds.filter((kind) => problemKinds[kind].status === status),
      ),
    ]),
  );
}

function answer(route: Route, kinds: readonly ProblemKind[]): JsonSchema {
  const examples = kinds.map((kind) => [kind, { value: problemDetails(exampleOf(kind), 'en', route.path) }]);
  return {
    description: kinds.map((kind) => problemKinds[kind].title.en).join(', or: '),
    ...(kinds.includes('unauthenticated') && {
      headers: { 'WWW-Authenticate': { schema: { type: 'string' }, description: 'How to authenticate.' } },
    }),
    ...(kinds.some((kind) => answeredLater.has(kind)) && {
      headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } },
    }),
    content: {
      'application/problem+json': {
        schema: schemaFor(problemSchema),
        examples: Object.fromEntries(examples) as object,
      },
    },
  };
}

function exampleOf(kind: ProblemKind): Problem {
  if (kind === 'step-refused') {
    const detail =
      'Answers are taken until Monday 17 August 2026. Still missing: 3. Compile them then, or when all have answered.';
    return new Problem(kind, {
      code: 'hyte-negotiation/too-early',
      detail: { fi: detail, sv: detail, en: detail },
      allowed: ['cancel'],
    });
  }
  if (kind === 'illegal-step' || kind === 'unknown-command')
    return new Problem(kind, { allowed: ['invite', 'fix-date', 'cancel'] });
  if (kind === 'not-permitted') return notPermitted('workflows:write', 'role');
  return new Problem(kind);
}

/** What a route can refuse: what it says itself, and what follows from its access, its query and its body. */
function kindsOf({ access, description, repeats, path, method }: Route): ProblemKind[] {
  const kinds = new Set<ProblemKind>(description?.problems);
  if (!path.startsWith('/health/')) kinds.add('too-many-requests');
  // An address that cannot be read, or a body that is not encoded as it says; also where none is asked for.
  kinds.add('malformed-request');
  if (path.includes('{')) kinds.add('unknown-id');
  if (closedQuery(access, description)) kinds.add('unknown-field');
  if (method !== 'get') {
    kinds.add('body-too-large');
    kinds.add('unsupported-media-type');
  }
  const add = (...more: ProblemKind[]) => more.forEach((kind) => kinds.add(kind));
  // What is public answers people and probes in its own way.
  if (access === 'public') return [...kinds];
  add(
    'unauthenticated',
    'not-permitted',
    'no-role',
    'county-required',
    'database-away',
    'issuer-away',
    'internal-error',
  );
  if (keepsAnswers(repeats)) add('invalid-header', 'idempotency-key-reused', 'request-unfinished', 'done-before');
  if (description?.query) add('invalid-data');
  if (description?.body) add('invalid-json', 'unknown-field');
  if (description?.body && !description.body.findsFaults) add('invalid-data');
  return [...kinds];
}
