import { z } from 'zod';
import { named } from '../openapi/named-schemas';
import { problemSchema } from '../openapi/problem-answers';
import type { ProblemDetails } from '../problems/problem';
import { foreseen } from './foreseen.schema';
import { commandBody, startBody } from './step.schema';

/** How many commands a batch holds at most. */
export const mostItems = 500;

/** In `ifMatch`: whatever the item before, on the same workflow, has left. */
export const previous = 'previous';

const idempotencyKey = z
  .string()
  .regex(/^[\x20-\x7e]{1,200}$/)
  .optional()
  .describe(
    'As the header of a single request. Without one, the item’s place under the batch’s own key stands for it.',
  );

export const stepItem = z.strictObject({
  workflow: z.string().min(1).max(300).describe('Its id.'),
  ...commandBody.shape,
  ifMatch: z
    .string()
    .max(20)
    .optional()
    .describe(
      'The ETag that was read, with its quotation marks: `"7"`. `previous` names what the item before, on the same workflow, has left.',
    ),
  idempotencyKey,
});

export const startItem = z.strictObject({ ...startBody.shape, idempotencyKey });

/** What is described; each item is read by itself, so that one that will not do has its own answer. */
export const batchBody = z.strictObject({
  items: z
    .array(z.union([stepItem, startItem]))
    .min(1)
    .max(mostItems),
});
export const readBody = z.strictObject({ items: z.array(z.unknown()).min(1).max(mostItems) });

const batchResult = z.object({
  workflow: z.string().nullable().describe('The workflow that was named or started; null where none could be read.'),
  status: z.int().describe('The HTTP status that a single request would have had.'),
  etag: z
    .string()
    .optional()
    .describe('The version right after the step, in quotation marks; where it was stale, the present one.'),
  version: z.int().optional(),
  state: z.string().optional(),
  replayed: z.boolean().optional().describe('`true` when the command had been done before.'),
  problem: problemSchema.optional().describe('Why it was not done: what a single request would have been answered.'),
  would: foreseen.optional().describe('With `dryRun=true`: what would happen.'),
});

export const batchResults = named(
  'BatchResults',
  z.object({ results: z.array(batchResult).describe('One for each item, in the order of the items.') }),
);

export type BatchResult = Omit<z.infer<typeof batchResult>, 'problem'> & { problem?: ProblemDetails };
