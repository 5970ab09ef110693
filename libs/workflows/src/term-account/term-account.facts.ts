import type { DecisionNote, MovedMeetingsNote } from '../board-handling/decision-note';
import type { PartiesChange } from '../collecting/asked-requests';
import type { DatesChange } from '../dated-steps/moved-steps';
import type { AnswerNote } from '../information-request/answer-note';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact } from '../kernel/definition';
import type { AccountStep, Closing, OwnAccount, Publication } from './term-account.data';

/** What can become true of a term's accounts and plans. */
export type AccountFact =
  | Fact<'AccountsRequested'>
  | Fact<'AnswerNoted', AnswerNote>
  | Fact<'HandlingStarted', OwnAccount>
  | Fact<'BodyDecisionNoted', DecisionNote>
  | Fact<'CouncilDecisionNoted', DecisionNote>
  | Fact<'AccountRejectionNoted', DecisionNote>
  | Fact<'BodyMeetingsMoved', MovedMeetingsNote>
  | Fact<'AccountPublished', Publication>
  | Fact<'OwnPartSkipped', { reason: string }>
  | Fact<'AccountsClosed', Closing>
  | Fact<'DatesChanged', DatesChange<AccountStep>>
  | Fact<'PartiesChanged', PartiesChange>
  | Fact<'AccountsCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;
