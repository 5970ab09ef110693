import type { Given } from './given';
import { begin } from './negotiation-stages';
import { path } from './path';

/** A negotiation in which every step is left out that may be, and of which nobody knows from where people came. */
export function shortenedNegotiation(): Given[] {
  const skip = (reason: string, at: string) => (so: Given) => so.when('skip-step', { reason }, { at });
  return path(
    begin(),
    skip('Suunniteltiin jo viime vuonna.', '2026-03-12T15:00:00+02:00'),
    (so) =>
      so.when('fix-date', { negotiation: { on: '2026-08-27', basis: 'agreed' } }, { at: '2026-03-30T10:00:00+03:00' }),
    (so) => so.when('invite', {}, { at: '2026-05-25T09:00:00+03:00' }),
    skip('Vastaukset käydään läpi neuvottelussa.', '2026-08-21T10:00:00+03:00'),
    (so) =>
      so.when(
        'record-negotiation',
        {
          heldOn: '2026-08-27',
          participantsTotal: 49,
          chair: 'hyte-johtaja',
          secretary: 'yhdyspintakoordinaattori',
          topics: ['Lasten liikunta'],
          agreed: ['Liikuntakumppani jokaiseen kuntaan'],
        },
        { at: '2026-08-27T16:00:00+03:00' },
      ),
    skip('Yhteenveto hyväksyttiin neuvottelussa.', '2026-09-10T10:00:00+03:00'),
    (so) =>
      so.when(
        'remind',
        { deadline: 'summary', rung: 'T-7', audience: 'coordinator', template: 'step-due' },
        { role: 'clock', at: '2026-10-01T09:00:00+03:00' },
      ),
    (so) => so.when('finish-summary', { proposal: 'Hyväksytään.' }, { at: '2026-10-02T09:00:00+03:00' }),
  );
}
