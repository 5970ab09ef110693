import { isCivilDate } from '@app/domain';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const instant = z.string().meta({ format: 'date-time' });

export const silenceBody = z.strictObject({
  organisation: z.string().min(1).max(300).describe('Id of the organisation that is not written to.'),
  untilOn: z
    .string()
    .refine(isCivilDate)
    .meta({ format: 'date' })
    .describe('The last day of the silence, from today to a year ahead.'),
  reason: z.string().trim().min(3).max(500).describe('Why; kept beside the log, where it can be erased.'),
});

export const silence = named(
  'Silence',
  z.object({
    id: z.string(),
    organisation: z.string(),
    untilOn: z.string().meta({ format: 'date' }),
    reason: z.string(),
    beganAt: instant,
    beganBy: z.string().describe('Id of the key.'),
    endedAt: instant.nullable().describe('When it was ended before its day.'),
    endedBy: z.string().nullable(),
  }),
);

export const silenceList = named('SilenceList', z.object({ items: z.array(silence), next: z.string().nullable() }));
