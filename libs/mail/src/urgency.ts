import { type CivilDate, helsinkiDate, instant, isCivilDate } from '@app/domain';
import type { TemplateName } from './registry';

/**
 * How soon a mail has to be with its reader. `reply`: the immediate answer to what the reader has just done. `urgent`: it goes alone
 * and at once. `routine`: it goes with whatever else there is for the reader that day.
 */
export type Urgency = 'reply' | 'urgent' | 'routine';

/** The data of a notification as it is stored; what is not as expected is no date. */
type Data = Readonly<Record<string, unknown>>;

/** A routine mail says where its data has the days by which it must have been read; from the first of them on it is urgent. */
type Routine = { routine: (data: Data) => readonly unknown[] };

const nothing: Routine = { routine: () => [] };
const dueAt: Routine = { routine: (data) => [dayOf(data.dueAt)] };
const dueOn: Routine = { routine: (data) => [data.dueOn] };

/** A reminder before an agenda closes has to come before that, any other before the answer is due. */
function beforeAgendaOr(field: 'dueAt' | 'dueOn'): Routine {
  const due = field === 'dueAt' ? dueAt : dueOn;
  return {
    routine: (data) => [
      ...due.routine(data),
      ...(data.rung === 'agenda' ? [within(data.bodyMeeting).materialsDueOn] : []),
    ],
  };
}

/** Of every mail there is; a new template does not compile before it has a line here. */
export const urgencies: Readonly<Record<TemplateName, 'reply' | 'urgent' | Routine>> = {
  invitation: { routine: (data) => [data.assignmentDueOn, within(data.negotiation).on] },
  'advance-assignment': dueAt,
  'information-request': dueAt,
  reminder: beforeAgendaOr('dueAt'),
  overdue: 'urgent',
  'escalation-proposed': 'urgent',
  escalation: 'urgent',
  'escalation-made': 'urgent',
  'nobody-reached': dueAt,
  // A record is filed as a mail of its own.
  'registry-copy': 'urgent',
  receipt: 'reply',
  'answer-shared': nothing,
  'handed-over': 'reply',
  'completion-request': dueAt,
  'answers-compiled': { routine: (data) => [within(data.negotiation).on] },
  'draft-summary': { routine: (data) => [data.commentsDueOn] },
  'board-item': { routine: (data) => [data.materialsDueOn, data.meetingOn] },
  'board-step-due': dueOn,
  'board-step-overdue': 'urgent',
  'board-rescheduled': 'urgent',
  'handling-order-moved': 'urgent',
  result: nothing,
  acknowledgement: dueOn,
  'acknowledgement-reminder': beforeAgendaOr('dueOn'),
  'acknowledgement-overdue': 'urgent',
  'step-due': dueOn,
  'step-overdue': 'urgent',
  'term-warning': { routine: (data) => [data.endsOn] },
  rescheduled: 'urgent',
  cancelled: 'urgent',
  'meeting-announced': { routine: (data) => [within(data.meeting).on] },
  'meeting-moved': 'urgent',
  'meeting-cancelled': 'urgent',
  'report-published': nothing,
  // To be filed as it is, and not among other things.
  'log-checkpoint': 'urgent',
};

/**
 * How soon a notification has to be with its reader, seen on a day (Helsinki). A routine mail whose day has come is urgent. One
 * whose template is unknown is urgent: nothing is held back on account of what nobody knows.
 */
export function urgencyOf(template: string, data: unknown, today: CivilDate): Urgency {
  const rule = ruleOf(template);
  if (rule === undefined) return 'urgent';
  if (typeof rule === 'string') return rule;
  const due = dueOnOf(template, data);
  return due !== undefined && due <= today ? 'urgent' : 'routine';
}

/** The first day by which a routine notification must have been read (Helsinki); undefined where there is none, or it is not routine. */
export function dueOnOf(template: string, data: unknown): CivilDate | undefined {
  return daysOf(template, data)[0];
}

/**
 * The last day on which a mail says what is so: it asks for something by then, or tells of what is held on it (Helsinki). Undefined where
 * there is none: that a date has passed, or a meeting is off, is as true the day after, and so is a receipt.
 */
export function trueUntilOf(template: string, data: unknown): CivilDate | undefined {
  return daysOf(template, data).at(-1);
}

function daysOf(template: string, data: unknown): CivilDate[] {
  const rule = ruleOf(template);
  if (rule === undefined || typeof rule === 'string') return [];
  return rule.routine(within(data)).filter(isDay).sort();
}

function isDay(day: unknown): day is CivilDate {
  return typeof day === 'string' && isCivilDate(day);
}

function ruleOf(template: string): (typeof urgencies)[TemplateName] | undefined {
  return Object.hasOwn(urgencies, template) ? urgencies[template as TemplateName] : undefined;
}

function dayOf(moment: unknown): CivilDate | undefined {
  if (typeof moment !== 'string') return undefined;
  try {
    return helsinkiDate(instant(moment));
  } catch {
    return undefined;
  }
}

function within(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
