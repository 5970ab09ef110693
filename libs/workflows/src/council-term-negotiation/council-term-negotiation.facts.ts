import type { CivilDate } from '@app/domain';
import type { z } from 'zod';
import type { DecisionNote, MovedMeetingsNote } from '../board-handling/decision-note';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact } from '../kernel/definition';
import type * as agreement from './council-term-negotiation.agreement';
import type * as data from './council-term-negotiation.data';

/** What can become true of a council term's negotiation. */
export type TermFact =
  | Fact<'ForumAgreed', z.infer<typeof data.forumAgreement>>
  /** What an earlier term left open stands first in the picture. */
  | Fact<'SituationShared', { takenOver: data.TakenOver[] } & z.infer<typeof data.situationPicture>>
  | Fact<'GoalsWorkbookFinished', z.infer<typeof data.goalsWorkbook>>
  | Fact<'StepSkipped', { step: data.PreparationStep; reason: string }>
  | Fact<'NegotiationHeld', data.TermNegotiation>
  | Fact<'AgreementSent', agreement.SentAgreement>
  /** A council is done with its case. */
  | Fact<'CouncilDecisionNoted', DecisionNote>
  /** A body of the county is, and the next one has the case. */
  | Fact<'BodyDecisionNoted', DecisionNote>
  | Fact<'CountyMeetingMoved', MovedMeetingsNote>
  | Fact<'AgreementSigned', agreement.Agreement>
  | Fact<'YearlyInputRecorded', agreement.GivenInput>
  | Fact<'YearlyInputSkipped', agreement.SkippedInput>
  | Fact<'MidEvaluationRecorded', data.MidEvaluation>
  | Fact<'MidEvaluationSkipped', { reason: string }>
  | Fact<'TermHandedOver', data.HandOver>
  | Fact<'MattersTakenOver', data.TakenOver>
  | Fact<'DatesChanged', data.DatesChange>
  | Fact<'MunicipalitiesChanged', data.MunicipalitiesChange>
  | Fact<'TermClosed', data.Closing>
  | Fact<'TermMissed', { reason: string }>
  | Fact<'TermCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

/** The day on which the thing happened that is told now; undefined where the telling itself is the thing. */
export function happenedOn({ type, data }: TermFact): CivilDate | undefined {
  switch (type) {
    case 'ForumAgreed':
      return data.agreedOn;
    case 'SituationShared':
      return data.sharedOn;
    case 'GoalsWorkbookFinished':
      return data.finishedOn;
    case 'NegotiationHeld':
      return data.heldOn;
    case 'AgreementSigned':
      return data.signedOn;
    case 'MidEvaluationRecorded':
      return data.evaluatedOn;
    default:
      return undefined;
  }
}
