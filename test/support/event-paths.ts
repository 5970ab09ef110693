import { findDefinition } from '@app/workflows';
import { plannedEntry } from './example-area';
import type { Given } from './given';
import { given } from './given';
import { path, rung } from './path';

/** Histories of the partnership forum of the example area. Each is every step of one path. */

/** The forum as the plan starts it. */
export function beginForum(): Given {
  const { id, data } = plannedEntry('partnership-forum-2026');
  const definition = findDefinition('event');
  if (!definition) throw new Error('event');
  return given(definition, data, { at: '2026-01-02T08:00:00+02:00', id });
}

/** Announced, moved, somebody more is invited and somebody less, held and noted. */
export function forum(): Given[] {
  return path(
    beginForum(),
    (so) => so.when('remind', rung('announcement', 'T-7', 'coordinator', 'step-due'), { role: 'clock' }),
    (so) => so.when('remind', rung('announcement', 'overdue', 'coordinator', 'step-overdue'), { role: 'clock' }),
    (so) => so.when('announce', { text: 'Aiheena nuoret.' }, { at: '2026-09-15T10:00:00+03:00' }),
    (so) =>
      so.when('reschedule', {
        dates: { event: { on: '2026-10-14', at: '09:00', place: 'Lahti', basis: 'agreed' } },
        reason: 'Tila on varattu.',
      }),
    (so) =>
      so.when('change-invited', {
        joined: [],
        left: [{ organisation: 'jarjesto-1', successor: null }],
        reason: 'Järjestö ei ehdi.',
      }),
    (so) =>
      so.when(
        'record-event',
        { heldOn: '2026-10-14', participants: [{ organisation: '016', people: 2 }] },
        { at: '2026-10-14T15:00:00+03:00' },
      ),
    (so) => so.when('record-notes', { outcomes: ['Yhteinen koulutus keväällä.'] }, { at: '2026-10-19T10:00:00+03:00' }),
  );
}

/** Cancelled after the invitation. */
export function cancelledForum(): Given[] {
  return path(
    beginForum(),
    (so) => so.when('announce', {}, { at: '2026-09-15T10:00:00+03:00' }),
    (so) => so.when('cancel', { reason: 'Ilmoittautuneita oli liian vähän.' }),
  );
}
