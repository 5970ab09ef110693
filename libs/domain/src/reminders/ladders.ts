/** Who a reminder is for; which person that is, is asked of the register on the day it is sent. */
export const audiences = ['respondent', 'coordinator', 'manager', 'presenter'] as const;
export type Audience = (typeof audiences)[number];

/**
 * One rung of the ladder. Before the due date `days` are calendar days, counted back and moved to the working day before
 * where they land on a blocked one; after it they are working days.
 */
export type Rung = {
  key: string;
  days: number;
  direction: 'before' | 'on' | 'working-days-after';
  audience: Audience;
  template: string;
};

export type LadderName = 'answer' | 'completion' | 'acknowledgement' | 'step' | 'board-step';

/** Every reminder the product sends. An escalation is only proposed to the coordinator, who sends it or does not. */
export const ladders: Readonly<Record<LadderName, readonly Rung[]>> = {
  answer: [
    { key: 'T-14', days: 14, direction: 'before', audience: 'respondent', template: 'reminder' },
    { key: 'T-7', days: 7, direction: 'before', audience: 'respondent', template: 'reminder' },
    { key: 'T-1', days: 1, direction: 'before', audience: 'respondent', template: 'reminder' },
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
    { key: 'T-14', days: 14, direction: 'before', audience: 'respondent', template: 'acknowledgement-reminder' },
    { key: 'T-1', days: 1, direction: 'before', audience: 'respondent', template: 'acknowledgement-reminder' },
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
  ],
};
