import type { z } from 'zod';
import type { DecisionNote, MovedMeetingsNote } from '../board-handling/decision-note';
import type { CarriedGoals } from '../goals';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact } from '../kernel/definition';
import type { NotedAnswer } from '../information-request/answer-note';
import type { DatesChange, PartiesChange } from './hyte-negotiation.changes';
import type { NotedReport } from '../wellbeing-reports';
import type { Closing } from './hyte-negotiation.earlier';
import type * as data from './hyte-negotiation.data';
import type { NegotiationHeld } from './negotiation-record';
import type { StepSkipped } from './skipped-steps';

/** What can become true of a negotiation. */
export type NegotiationFact =
  | Fact<'PlanningHeld', z.infer<typeof data.planningHeld>>
  | Fact<'DateFixed', z.infer<typeof data.dateFix>>
  | Fact<'DatesChanged', DatesChange>
  | Fact<'PartiesChanged', PartiesChange>
  | Fact<'PartiesInvited'>
  | Fact<'AnswerNoted', NotedAnswer>
  | Fact<'AnswersCompiled', z.infer<typeof data.compiled>>
  | Fact<'NegotiationHeld', NegotiationHeld>
  | StepSkipped
  | Fact<'DraftSummarySent', z.infer<typeof data.draft>>
  | Fact<'CommentRecorded', data.Comment>
  | Fact<'SummaryFinished', z.infer<typeof data.summary>>
  | Fact<'BoardDecisionNoted', DecisionNote>
  | Fact<'BoardRejectionNoted', DecisionNote>
  | Fact<'ResultSent', z.infer<typeof data.result>>
  | Fact<'BoardMeetingMoved', MovedMeetingsNote>
  | Fact<'AcknowledgementNoted', DecisionNote>
  | Fact<'AcknowledgementForwarded', DecisionNote>
  | Fact<'NegotiationClosed', Closing>
  | Fact<'GoalsCarriedOver', CarriedGoals>
  | Fact<'ReportNoted', NotedReport>
  | Fact<'NegotiationCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;
