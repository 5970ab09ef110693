import type { OrganisationKind } from '../organisations/register';
import type { Audience } from '../reminders/ladder';
import { anchorOf } from './date-rule';
import {
  accountTemplate,
  eventTemplate,
  indicatorTemplate,
  interfaceBoardTemplate,
  negotiationTemplate,
  reportTemplate,
  termNegotiationTemplate,
  type Template,
} from './templates';

/** Who is written to on dates of a workflow. `every` stands for each date of the entry. */
export type WrittenTo = { on: readonly string[] | 'every' } & (
  | { to: 'coordinator' }
  | { to: Exclude<Audience, 'coordinator' | 'presenter'>; of: readonly OrganisationKind[] | 'everybody' }
  | { to: { role: string }; of: readonly OrganisationKind[] }
  /** Whoever presents to the body that meets on the date. */
  | { to: 'presenter' }
  /** The contacts of the entry's topics, in every municipality and in the county. */
  | { to: 'interface-contacts' }
);

/** What handles a case in which order: ready on the last of `ready`, then the bodies' meetings, the last extract by `by`. */
export type OrderOfDates = { ready: readonly string[]; meetings: readonly string[]; by?: string };

/** Who is in the room on a date: what double-books people. */
export type Attendance = 'presenter' | 'coordinator' | 'municipal-respondents' | 'interface-contacts';

export type WorkflowKind = {
  /** How often an act wants it (612/2021 §7 and §7(4), 611/2021 §14): standing twice is asked about, as the acts say "at least". */
  recurrence: 'year' | 'term' | 'none';
  /** The names of its dates, in their usual order. */
  dates: readonly string[];
  /** The body whose meeting a date is; a date may name another body itself. */
  bodies?: Readonly<Record<string, string>>;
  /** Who is in the room on the dates on which people meet. */
  attendance?: Readonly<Record<string, readonly Attendance[]>>;
  writtenTo?: readonly WrittenTo[];
  order?: OrderOfDates;
  /** Dates that follow one another: none stands before an earlier one of the list. */
  sequence?: readonly string[];
  /** Municipal bodies handle the matter between two dates, side by side. */
  municipal?: { from: string; by: string };
  template?: Template;
};

const countyBodies = { hyteBoard: 'hyte-lautakunta', countyExecutive: 'aluehallitus', countyCouncil: 'aluevaltuusto' };
const bodyMeetings = {
  hyteBoard: ['presenter'],
  countyExecutive: ['presenter'],
  countyCouncil: ['presenter'],
} as const;
const negotiating = ['coordinator', 'municipal-respondents'] as const;

/** Every workflow that a plan may hold. */
const kinds: Readonly<Record<string, WorkflowKind>> = {
  'wellbeing-report': {
    recurrence: 'year',
    dates: Object.keys(reportTemplate),
    bodies: countyBodies,
    attendance: bodyMeetings,
    writtenTo: [
      { on: ['requestsSent'], to: 'respondent', of: ['municipality', 'sector', 'ngo'] },
      { on: ['hyteBoard', 'countyExecutive', 'countyCouncil'], to: 'presenter' },
      { on: 'every', to: 'coordinator' },
    ],
    order: { ready: ['reportReady'], meetings: ['hyteBoard', 'countyExecutive', 'countyCouncil'], by: 'published' },
    sequence: [
      ...['designStarts', 'requestsSent', 'cardsDue', 'cardsCompiled', 'reportReady'],
      ...['hyteBoard', 'countyExecutive', 'countyCouncil', 'published', 'delivered'],
    ],
    template: reportTemplate,
  },
  'hyte-negotiation': {
    recurrence: 'year',
    dates: [...Object.keys(negotiationTemplate), 'summary'],
    bodies: countyBodies,
    attendance: { ...bodyMeetings, negotiation: negotiating },
    writtenTo: [
      { on: ['invitation', 'assignmentDue'], to: 'respondent', of: 'everybody' },
      { on: ['assignmentDue'], to: 'manager', of: ['municipality'] },
      { on: ['hyteBoard'], to: 'presenter' },
      { on: 'every', to: 'coordinator' },
    ],
    order: { ready: ['commentsDue', 'summary'], meetings: ['hyteBoard'], by: 'resultSent' },
    sequence: [
      ...['planning', 'dateFixed', 'invitation', 'assignmentDue', 'answersCompiled', 'negotiation'],
      ...['draftSummary', 'commentsDue', 'hyteBoard', 'resultSent', 'acknowledgements', 'closed'],
    ],
    municipal: { from: 'resultSent', by: 'acknowledgements' },
    template: negotiationTemplate,
  },
  'council-term-negotiation': {
    recurrence: 'term',
    dates: ['negotiation', ...Object.keys(termNegotiationTemplate)],
    bodies: countyBodies,
    attendance: { ...bodyMeetings, negotiation: negotiating },
    writtenTo: [
      { on: ['negotiation'], to: 'manager', of: ['municipality'] },
      { on: ['goalsWorkbook'], to: { role: 'hyvinvointijohtaja' }, of: ['municipality'] },
    ],
    order: { ready: ['negotiation'], meetings: ['countyCouncil'] },
    sequence: ['forum', 'situation', 'goalsWorkbook', 'negotiation', 'municipalities', 'midEvaluation', 'termEnds'],
    template: termNegotiationTemplate,
  },
  'board-handling': { recurrence: 'none', dates: ['meeting'], attendance: { meeting: ['presenter'] } },
  'information-request': { recurrence: 'none', dates: ['due'] },
  'interface-board-meeting': {
    recurrence: 'none',
    dates: ['meeting', ...Object.keys(interfaceBoardTemplate)],
    bodies: { meeting: 'yhdyspintaneuvottelukunta' },
    attendance: { meeting: ['presenter', 'coordinator', 'interface-contacts'] },
    writtenTo: [{ on: ['topicsAsked'], to: 'interface-contacts' }],
    template: interfaceBoardTemplate,
  },
  'indicator-card': {
    recurrence: 'none',
    dates: ['statusDue', ...Object.keys(indicatorTemplate)],
    writtenTo: [
      { on: ['requestsSent'], to: 'respondent', of: ['sector'] },
      { on: 'every', to: 'coordinator' },
    ],
    sequence: ['requestsSent', 'statusDue', 'compiled'],
    template: indicatorTemplate,
  },
  'term-account': {
    recurrence: 'none',
    dates: ['deliveredToCounty', ...Object.keys(accountTemplate)],
    bodies: countyBodies,
    attendance: bodyMeetings,
    writtenTo: [
      { on: ['requestsSent', 'deliveredToCounty'], to: { role: 'hyvinvointijohtaja' }, of: ['municipality'] },
      { on: ['hyteBoard', 'countyExecutive', 'countyCouncil'], to: 'presenter' },
      { on: 'every', to: 'coordinator' },
    ],
    order: { ready: ['prepared'], meetings: ['hyteBoard', 'countyExecutive', 'countyCouncil'], by: 'published' },
    sequence: ['requestsSent', 'deliveredToCounty'],
    template: accountTemplate,
  },
  'yearly-municipal-report': { recurrence: 'none', dates: ['deliveredToCounty'] },
  event: {
    recurrence: 'none',
    dates: ['event', ...Object.keys(eventTemplate)],
    attendance: { event: ['coordinator'] },
    writtenTo: [
      { on: ['announcement'], to: 'respondent', of: 'everybody' },
      { on: 'every', to: 'coordinator' },
    ],
    sequence: ['announcement', 'event', 'notes'],
    template: eventTemplate,
  },
};

/** What is known of a workflow that no row describes: its dates are checked as days, and its meetings for collisions. */
const unknownKind: WorkflowKind = { recurrence: 'none', dates: [] };

/** The names of the workflows that a plan may hold. */
export const workflowNames: readonly string[] = Object.keys(kinds);

export function workflowKind(workflow: string): WorkflowKind {
  return (Object.hasOwn(kinds, workflow) ? kinds[workflow] : undefined) ?? unknownKind;
}

/** The body that meets on the date: the one that the date names, else the one whose meeting a date of that name is. */
export function bodyOfDate(workflow: string, name: string, named: string | undefined): string | undefined {
  if (named !== undefined) return named;
  const { bodies = {} } = workflowKind(workflow);
  return Object.hasOwn(bodies, name) ? bodies[name] : undefined;
}

/** Whether the template starts from the calendar or from a body's meetings, so that the plan need not give any date. */
export function needsNoDates(workflow: string): boolean {
  const rules = Object.values(templateOf(workflow)).map(({ rule }) => rule);
  return rules.some((rule) => anchorOf(rule) === undefined && !('termEnd' in rule));
}

/** The template of the workflow; empty where it has none. */
export function templateOf(workflow: string): Template {
  return workflowKind(workflow).template ?? {};
}
