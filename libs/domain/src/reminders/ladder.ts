import { z } from 'zod';

/** Who a reminder is for; which person that is, is asked of the register on the day it is sent. */
export const audiences = ['respondent', 'coordinator', 'manager', 'presenter'] as const;
export type Audience = (typeof audiences)[number];

/**
 * Whom a rung is for. Two recipients: the deputy beside the respondent, where the register has one, and the county's director beside
 * the coordinator.
 */
export const rungAudiences = [...audiences, 'respondent-and-deputy', 'coordinator-and-director'] as const;
export type RungAudience = (typeof rungAudiences)[number];

/** The kinds of deadlines, each with a ladder of its own. */
export const ladderNames = ['answer', 'completion', 'acknowledgement', 'step', 'board-step', 'term-end'] as const;
export type LadderName = (typeof ladderNames)[number];

/** From which day the days of a rung are counted, on which side, and whether all days count or only working days. */
export const dayDirections = [
  'before',
  'working-days-before',
  'on',
  'before-agenda',
  'days-after',
  'working-days-after',
] as const;
export type DayDirection = (typeof dayDirections)[number];

const rungFields = {
  key: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/)
    .describe('Names the rung in the log; once in a ladder.'),
  audience: z.enum(rungAudiences),
  template: z.string().min(1).max(60).describe('The mail, by its name.'),
  silentMonth: z
    .int()
    .min(1)
    .max(12)
    .optional()
    .describe(
      'A month in which nobody could act on the reminder: it goes out on the last working day before the month.',
    ),
  caughtUp: z
    .literal(true)
    .optional()
    .describe(
      'Goes out at once where its day was gone when the deadline was set; of several such only the nearest to the date.',
    ),
  escalates: z
    .literal('automatic')
    .optional()
    .describe(
      'The matter goes to the manager by itself when the rung falls due, and the coordinator is told; else the rung only proposes it.',
    ),
};

/**
 * One rung of a ladder. `before` and `days-after` count calendar days, the working-day directions working days, and `before-agenda`
 * working days back from the day on which the answering body's materials are due. What falls on a blocked day goes out on the working
 * day before it, and after the date on the working day after it.
 */
export const rungSchema = z.union([
  z.strictObject({ ...rungFields, days: z.int(), direction: z.enum(dayDirections) }),
  z.strictObject({ ...rungFields, months: z.int(), direction: z.literal('months-before') }),
]);

/** The rungs of a ladder, in any order: their dates put them in order. What they say together is checked by `ladderFindings`. */
export const ladderSchema = z.array(rungSchema).min(1).max(50);

type Common = {
  key: string;
  audience: RungAudience;
  template: string;
  silentMonth?: number | undefined;
  caughtUp?: true | undefined;
  escalates?: 'automatic' | undefined;
};

export type Rung = Common &
  ({ days: number; direction: DayDirection } | { months: number; direction: 'months-before' });
export type Ladder = readonly Rung[];

/** A county's own ladders; for any other kind of deadline the product's defaults hold. */
export type OwnLadders = Partial<Record<LadderName, Ladder>>;

/** Whether a rung comes once its date has passed. */
export function comesAfter({ direction }: Pick<Rung, 'direction'>): boolean {
  return direction === 'days-after' || direction === 'working-days-after';
}
