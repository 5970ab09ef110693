import type { z } from 'zod';
import type { DecisionNote, MovedMeetingsNote } from '../board-handling/decision-note';
import type { PartiesChange } from '../collecting/asked-requests';
import type { CarriedGoals } from '../goals';
import type { DatesChange } from '../dated-steps/moved-steps';
import type { AnswerNote } from '../information-request/answer-note';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact } from '../kernel/definition';
import type * as data from './wellbeing-report.data';

/** What can become true of a wellbeing report. */
export type ReportFact =
  | Fact<'CollectionDesigned', z.infer<typeof data.design>>
  | Fact<'CardsRequested'>
  | Fact<'AnswerNoted', AnswerNote>
  | Fact<'IndicatorsGathered', z.infer<typeof data.indicators>>
  | Fact<'CardsCompiled', z.infer<typeof data.compiled>>
  | Fact<'ReportFinished', z.infer<typeof data.readyReport>>
  | Fact<'BodyDecisionNoted', DecisionNote>
  | Fact<'CouncilDecisionNoted', DecisionNote>
  | Fact<'ReportRejectionNoted', DecisionNote>
  | Fact<'BodyMeetingsMoved', MovedMeetingsNote>
  | Fact<'ReportPublished', z.infer<typeof data.publication>>
  | Fact<'ReportDelivered', data.Delivery>
  | Fact<'GoalsCarriedOver', CarriedGoals>
  | Fact<'StepSkipped', { step: data.ReportStep; reason: string }>
  | Fact<'DatesChanged', DatesChange<data.ReportStep>>
  | Fact<'PartiesChanged', PartiesChange>
  | Fact<'ReportCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;
