import { erasureKept, erasureRemains, type Language } from '@app/domain';
import type { Erased, Kept } from '@app/store';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

export const textPlace = z.strictObject({
  stream: z.string().min(1).max(400).describe('Id of the workflow, or of another stream.'),
  seq: z.int().min(1).describe('Number of the event in it.'),
  pointer: z
    .string()
    .regex(/^\/(?:data|note)(?:\/|$)/)
    .max(500)
    .describe('JSON Pointer of the text in the content of the event: `/data/…` or `/note`.'),
});

export const erasureBody = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(3)
    .max(500)
    .exactOptional()
    .describe('Why. Kept with the record of the erasure, without the name.'),
  texts: z
    .array(textPlace)
    .max(100)
    .exactOptional()
    .describe('Further texts about the person, which are erased whole and wherever they were copied to.'),
  dryRun: z.boolean().exactOptional().describe('Only say what would be done.'),
});

const place = { stream: z.string().optional(), seq: z.int().optional(), pointer: z.string().optional() };

export const erasure = named(
  'Erasure',
  z.object({
    outcome: z.enum(['erased', 'would-erase']),
    person: z.string(),
    at: z.string(),
    removed: z.object({
      contact: z.boolean(),
      colleague: z.boolean(),
      links: z.int().describe('Answer links that open nothing any more.'),
      calendars: z.int(),
      texts: z.int().describe('Texts of events that were replaced.'),
      events: z.int(),
      workflows: z.int(),
      rows: z.record(z.string(), z.int()).describe('By table: rows in which the person was blotted out.'),
    }),
    kept: z.array(z.object({ why: z.string(), says: z.string(), organisation: z.string().optional(), ...place })),
    doubtful: z.array(textPlace).describe('Texts that may be about the person: read them, and name those that are.'),
    remains: z.array(z.object({ what: z.string(), says: z.string() })).describe('What only people can do.'),
  }),
);

export function erasureView(outcome: z.infer<typeof erasure>['outcome'], erased: Erased, language: Language) {
  return {
    outcome,
    ...erased,
    kept: erased.kept.map((one) => keptView(one, language)),
    remains: erased.remains.map((what) => ({ what, says: erasureRemains(what)[language] })),
  } satisfies z.infer<typeof erasure>;
}

function keptView(one: Kept, language: Language) {
  if (one.why !== 'id') return { ...one, says: erasureKept(one.why)[language] };
  const why = one.telling ? 'telling-id' : 'id';
  return { why, says: erasureKept(why)[language] };
}
