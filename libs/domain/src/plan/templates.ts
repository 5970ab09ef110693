import type { Basis } from '../duties/basis';
import type { DateRule } from './date-rule';

/** How a date of a workflow follows where the plan does not give it. A date that stands in the plan always wins. */
export type TemplateDate = {
  rule: DateRule;
  basis: Basis;
  /** The workflow goes on without the date: that no meeting would do is then nothing the author has to mend. */
  optional?: true;
};

/** By the name of the date. */
export type Template = Readonly<Record<string, TemplateDate>>;

const [board, executive, council] = ['hyte-lautakunta', 'aluehallitus', 'aluevaltuusto'];

/** Anchored on the negotiation: the pattern of 2023–2026, in which it stood on the last Thursday of August. */
export const negotiationTemplate: Template = {
  planning: { rule: { days: -168, from: 'negotiation' }, basis: 'agreed' },
  dateFixed: { rule: { part: 0.25, from: 'planning', to: 'invitation' }, basis: 'agreed' },
  invitation: { rule: { days: -94, from: 'negotiation' }, basis: 'agreed' },
  assignmentDue: { rule: { days: -10, from: 'negotiation' }, basis: 'requested' },
  answersCompiled: { rule: { part: 0.4, from: 'assignmentDue', to: 'negotiation' }, basis: 'agreed' },
  negotiation: { rule: { nth: 'last', weekday: 'to', month: 8 }, basis: 'agreed' },
  draftSummary: { rule: { workingDays: 10, from: 'negotiation' }, basis: 'agreed' },
  commentsDue: { rule: { workingDays: 20, from: 'negotiation' }, basis: 'requested' },
  hyteBoard: { rule: { meetingOf: board, after: 'commentsDue' }, basis: 'decided' },
  resultSent: { rule: { extractOf: board, from: 'hyteBoard' }, basis: 'agreed' },
  acknowledgements: { rule: { days: 96, from: 'negotiation' }, basis: 'requested' },
  budgetHandled: { rule: { meetingOf: council, before: 'yearEnd' }, basis: 'decided' },
  closed: { rule: { days: 60, from: 'acknowledgements' }, basis: 'agreed' },
};

/** Anchored on the county council's meeting, counted back along the handling order. */
export const reportTemplate: Template = {
  designStarts: { rule: { days: -143, from: 'hyteBoard' }, basis: 'agreed' },
  requestsSent: { rule: { days: -94, from: 'hyteBoard' }, basis: 'agreed' },
  cardsDue: { rule: { days: -55, from: 'hyteBoard' }, basis: 'requested' },
  indicatorsReady: { rule: { days: -41, from: 'hyteBoard' }, basis: 'agreed' },
  cardsCompiled: { rule: { days: -27, from: 'hyteBoard' }, basis: 'agreed' },
  reportReady: { rule: { materialsOf: board, from: 'hyteBoard' }, basis: 'agreed' },
  hyteBoard: { rule: { meetingOf: board, before: 'countyExecutive' }, basis: 'decided' },
  countyExecutive: { rule: { meetingOf: executive, before: 'countyCouncil' }, basis: 'decided' },
  countyCouncil: { rule: { meetingOf: council, before: 'midsummer' }, basis: 'decided' },
  published: { rule: { extractOf: council, from: 'countyCouncil' }, basis: 'agreed' },
  delivered: { rule: { workingDays: 5, from: 'published' }, basis: 'agreed' },
};

/** Anchored on the negotiation of the council term, which the plan has to give: any day of the term will do. */
export const termNegotiationTemplate: Template = {
  forum: { rule: { days: -301, from: 'negotiation' }, basis: 'agreed' },
  situation: { rule: { part: 0.25, from: 'forum', to: 'negotiation' }, basis: 'agreed' },
  goalsWorkbook: { rule: { days: -43, from: 'negotiation' }, basis: 'requested' },
  municipalities: { rule: { days: 78, from: 'negotiation' }, basis: 'requested' },
  countyCouncil: { rule: { meetingOf: council, after: 'municipalities' }, basis: 'decided' },
  midEvaluation: { rule: { part: 0.34, from: 'negotiation', to: 'termEnds' }, basis: 'agreed' },
  termEnds: { rule: { termEnd: 'county' }, basis: 'statutory-period-end' },
};

/** Anchored on the meeting, which the advisory board decides. */
export const interfaceBoardTemplate: Template = {
  topicsAsked: { rule: { days: -28, from: 'meeting' }, basis: 'requested' },
  itemsReady: { rule: { days: -14, from: 'meeting' }, basis: 'agreed' },
  agenda: { rule: { days: -7, from: 'meeting' }, basis: 'agreed' },
  minutes: { rule: { days: 7, from: 'meeting' }, basis: 'agreed' },
  published: { rule: { days: 10, from: 'meeting' }, basis: 'agreed' },
};

/** Anchored on the day on which the cards are due; the offsets are assumed. */
export const indicatorTemplate: Template = {
  requestsSent: { rule: { days: -28, from: 'statusDue' }, basis: 'agreed' },
  compiled: { rule: { workingDays: 10, from: 'statusDue' }, basis: 'agreed' },
};

/**
 * Anchored on the day by which the municipalities deliver theirs; that they are asked 17 weeks before is assumed, as councils need time.
 * The county's own goes to the first council after it, along the handling order; without calendars it has no dates yet.
 */
export const accountTemplate: Template = {
  requestsSent: { rule: { days: -119, from: 'deliveredToCounty' }, basis: 'agreed' },
  prepared: { rule: { materialsOf: board, from: 'hyteBoard' }, basis: 'agreed', optional: true },
  hyteBoard: { rule: { meetingOf: board, before: 'countyExecutive' }, basis: 'decided', optional: true },
  countyExecutive: { rule: { meetingOf: executive, before: 'countyCouncil' }, basis: 'decided', optional: true },
  countyCouncil: { rule: { meetingOf: council, after: 'deliveredToCounty' }, basis: 'decided', optional: true },
  published: { rule: { extractOf: council, from: 'countyCouncil' }, basis: 'agreed', optional: true },
};

/** Anchored on the event: the habit of invitations four weeks before, assumed. */
export const eventTemplate: Template = {
  announcement: { rule: { days: -28, from: 'event' }, basis: 'agreed' },
  notes: { rule: { workingDays: 5, from: 'event' }, basis: 'agreed' },
};
