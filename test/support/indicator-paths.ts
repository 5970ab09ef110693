import { findDefinition } from '@app/workflows';
import { plannedEntry } from './example-area';
import type { Given } from './given';
import { given } from './given';
import { path, rung } from './path';

/** Histories of a round of indicator cards in the example area. Each is every step of one path. */

export function beginCards(): Given {
  const { id, data } = plannedEntry('indicator-cards-2026-1');
  const definition = findDefinition('indicator-card');
  if (!definition) throw new Error('indicator-card');
  return given(definition, data, { at: '2026-01-02T08:00:00+02:00', id });
}

/** The cards have been asked of their owners. */
export function cardsAsked(): Given {
  return beginCards().when('send-requests', {}, { at: '2026-04-02T09:00:00+03:00' });
}

/** The request of an owner tells how it ended. */
export function cardOf(organisation: string, more: object = {}) {
  const note = {
    organisation,
    outcome: 'answered',
    late: false,
    on: '2026-04-20',
    answers: { status: 'on-track' },
    ...more,
  };
  return (so: Given) =>
    so.when('note-answer', note, {
      role: 'workflow',
      by: `${so.instance.id}.answer-${organisation}`,
      at: '2026-04-20T10:00:00+03:00',
    });
}

/** Asked, moved, an owner leaves, the others answer, compiled. */
export function indicatorCards(): Given[] {
  return path(
    beginCards(),
    (so) => so.when('remind', rung('requestsSent', 'T-7', 'coordinator', 'step-due'), { role: 'clock' }),
    (so) => so.when('send-requests', {}, { at: '2026-04-02T09:00:00+03:00' }),
    (so) =>
      so.when('reschedule', {
        dates: { statusDue: { on: '2026-05-04', basis: 'requested' } },
        reason: 'Tilinpäätös vie aikaa.',
      }),
    (so) =>
      so.when('change-parties', {
        joined: [],
        left: [{ organisation: 'toimiala-5', successor: null }],
        reason: 'Toimiala ei omista indikaattoreita.',
      }),
    cardOf('toimiala-1'),
    cardOf('toimiala-2'),
    cardOf('toimiala-3', { late: true, on: '2026-05-05' }),
    (so) => so.when('pass-deadline', { deadline: 'statusDue' }, { role: 'clock', at: '2026-05-04T16:15:00+03:00' }),
    (so) => so.when('compile', { summary: 'Kolme neljästä etenee.' }, { at: '2026-05-12T10:00:00+03:00' }),
  );
}

/** Cancelled after the owners were asked. */
export function cancelledCards(): Given[] {
  return path(beginCards(), cardsAsked, (so) => so.when('cancel', { reason: 'Mittarit vaihtuvat.' }));
}
