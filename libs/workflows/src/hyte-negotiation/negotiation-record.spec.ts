import type { Evidence } from '@app/domain';
import { plannedEntry } from '../../../../test/support/example-area';
import { compiled } from '../../../../test/support/negotiation-stages';
import type { Given } from '../../../../test/support/given';
import { evidenceIn } from '../kernel/read-evidence';
import { definitions } from '../registry';

const at = { at: '2026-08-27T16:00:00+03:00' };
const record = (data: object): Given => compiled().when('record-negotiation', { heldOn: '2026-08-27', ...data }, at);
const refusedFor = (data: object) =>
  compiled()
    .refuses('record-negotiation', { heldOn: '2026-08-27', ...data }, at)
    .issues?.map(({ path }) => path);
const heldEvidence = ({ events }: Given) =>
  evidenceIn(definitions, '09', events).filter(({ kind }) => kind === 'held' || kind === 'present');
const asikkala = [{ organisation: '016', people: 3 }];

describe('the record of the negotiation', () => {
  it('has who led it and wrote it down, as ids, what was handled and what was agreed', () => {
    const told = {
      chair: 'hyte-johtaja',
      secretary: 'yhdyspintakoordinaattori',
      topics: ['Lasten liikunta'],
      agreed: ['Liikuntakumppani jokaiseen kuntaan'],
    };
    expect(record({ participants: asikkala, ...told }).instance.context).toMatchObject({
      participants: asikkala,
      participantsTotal: null,
      record: told,
    });
    expect(refusedFor({ participants: asikkala, chair: 'Aino Esimerkki' })).toEqual(['chair']);
  });

  it('needs to say who came, or how many', () => {
    expect(refusedFor({})).toEqual(['participants']);
    expect(refusedFor({ participants: [] })).toEqual(['participants']);
    expect(refusedFor({ participants: asikkala, participantsTotal: 2 })).toEqual(['participantsTotal']);
  });

  it('with the number alone fulfils the county’s duty and no municipality’s', () => {
    const evidence = heldEvidence(record({ participantsTotal: 49 }));
    expect(evidence.map(({ of, weight }: Evidence) => [of, weight])).toEqual([['09', 'fulfils']]);
    expect(evidence[0]?.text.en).toContain('Present: 49 people; their organisations were not recorded.');
  });

  it('counts all who came where only some are known by their organisation', () => {
    const evidence = heldEvidence(record({ participants: asikkala, participantsTotal: 49 }));
    expect(evidence.map(({ of, text }) => [of, text.en])).toEqual([
      ['09', expect.stringContaining('Present: 1 municipality and 0 other actors, 49 people in all.')],
      ['016', 'Present at the negotiation: 3 people.'],
    ]);
  });

  it('without other actors among those invited supports the county’s duty, whatever number came', () => {
    const { parties } = plannedEntry('hyte-negotiation-2026').data as unknown as {
      parties: { organisation: string; kind: string }[];
    };
    const left = parties
      .filter(({ kind }) => kind === 'other')
      .map(({ organisation }) => ({ organisation, successor: null }));
    const evidence = heldEvidence(
      compiled()
        .when('change-parties', { joined: [], left, reason: 'Kokeilu.' })
        .when('record-negotiation', { heldOn: '2026-08-27', participantsTotal: 49 }, at),
    );
    expect(evidence).toMatchObject([{ of: '09', weight: 'supports', lacks: 'other-actors' }]);
  });
});
