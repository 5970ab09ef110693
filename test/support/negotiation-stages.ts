import { findDefinition } from '@app/workflows';
import { exampleRegister, plannedEntry } from './example-area';
import type { Given } from './given';
import { given } from './given';

/**
 * The negotiation of the example area, brought as far as a test needs it. Every stage stands on the day its plan gives, and
 * is reached once: a test goes on from it without changing it.
 */

const planned = plannedEntry('hyte-negotiation-2026');
const hyteNegotiation = findDefinition('hyte-negotiation');
if (!hyteNegotiation) throw new Error('the plan starts nothing');
const { data, id } = planned;
const definition = hyteNegotiation;

function once(stage: () => Given): () => Given {
  let reached: Given | undefined;
  return () => (reached ??= stage());
}

export const organisations = exampleRegister().organisations;

export const fixed = {
  negotiation: { on: '2026-08-27', at: '08:30', until: '15:15', place: 'Lahti', basis: 'agreed' },
};

export const begin = once(() => given(definition, data, { at: '2026-01-02T08:00:00+02:00', id }));

export const toInvitation = once(() =>
  begin()
    .when('record-planning', { heldOn: '2026-03-12' }, { at: '2026-03-12T15:00:00+02:00' })
    .when('fix-date', fixed, { at: '2026-03-30T10:00:00+03:00' }),
);

export const invited = once(() => toInvitation().when('invite', {}, { at: '2026-05-25T09:00:00+03:00' }));

/** A child of the negotiation, as the one that tells it something. */
export function child(key: string) {
  return { role: 'workflow' as const, by: `${id}.${key}` };
}

/** What a request tells the negotiation: the organisation's first, unless another key is given. */
export function answered(
  so: Given,
  organisation: string,
  outcome = 'answered',
  at = '2026-08-10T09:00:00+03:00',
  key = `answer-${organisation}`,
): Given {
  return so.when('note-answer', { organisation, outcome, late: false }, { ...child(key), at });
}

export function allAnswered(so: Given): Given {
  return organisations.reduce((step, organisation) => answered(step, organisation.id), so);
}

export const compiled = once(() =>
  allAnswered(invited()).when('compile-answers', {}, { at: '2026-08-21T10:00:00+03:00' }),
);

export const toComments = once(() =>
  compiled()
    .when(
      'record-negotiation',
      { heldOn: '2026-08-27', participants: [{ organisation: '016', people: 3 }] },
      { at: '2026-08-27T16:00:00+03:00' },
    )
    .when('send-draft-summary', {}, { at: '2026-09-10T10:00:00+03:00' }),
);

export const toBoard = once(() =>
  toComments().when(
    'finish-summary',
    { proposal: 'Lautakunta hyväksyy yhteenvedon.' },
    { at: '2026-09-25T10:00:00+03:00' },
  ),
);

/** What the board's case tells the negotiation. */
export function decision(what: string) {
  return {
    organisation: '09',
    decision: what,
    meetingOn: '2026-10-15',
    section: '36',
    caseNumber: null,
    minutes: null,
    extractsTo: null,
    last: true,
    body: 'hyte-lautakunta',
  };
}

export const toAcknowledgements = once(() =>
  toBoard()
    .when('note-decision', decision('approve'), { role: 'workflow', at: '2026-10-16T10:00:00+03:00' })
    .when('send-result', {}, { at: '2026-10-19T10:00:00+03:00' }),
);
