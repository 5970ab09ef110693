import { publicityClasses, recordKinds } from '@app/workflows';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const civilDate = z.string().meta({ format: 'date' });

const recordFields = {
  id: z.string().describe('`r1`, `r2` … within the workflow.'),
  kind: z.enum(recordKinds),
  fact: z.string().describe('The event by which it came.'),
  seq: z.int().describe('Number of that event in the workflow’s stream.'),
  registeredAt: z.string().meta({ format: 'date-time' }).describe('When it was entered in the register.'),
  caseNumber: z.string().nullable(),
  publicity: z
    .enum(publicityClasses)
    .nullable()
    .describe('Null: nobody has classified it yet; it is treated as not public.'),
  ground: z.string().nullable().describe('Why it is not public, or not all of it.'),
  retention: z
    .union([z.literal('permanent'), z.object({ years: z.int() })])
    .describe('Full calendar years after the year in which the matter ended, or for ever.'),
  document: z.string().nullable().describe('The attached document that it is.'),
};

/** A record as its workflow shows it. */
export const workflowRecord = z.object(recordFields);

const registeredRecord = named(
  'Record',
  z.object({
    ...recordFields,
    workflow: z.string(),
    definition: z.string(),
    year: z.int().nullable().describe('Year of the plan.'),
    matterEndedOn: civilDate.nullable().describe('Last day of the whole matter; null while something of it is open.'),
    disposableFrom: civilDate.nullable().describe('From when on its retention is over.'),
  }),
);

export const recordList = named(
  'RecordList',
  z.object({ items: z.array(registeredRecord), next: z.string().nullable() }),
);
