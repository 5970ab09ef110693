import type { Json } from '@app/workflows';
import { negotiation, request } from './example-paths';
import type { Given } from './given';
import { path } from './path';

/** Histories in which time stands still, and in which an end is undone. Each is every step of one path. */

const stopped = { reason: 'Kuntavaalien tulos selvitetään ensin.' };
const goesOn = { reason: 'Tulos on selvillä.' };
const mistaken = { reason: 'Peruttiin erehdyksessä.' };

/** A negotiation that stands still while answers come in, its dates moved meanwhile, and that goes on after one of them. */
export function pausedNegotiation(): Given[] {
  const awaiting = negotiation().find(({ instance }) => instance.state === 'open.awaiting-answers') as Given;
  return path(
    awaiting,
    (so) => so.when('pause', stopped, { at: '2026-06-10T09:00:00+03:00' }),
    (so) =>
      so.when(
        'note-answer',
        { organisation: '016', outcome: 'answered', late: false },
        { role: 'workflow', by: '09.test.answer-016' },
      ),
    (so) =>
      so.when('reschedule', {
        dates: { negotiation: { on: '2026-09-02', at: '09:00', basis: 'agreed' } },
        reason: 'Tila on varattu.',
      }),
    (so) => so.when('resume', goesOn, { at: '2026-08-24T09:00:00+03:00' }),
    (so) => so.when('pass-deadline', { deadline: 'answersCompiled' }, { role: 'clock' }),
    (so) => so.when('compile-answers', {}, { at: '2026-08-25T10:00:00+03:00' }),
  );
}

/** A negotiation that was cancelled by mistake, and is paused and cancelled again. */
export function reopenedNegotiation(): Given[] {
  return path(
    negotiation()[0] as Given,
    (so) => so.when('cancel', { reason: 'Kokeilu.' }, { at: '2026-02-02T09:00:00+02:00' }),
    (so) => so.when('reopen', mistaken, { at: '2026-02-09T09:00:00+02:00' }),
    (so) => so.when('pause', stopped),
    (so) => so.when('cancel', { reason: 'Siirtyy ensi vuoteen.' }),
    (so) => so.when('reopen', mistaken, { at: '2026-02-16T09:00:00+02:00' }),
  );
}

/** A request that stands still over its reply date, is answered late, withdrawn and reopened. */
export function pausedRequest(data: Json): Given[] {
  return path(
    request(data)[0] as Given,
    (so) => so.when('pause', stopped, { at: '2026-08-11T09:00:00+03:00', role: 'workflow' }),
    (so) => so.when('resume', goesOn, { at: '2026-08-28T10:00:00+03:00', role: 'workflow' }),
    (so) => so.when('pass-deadline', { deadline: 'answer' }, { role: 'clock' }),
    (so) => so.when('record-answer', { answers: { efforts: 'Liikunta.' } }, { role: 'respondent' }),
    (so) => so.when('withdraw', { reason: 'Ei tarvita.' }),
    (so) => so.when('reopen', mistaken, { at: '2026-08-31T10:00:00+03:00' }),
  );
}
