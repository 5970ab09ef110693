import { bases } from '@app/domain';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const text = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const day = z.string().meta({ format: 'date' });

/** A time limit under Act 150/1930, as `vuosikello deadline --json` prints it. */
export const deadlineView = named(
  'TimeLimit',
  z
    .object({
      start: day,
      period: z.string(),
      raw: day.describe('The day on which the period ends, before any move.'),
      deadline: day.describe('The last day on which the act may be done.'),
      policy: z.enum(['safe', 'literal']),
      basis: z.enum(bases),
      steps: z.array(z.object({ section: z.string(), date: day, because: text })),
      finding: z
        .object({ code: z.literal('blocked-day'), date: day, message: text, proposal: day })
        .optional()
        .describe('The date stands on a blocked day and no act moves it: someone has to decide.'),
    })
    .meta({
      examples: [
        {
          start: '2026-04-03',
          period: 'P14D',
          raw: '2026-04-17',
          deadline: '2026-04-17',
          policy: 'safe',
          basis: 'statutory',
          steps: [
            {
              section: '2 §',
              date: '2026-04-17',
              because: {
                fi: 'alkamispäivää 3.4.2026 ei lueta aikaan: 14 päivää päättyy 17.4.2026',
                sv: 'dagen 3.4.2026 räknas inte med: 14 dagar går ut 17.4.2026',
                en: 'the day 3 April 2026 is not counted: 14 days from it end on 17 April 2026',
              },
            },
          ],
        },
      ],
    }),
);
