import { item, municipality, registerWith, row, stands } from '../../../../test/support/duties';
import { civilDate } from '../calendar/civil-date';

const planned = item('annual-negotiation', '09', '2026-08-27', 'planned');
const held = item('annual-negotiation', '09', '2026-08-27', 'held');
const county = 'annual-negotiation:09:2026';
const heinola = 'takes-part:111:2026';

describe('the county’s year', () => {
  it.each([
    ['a negotiation that was held', '2026-09-01', [planned, held], ['fulfilled', null]],
    ['a planned one that lies ahead', '2026-06-01', [planned], ['open', null]],
    ['nothing planned', '2026-06-01', [], ['at-risk', 'Vuodelle 2026 ei ole suunniteltua päivää.']],
    [
      'a planned day that has gone by',
      '2026-08-28',
      [planned],
      ['at-risk', 'Suunniteltu päivä 27.8.2026 on mennyt, eikä toteutumista ole kirjattu.'],
    ],
    ['the planned day itself', '2026-08-27', [planned], ['open', null]],
    [
      'the last days of the year, although a day is planned',
      '2026-11-25',
      [item('annual-negotiation', '09', '2026-12-10', 'planned')],
      ['at-risk', 'Vuotta on jäljellä 36 päivää. Suunniteltu päivä on 10.12.2026.'],
    ],
    [
      'its last day',
      '2026-12-31',
      [],
      ['at-risk', 'Vuodelle 2026 ei ole suunniteltua päivää. Tämä on vuoden viimeinen päivä.'],
    ],
    [
      'its end without',
      '2027-01-01',
      [planned],
      ['missed', 'Vuosi 2026 on päättynyt, eikä tapahtumalokissa ole merkintää velvoitteen täyttämisestä.'],
    ],
    [
      'a day planned for another year only',
      '2026-06-01',
      [item('annual-negotiation', '09', '2027-01-12', 'planned')],
      ['at-risk', 'Vuodelle 2026 ei ole suunniteltua päivää.'],
    ],
    ['one that is only about to be held', '2025-12-01', [planned], ['open', null]],
  ] as const)('with %s', (_, today, evidence, expected) => {
    expect(stands({ today, evidence: [...evidence], year: 2026, since: '2025-01-01' }, county)).toEqual(expected);
  });

  it('is at risk from the sixtieth day before its end', () => {
    const evidence = [item('annual-negotiation', '09', '2026-12-10', 'planned')];
    expect(row({ today: '2026-11-01', evidence }, county).status).toBe('open');
    expect(row({ today: '2026-11-02', evidence }, county).status).toBe('at-risk');
  });

  it('is not fulfilled by a negotiation without the other actors, which 7 § 4 mom. requires', () => {
    const alone = { ...held, weight: 'supports' as const, lacks: 'other-actors' as const };
    const because =
      'Neuvottelu pidettiin 27.8.2026, mutta siihen ei kutsuttu muita toimijoita kuin kuntia; laki edellyttää neuvottelua myös niiden kanssa.';
    expect(stands({ today: '2026-09-01', evidence: [planned, alone] }, county)).toEqual([
      'at-risk',
      `${because} Uusi neuvottelu ennen vuoden loppua täyttäisi velvoitteen.`,
    ]);
    expect(stands({ today: '2027-01-01', evidence: [alone] }, county)[0]).toBe('missed');
    expect(stands({ today: '2027-01-01', evidence: [alone] }, county)[1]).toContain(because);
    expect(
      row({ today: '2026-12-20', evidence: [alone, item('annual-negotiation', '09', '2026-12-15', 'held')] }, county),
    ).toMatchObject({
      status: 'fulfilled',
      evidence: [{ on: '2026-08-27' }, { on: '2026-12-15' }],
    });
  });

  it('shows its evidence in the order of time, without what is only planned', () => {
    const later = item('annual-negotiation', '09', '2026-10-15', 'decision');
    expect(row({ today: '2026-11-01', evidence: [planned, later, held] }, county).evidence).toEqual([held, later]);
  });
});

describe('a municipality’s year', () => {
  const there = item('takes-part', '111', '2026-08-27', 'present');

  it('is fulfilled by its presence, and by nothing else', () => {
    expect(stands({ today: '2026-09-01', evidence: [held, there] }, heinola)).toEqual(['fulfilled', null]);
    const answered = item('takes-part', '111', '2026-08-10', 'answered');
    expect(stands({ today: '2026-09-01', evidence: [held, answered] }, heinola)[0]).toBe('at-risk');
  });

  it('is at risk after a negotiation without it, and missed when the year is over', () => {
    const because = 'Neuvottelu pidettiin 27.8.2026, mutta kuntaa ei ole kirjattu läsnä olleeksi.';
    expect(stands({ today: '2026-09-01', evidence: [held] }, heinola)).toEqual([
      'at-risk',
      `${because} Uusi neuvottelu ennen vuoden loppua täyttäisi velvoitteen.`,
    ]);
    const again = item('takes-part', '111', '2026-10-08', 'planned');
    expect(stands({ today: '2026-09-01', evidence: [held, again] }, heinola)[1]).toMatch(
      /Suunniteltu päivä on 8.10.2026\.$/,
    );
    expect(stands({ today: '2027-01-01', evidence: [held] }, heinola)).toEqual([
      'missed',
      `${because} Vuosi 2026 on päättynyt, eikä tapahtumalokissa ole merkintää velvoitteen täyttämisestä.`,
    ]);
  });

  it('of a report that the year clock does not plan is open until the year nears its end', () => {
    expect(stands({ today: '2026-06-01' }, 'municipal-report:016:2026')).toEqual(['open', null]);
    expect(stands({ today: '2026-12-01' }, 'municipal-report:016:2026')).toEqual([
      'at-risk',
      'Vuotta on jäljellä 30 päivää.',
    ]);
  });
});

describe('a council term', () => {
  const id = 'county-account:09:2025-2029';

  it.each([
    ['2027-05-31', ['open', null]],
    ['2027-06-01', 1],
    ['2028-05-31', 1],
    ['2028-06-01', 2],
    ['2028-12-01', 3],
    ['2029-02-28', 3],
    ['2029-03-01', 4],
    ['2029-05-01', 5],
    ['2029-05-31', 5],
    [
      '2029-06-01',
      [
        'missed',
        'Valtuustokausi 2025-2029 on päättynyt, eikä tapahtumalokissa ole merkintää velvoitteen täyttämisestä.',
      ],
    ],
  ])('that ends on 31.5.2029 warns on %s: %j', (today, expected) => {
    const [status, reason, warning] = stands({ today, year: 2027, since: '2025-06-02' }, id);
    if (typeof expected === 'number') expect([status, warning]).toEqual(['at-risk', expected]);
    else expect([status, reason]).toEqual(expected);
  });

  it('warns with a text that grows', () => {
    const texts = ['2027-06-01', '2028-06-01', '2028-12-01', '2029-03-01', '2029-05-01'].map((today) =>
      String(stands({ today, year: 2027 }, id)[1]),
    );
    expect(texts[0]).toBe('Valtuustokausi päättyy 31.5.2029, alle 24 kuukauden kuluttua.');
    expect(texts[4]).toBe(
      'Valtuustokausi päättyy 31.5.2029, alle kuukauden kuluttua. Varatkaa ajankohta ja valmistelijat. Varmistakaa, että asia ehtii toimielimiin ennen kauden loppua. Viekää asia johdon tietoon. Ellei velvoitetta täytetä ennen kauden loppua, se jää täyttämättä.',
    );
    expect(texts.map((text) => text.length)).toEqual(texts.map((text) => text.length).sort((a, b) => a - b));
  });

  it('is fulfilled for a municipality by a day in its own term, which began before the county’s', () => {
    const evidence = [item('council-term-negotiation', '111', '2022-01-20', 'present')];
    expect(row({ today: '2026-06-01', evidence, year: 2022 }, 'council-term-negotiation:111:2021-2025').status).toBe(
      'fulfilled',
    );
  });

  it('tells a municipality that was not at the county’s negotiation', () => {
    const evidence = [item('council-term-negotiation', '09', '2026-05-01', 'held')];
    expect(stands({ today: '2026-06-01', evidence }, 'council-term-negotiation:111:2025-2029')).toEqual([
      'at-risk',
      'Neuvottelu pidettiin 1.5.2026, mutta kuntaa ei ole kirjattu läsnä olleeksi. Uusi neuvottelu ennen valtuustokauden loppua täyttäisi velvoitteen.',
    ]);
  });
});

describe('a period that is over', () => {
  const late = { today: '2027-01-01', year: 2026, since: '2026-12-20' };
  const unknown =
    'Vuosi 2026 on päättynyt. Loki alkoi vasta 20.12.2026, eikä siitä näe, täytettiinkö velvoite ennen sitä. Tapahtuneen voi kirjata jälkikäteen.';

  it('is open, not missed, where the log began late in it and knows nothing', () => {
    for (const id of [county, heinola, 'county-report:09:2026', 'municipal-report:016:2026'])
      expect(stands(late, id)).toEqual(['open', unknown]);
    expect(stands({ ...late, evidence: [held] }, heinola)[0]).toBe('open');
    // Planned, in a plan that was activated afterwards, for a day before the log began.
    expect(stands({ ...late, evidence: [planned] }, county)).toEqual(['open', unknown]);
  });

  it('is missed where the log began late in it and saw the planned day go by, or a negotiation held without', () => {
    const august = { ...late, since: '2026-08-01' };
    expect(stands({ ...august, evidence: [planned] }, county)[0]).toBe('missed');
    expect(stands({ ...august, evidence: [held] }, heinola)[0]).toBe('missed');
    const alone = { ...held, weight: 'supports' as const, lacks: 'other-actors' as const };
    expect(stands({ ...august, evidence: [alone] }, county)[0]).toBe('missed');
  });

  it.each([
    ['2026-01-01', 'missed'],
    ['2026-01-31', 'missed'],
    ['2026-02-01', 'open'],
    ['2026-12-31', 'open'],
  ])('is told of as a whole by a log that began within its first 31 days: on %s %s', (since, status) => {
    expect(row({ today: '2027-01-01', year: 2026, since }, 'county-report:09:2026').status).toBe(status);
  });

  it('of a term is judged by the same days', () => {
    const account = (since: string) => row({ today: '2029-06-01', year: 2029, since }, 'county-account:09:2025-2029');
    expect(account('2025-06-30').status).toBe('missed');
    expect(account('2026-01-02')).toMatchObject({
      status: 'open',
      reason: { en: expect.stringContaining('The council term 2025-2029 is over. The log began only on 2') as string },
    });
  });

  const young = (validFrom: string) =>
    registerWith([municipality('111', 'Heinola', { validFrom: civilDate(validFrom) })]);

  it('is open for a municipality that began late in it, and was not there to be present', () => {
    const asked = { today: '2027-01-01', evidence: [held], of: young('2026-12-01') };
    expect(stands(asked, heinola)).toEqual([
      'open',
      'Vuosi 2026 on päättynyt. Kunta aloitti vasta 1.12.2026, eikä sen jälkeen ole merkintää velvoitteesta.',
    ]);
    expect(stands({ ...asked, today: '2026-12-02' }, heinola)[1]).not.toContain('läsnä');
    expect(stands({ ...asked, of: young('2026-08-01') }, heinola)[0]).toBe('missed');
    expect(stands({ ...asked, of: young('2026-01-31') }, heinola)[0]).toBe('missed');
  });
});
