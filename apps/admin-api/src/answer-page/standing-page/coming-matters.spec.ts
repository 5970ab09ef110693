import { civilDate } from '@app/domain';
import type { Instance } from '@app/workflows';
import { childrenOf, negotiation, request } from '../../../../../test/support/example-paths';
import { comingMatters } from './coming-matters';

const asikkala = { organisation: '016', language: 'fi' as const };
const year = negotiation();
/** The negotiation as it stood when nobody had been invited yet. */
const planned = year[0]?.instance as Instance;
const invited = year.find(({ effects }) => effects.children.some(({ key }) => key === 'answer-016'))
  ?.instance as Instance;
const coming = (instances: Instance[], today: string, of = asikkala) =>
  comingMatters(instances, { ...of, today: civilDate(today) }).map(({ on, title }) => [on, title]);

describe('what is coming for an organisation', () => {
  it('is what the plan will ask of it, and the meetings it comes to', () => {
    expect(coming([planned], '2026-02-01')).toMatchInlineSnapshot(`
      [
        [
          "2026-08-17",
          "Vastaus ennakkotehtävään",
        ],
        [
          "2026-09-24",
          "Aika kommentoida luonnosta",
        ],
        [
          "2026-11-30",
          "Tieto tuloksen käsittelystä",
        ],
      ]
    `);
  });

  it('is not what has been asked of it already, nor what has passed', () => {
    const data = childrenOf(year).find(({ key }) => key === 'answer-016')?.data;
    const asked = request(data as never)[0]?.instance as Instance;
    const child = { ...asked, parent: { id: invited.id, key: 'answer-016' } };
    const days = coming([invited, child], '2026-05-26').map(([on]) => on);
    expect(days).not.toContain('2026-08-17');
    expect(coming([invited], '2026-05-26').map(([on]) => on)).toContain('2026-08-17');
    expect(coming([invited, child], '2027-06-01')).toEqual([]);
  });
});
