import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const text = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

/** Something a person should look at in what was sent. */
export const finding = named(
  'Finding',
  z.object({
    code: z.string().describe('Stable.'),
    severity: z.enum(['error', 'warning']).describe('With an error a plan does not go live; a warning asks.'),
    entry: z.string().nullable().describe('Id of the entry it concerns.'),
    date: z.string().nullable().describe('The date it concerns, as it was written.'),
    others: z.array(z.string()).optional().describe('Ids of the other entries involved.'),
    message: text,
    path: z
      .array(z.union([z.string(), z.int()]))
      .optional()
      .describe('Where in the body it stands, key by key.'),
    proposal: z.string().optional().describe('A day that would do.'),
  }),
);

export const findings = named('Findings', z.object({ findings: z.array(finding) }));
