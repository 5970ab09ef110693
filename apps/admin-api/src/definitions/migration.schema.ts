import { z } from 'zod';
import { named } from '../openapi/named-schemas';
import { text } from '../language/text';

const whyMissing = text(
  'Kerro, miksi työnkulut siirretään.',
  'Ange varför förloppen flyttas.',
  'Say why the workflows are moved.',
);

export const migrationBody = z
  .strictObject({
    from: z.int().min(1).describe('The version that the workflows have now.'),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .optional()
      .describe('Why they are moved, for the log; not needed for a dry run.'),
    workflows: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(1000)
      .optional()
      .describe('Ids of those to move; all running ones of the county when left out.'),
    dryRun: z.boolean().default(true).describe('`false` moves them; otherwise it is only said what would happen.'),
  })
  .refine(({ dryRun, reason }) => dryRun || reason !== undefined, { path: ['reason'], params: { text: whyMissing } });

export const migration = named(
  'Migration',
  z.object({
    definition: z.object({ name: z.string(), from: z.int(), to: z.int() }),
    dryRun: z.boolean(),
    results: z.array(
      z.object({
        workflow: z.string(),
        outcome: z
          .enum(['moves', 'moved', 'stays', 'not-found', 'stale'])
          .describe('`moves` in a dry run; `stale`: somebody took steps in it meanwhile, ask again.'),
        state: z.string().optional().describe('The state it then has, where it moves.'),
        code: z.string().optional().describe('Why it stays: `<workflow>/cannot-migrate`.'),
        detail: z.string().optional().describe('Why it stays, in words.'),
      }),
    ),
  }),
);
