import { z } from 'zod';
import type { CommandDefinition } from './definition';

/** Commands that the engine gives when a deadline passes or a rung of its reminder ladder falls due. */
export const passDeadline = 'pass-deadline';
export const remind = 'remind';

export type DeadlinePassed = { deadline: string };
/** How a mail of a county's own ladder speaks of itself: as the default's rung with as many reminders to come, and days to the date. */
export type Wording = { rung: 'agenda' | 'T-14' | 'T-7' | 'T-1'; daysBefore: number };
export type ReminderFellDue = {
  deadline: string;
  rung: string;
  audience: string;
  template: string;
  wording?: Wording;
  /** The county's ladder says that the matter goes to the manager now. */
  escalates?: 'automatic';
};

const due = z.strictObject({
  deadline: z.string(),
  rung: z.string(),
  audience: z.string(),
  template: z.string(),
  wording: z.strictObject({ rung: z.enum(['agenda', 'T-14', 'T-7', 'T-1']), daysBefore: z.int() }).optional(),
  escalates: z.literal('automatic').optional(),
});

const reminderFellDue = 'ReminderFellDue';

const reminding: CommandDefinition<never> = {
  title: { fi: 'Muistutuksen aika', sv: 'Dags att påminna', en: 'Reminder fell due' },
  roles: ['clock'],
  schema: due,
  event: reminderFellDue,
};

/** Every definition with deadlines spreads these in; its chart says what a passed deadline or a reminder means. */
export const clockCommands: Record<string, CommandDefinition<never>> = {
  [passDeadline]: {
    title: { fi: 'Määräpäivä kului', sv: 'Tidsfristen har passerat', en: 'Deadline passed' },
    roles: ['clock'],
    schema: z.strictObject({ deadline: z.string() }),
    event: 'DeadlinePassed',
  },
  [remind]: reminding,
};

/** What these commands become. */
export const clockFacts = ['DeadlinePassed', 'ReminderFellDue'] as const;

/** What a rung becomes that takes the matter to the manager by itself. */
export const escalationFellDue = 'EscalationFellDue';

/** The same for definitions whose chart knows what it means that a matter goes to the manager by itself. */
export const escalatingClockCommands: Record<string, CommandDefinition<never>> = {
  ...clockCommands,
  [remind]: {
    ...reminding,
    event: {
      oneOf: [reminderFellDue, escalationFellDue],
      choose: ({ escalates }: ReminderFellDue) => (escalates ? escalationFellDue : reminderFellDue),
    },
  },
};
