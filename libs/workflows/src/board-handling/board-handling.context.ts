import type { CivilDate, Instant } from '@app/domain';
import type { ReachContext } from '../reach';
import type { HandlingInput, PlannedBody } from './board-handling.data';
import type { CountyDecision, Prepared } from './board-handling.forms';

/** A body of the order with the meeting that is to handle the case as things stand; null where none is known. */
export type HandlingBody = PlannedBody & { meetingOn: CivilDate | null };

/** A decision and the body that made it; `extract` is there once it has gone. */
export type Decided = CountyDecision & {
  body: string;
  extract?: { sentOn: CivilDate; recipients: string | null; servedOn: CivilDate | null };
};

/** The case as it stands: which body has it, for which of its meetings, and what has been decided so far. */
export type HandlingContext = Omit<HandlingInput, 'bodies' | 'proposal'> &
  ReachContext & {
    id: string;
    county: string;
    bodies: HandlingBody[];
    bodyNo: number;
    /** The meeting has been told of, not only expected. */
    onAgenda: boolean;
    /** What has been prepared for the agenda so far. */
    item: Prepared;
    caseNumber: string | null;
    /** When the mail that asks may leave: until then nobody has been told anything. */
    askLeavesAt: Instant;
    history: { what: 'asked' | 'reminded' | 'overdue' | 'rescheduled'; on: CivilDate }[];
    decisions: Decided[];
    escalated: boolean;
  };
