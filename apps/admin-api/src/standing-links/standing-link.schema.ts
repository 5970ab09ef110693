import { longestStandingDays } from '@app/store';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const usualDays = 400;

export const standingLinkBody = z.strictObject({
  days: z
    .number()
    .int()
    .min(1)
    .max(longestStandingDays)
    .default(usualDays)
    .describe('For how many days the link opens the page; at most a council term.'),
  label: z.string().trim().min(1).max(200).optional().describe('A note on who holds it.'),
});
export type StandingLinkBody = z.infer<typeof standingLinkBody>;

export const madeStandingLink = named(
  'MadeStandingLink',
  z.object({
    id: z.string(),
    url: z.string().describe('The secret address of the page. It is shown only now.'),
    expiresAt: z.string(),
  }),
);

export const standingLinkList = named(
  'StandingLinkList',
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        organisation: z.string(),
        label: z.string().nullable(),
        createdAt: z.string(),
        expiresAt: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
);
