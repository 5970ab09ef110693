/** Who a reminder is for; which person that is, is asked of the register on the day it is sent. */
export const audiences = ['respondent', 'coordinator', 'manager', 'presenter'] as const;
export type Audience = (typeof audiences)[number];

/**
/**
 * One rung of the ladder. Before the due date `days` are calendar days and `months` whole months, counted back and moved to
 * the working day before where they land on a blocked one; after it `days` are working days. Before an agenda they are
 * working days too, counted back from the day on which the answering body's materials are due; so they are where the direction says so.
 */
export type Rung = {
  key: string;
  /** Two recipients of one rung, where a coordinator's warning also goes to the county's director. */
  audience: Audience | 'coordinator-and-director';
  template: string;
  /** A month, 1–12, in which nobody could act on the reminder: it goes out on the last working day before the month. */
  silentMonth?: number;
  /** A rung whose day was gone when the deadline was set goes out at once: of several such only the nearest to the due date. */
  caughtUp?: true;
} & (
  | { days: number; direction: 'before' | 'on' | 'before-agenda' | 'working-days-before' | 'working-days-after' }
  | { months: number; direction: 'months-before' }
);

/** The rung that asks whether the organisation has been reached at all: it stands beside the reminders and takes no one's place. */
export const reachRung = 'reach';

const reach: Rung = {
  key: reachRung,
  days: 5,
  direction: 'working-days-before',
  audience: 'coordinator',
  template: 'nobody-reached',
};

/** The habit of municipal boards, assumed and not law: they do not meet in July, and their officials are on holiday. */
const july = 7;

export type LadderName = 'answer' | 'completion' | 'acknowledgement' | 'step' | 'board-step' | 'term-end';

/** Every reminder the product sends. An escalation is only proposed to the coordinator, who sends it or does not. */
export const ladders: Readonly<Record<LadderName, readonly Rung[]>> = {
  answer: [
    {
      key: 'agenda',
      days: 3,
      direction: 'before-agenda',
      audience: 'respondent',
      template: 'reminder',
      silentMonth: july,
    },
    { key: 'T-14', days: 14, direction: 'before', audience: 'respondent', template: 'reminder', silentMonth: july },
    { key: 'T-7', days: 7, direction: 'before', audience: 'respondent', template: 'reminder', silentMonth: july },
    reach,
    { key: 'T-1', days: 1, direction: 'before', audience: 'respondent', template: 'reminder', silentMonth: july },
    { key: 'overdue', days: 1, direction: 'working-days-after', audience: 'respondent', template: 'overdue' },
    {
      key: 'escalation',
      days: 2,
      direction: 'working-days-after',
      audience: 'coordinator',
      template: 'escalation-proposed',
    },
  ],
  completion: [{ key: 'T-1', days: 1, direction: 'before', audience: 'respondent', template: 'completion-request' }],
  acknowledgement: [
    {
      key: 'agenda',
      days: 3,
      direction: 'before-agenda',
      audience: 'respondent',
      template: 'acknowledgement-reminder',
      silentMonth: july,
    },
    {
      key: 'T-14',
      days: 14,
      direction: 'before',
      audience: 'respondent',
      template: 'acknowledgement-reminder',
      silentMonth: july,
    },
    reach,
    {
      key: 'T-1',
      days: 1,
      direction: 'before',
      audience: 'respondent',
      template: 'acknowledgement-reminder',
      silentMonth: july,
    },
    {
      key: 'overdue',
      days: 1,
      direction: 'working-days-after',
      audience: 'respondent',
      template: 'acknowledgement-overdue',
    },
    {
      key: 'escalation',
      days: 2,
      direction: 'working-days-after',
      audience: 'coordinator',
      template: 'escalation-proposed',
    },
  ],
  step: [
    { key: 'T-7', days: 7, direction: 'before', audience: 'coordinator', template: 'step-due' },
    { key: 'overdue', days: 1, direction: 'working-days-after', audience: 'coordinator', template: 'step-overdue' },
  ],
  'board-step': [
    { key: 'T-7', days: 7, direction: 'before', audience: 'presenter', template: 'board-step-due' },
    {
      key: 'overdue',
      days: 1,
      direction: 'working-days-after',
      audience: 'coordinator',
      template: 'board-step-overdue',
    },
  ], // What a council term requires must have happened before it ends: years are left at first, so the warnings grow.
  'term-end': [
    ...([24, 12, 6] as const).map((months) => termWarning(months, 'coordinator')),
    ...([3, 1] as const).map((months) => termWarning(months, 'coordinator-and-director')),
    { key: 'overdue', days: 1, direction: 'working-days-after', audience: 'coordinator', template: 'term-warning' },
  ],
};

function termWarning(months: number, audience: Rung['audience']): Rung {
  return { key: `M-${months}`, months, direction: 'months-before', audience, template: 'term-warning', caughtUp: true };
}
