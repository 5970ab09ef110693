import type { LadderName, Rung, RungAudience } from './ladder';

/** The rung that asks whether the organisation has been reached at all: it stands beside the reminders and takes no one's place. */
export const reachRung = 'reach';
/** Its mail, to the coordinator; no other rung sends it. */
export const reachTemplate = 'nobody-reached';

const reach: Rung = {
  key: reachRung,
  days: 5,
  direction: 'working-days-before',
  audience: 'coordinator',
  template: reachTemplate,
};

/** The habit of municipal boards, assumed and not law: they do not meet in July, and their officials are on holiday. */
const july = 7;

/**
 * Every reminder the product sends where a county has no ladder of its own. Once the date has passed the respondent's deputy is told
 * as well; an escalation is only proposed to the coordinator, who sends it or does not.
 */
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
    {
      key: 'overdue',
      days: 1,
      direction: 'working-days-after',
      audience: 'respondent-and-deputy',
      template: 'overdue',
    },
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
      audience: 'respondent-and-deputy',
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

function termWarning(months: number, audience: RungAudience): Rung {
  return { key: `M-${months}`, months, direction: 'months-before', audience, template: 'term-warning', caughtUp: true };
}
