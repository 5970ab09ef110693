import { z } from 'zod';
import type { CommandDefinition } from './definition';

/** Commands that the engine gives when a deadline passes or a rung of its reminder ladder falls due. */
export const passDeadline = 'pass-deadline';
export const remind = 'remind';

export type DeadlinePassed = { deadline: string };
export type ReminderFellDue = { deadline: string; rung: string; audience: string; template: string };

/** Every definition with deadlines spreads these in; its chart says what a passed deadline or a reminder means. */
export const clockCommands: Record<string, CommandDefinition<never>> = {
  [passDeadline]: {
    title: { fi: 'Määräpäivä kului', sv: 'Den utsatta dagen har passerat', en: 'Deadline passed' },
    roles: ['clock'],
    schema: z.strictObject({ deadline: z.string() }),
    event: 'DeadlinePassed',
  },
  [remind]: {
    title: { fi: 'Muistutuksen aika', sv: 'Dags att påminna', en: 'Reminder fell due' },
    roles: ['clock'],
    schema: z.strictObject({ deadline: z.string(), rung: z.string(), audience: z.string(), template: z.string() }),
    event: 'ReminderFellDue',
  },
};

/** What these commands become. */
export const clockFacts = ['DeadlinePassed', 'ReminderFellDue'] as const;
