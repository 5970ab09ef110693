import { z } from 'zod';
import { named } from '../openapi/named-schemas';

/** Something a person should look at, as the command line prints it too. */
export const finding = named(
  'Finding',
  z.object({
    code: z.string().describe('Stable.'),
    severity: z.enum(['error', 'warning']).describe('An error stands in the way, a warning does not.'),
    entry: z.string().nullable().describe('Id of the plan’s entry it concerns.'),
    date: z.string().nullable().describe('The date it concerns, as it was written.'),
    others: z.array(z.string()).optional().describe('Ids of the other entries involved.'),
    message: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
    path: z
      .array(z.union([z.string(), z.int()]))
      .optional()
      .describe('Place of the value in the plan.'),
    where: z.object({ sheet: z.string().optional(), line: z.int(), column: z.int() }).optional(),
    proposal: z.string().optional().describe('A date that would do.'),
  }),
);
