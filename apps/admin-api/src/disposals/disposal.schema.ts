import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const civilDate = z.string().meta({ format: 'date' });

const disposable = named(
  'Disposable',
  z.object({
    workflow: z.string(),
    definition: z.string(),
    year: z.int().nullable(),
    startedOn: civilDate,
    endedOn: civilDate,
    matterEndedOn: civilDate.describe('Last day of the whole matter, from which the retention counts.'),
    retentionYears: z.int(),
    disposableFrom: civilDate,
    records: z.int().describe('How many official documents it holds.'),
  }),
);

export const disposableList = named(
  'DisposableList',
  z.object({ items: z.array(disposable), next: z.string().nullable() }),
);

export const disposalBody = z.strictObject({
  workflows: z.array(z.string().min(1).max(300)).min(1).max(200).describe('Ids of the workflows to dispose of.'),
  reason: z.string().trim().min(3).max(500).describe('Why; it goes into the log.'),
  dryRun: z.boolean().default(true).describe('Says only what would happen. Disposal takes `false`.'),
});

export const disposalOutcomes = [
  'disposed',
  'disposable',
  'unknown',
  'open',
  'permanent',
  'too-early',
  'unsealed',
] as const;

export const disposalResult = named(
  'DisposalResult',
  z.object({
    dryRun: z.boolean(),
    items: z.array(
      z.object({
        workflow: z.string(),
        outcome: z
          .enum(disposalOutcomes)
          .describe(
            '`disposable`: would be disposed of. `permanent`: holds a record that is kept for ever. `too-early`: its retention is not over. `unsealed`: try again in a moment.',
          ),
      }),
    ),
  }),
);
