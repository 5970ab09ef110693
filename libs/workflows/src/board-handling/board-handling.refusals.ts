import { longDate } from '@app/domain';
import { label } from '../fields';
import type { Fact, Refusal } from '../kernel/definition';
import type { HandlingContext } from './board-handling.context';
import type { CountyDecision, Prepared, Rescheduling, SentExtract } from './board-handling.forms';
import { whyDateStays } from './board-handling.moves';
import { whyNotDecided, whyNotPrepared, whyNotServed, whyNotThen } from './board-handling.reasons';

/** Why each guard of the chart refuses. */
export const refusals: Record<string, Refusal<HandlingContext>> = {
  mayBePrepared: {
    codes: ['incomplete', 'case-number'],
    why: (context, { data }) => whyNotPrepared(context, data as Prepared),
  },
  mayBePlaced: {
    codes: ['out-of-order'],
    why: (context, { data }) => whyNotThen(context, context.bodyNo, (data as CountyDecision).meetingOn),
  },
  mayBeDecided: {
    codes: ['too-early', 'out-of-order', 'case-number'],
    why: (context, fact) => whyNotDecided(context, fact as Fact<string, CountyDecision>),
  },
  mayBeServed: {
    codes: ['too-early', 'out-of-order'],
    why: (context, fact) => whyNotServed(context, fact as Fact<string, SentExtract>),
  },
  dateMayMove: {
    codes: ['unknown-body', 'already-decided', 'out-of-order', 'nothing-changes', 'in-the-past'],
    why: (context, fact) => whyDateStays(context, fact as Fact<string, Rescheduling>),
  },
  overdueAndNotEscalated: {
    code: 'not-overdue',
    detail: ({ due }) =>
      label(
        `Asian voi viedä johtajalle kerran, kun vastauspäivä (${due ? longDate(due.on, 'fi') : 'ei asetettu'}) on mennyt.`,
        `Ärendet kan föras till ledningen en gång, när svarsdagen (${due ? longDate(due.on, 'sv') : 'inte utsatt'}) har passerat.`,
        `The case can be escalated once, after the reply date (${due ? longDate(due.on, 'en') : 'none'}) has passed.`,
      ),
  },
};
