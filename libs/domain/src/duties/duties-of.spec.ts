import { ask, item, municipality, registerWith, row, stands } from '../../../../test/support/duties';
import { civilDate } from '../calendar/civil-date';

const heinola = 'takes-part:111:2026';

describe('the rows', () => {
  it('are one for each duty, holder and period: years first, then the terms that run in them', () => {
    expect(ask({ today: '2026-06-01' }).map(({ id }) => id)).toEqual([
      'annual-negotiation:09:2026',
      'county-report:09:2026',
      'takes-part:016:2026',
      'takes-part:111:2026',
      'municipal-report:016:2026',
      'municipal-report:111:2026',
      'county-account:09:2025-2029',
      'council-term-negotiation:09:2025-2029',
      'council-term-negotiation:016:2025-2029',
      'council-term-negotiation:111:2025-2029',
      'municipal-account:016:2025-2029',
      'municipal-account:111:2025-2029',
    ]);
  });

  it('show two terms side by side in the year in which one gives way to the next, each council with its own', () => {
    const terms = ask({ today: '2025-09-01', year: 2025 }).filter(({ period }) => period.kind === 'term');
    expect(
      terms.map(({ organisation, period }) => `${organisation} ${period.id} ${period.startsOn}–${period.endsOn}`),
    ).toEqual(
      expect.arrayContaining([
        '09 2025-2029 2025-06-01–2029-05-31',
        '09 2022-2025 2022-03-01–2025-05-31',
        '111 2025-2029 2025-06-01–2029-05-31',
        '111 2021-2025 2021-08-01–2025-05-31',
      ]),
    );
    expect(terms).toHaveLength(12);
  });

  it('begin with the first record, and hold nothing of earlier periods but what is known of them', () => {
    const asked = { today: '2026-06-01', evidence: [item('annual-negotiation', '09', '2023-08-17', 'held')] };
    const years = ask(asked).filter(({ period }) => period.kind === 'year');
    expect(years.filter(({ period }) => period.id < '2026').map(({ id, status }) => [id, status])).toEqual([
      ['annual-negotiation:09:2023', 'fulfilled'],
    ]);
    expect(years.some(({ period }) => period.id === '2026')).toBe(true);
  });

  it('of a year that nobody recorded say so when they are asked for, and do not call it missed', () => {
    const asked = { today: '2026-06-01', year: 2024 };
    expect(stands(asked, 'annual-negotiation:09:2024')).toEqual([
      'open',
      'Vuosi 2024 päättyi, ennen kuin tapahtumalokia alettiin pitää, eikä velvoitteen täyttämisestä ole merkintää. Tapahtuneen voi kirjata jälkikäteen.',
    ]);
    expect(stands({ ...asked, since: null }, 'municipal-report:016:2024')[0]).toBe('open');
  });
});

describe('a municipality that ends before its period', () => {
  const merged = registerWith(
    [municipality('016', 'Asikkala'), municipality('111', 'Heinola', { validTo: civilDate('2026-06-30') })],
    [{ on: civilDate('2026-07-01'), kind: 'merger', from: ['111'], into: '016' }],
  );

  it('hands its open duty to the municipality into which it merged, which is told so', () => {
    const answered = item('takes-part', '111', '2026-06-10', 'answered');
    const asked = {
      today: '2026-07-01',
      evidence: [answered, item('takes-part', '016', '2026-08-27', 'planned')],
      of: merged,
    };
    expect(ask(asked).some(({ organisation }) => organisation === '111')).toBe(false);
    const successor = row(asked, 'takes-part:016:2026');
    expect([successor.status, successor.reason?.fi]).toEqual([
      'open',
      'Täyttämätön velvoite siirtyi kuntaliitoksessa 1.7.2026 (Heinola).',
    ]);
    expect(successor.evidence).toEqual([answered]);
    expect(ask({ ...asked, today: '2027-02-01' }).filter(({ organisation }) => organisation === '111')).toEqual([]);
  });

  it('leaves what it has missed to a municipality that began only with the merger', () => {
    const of = registerWith(
      [
        municipality('111', 'Heinola', { validTo: civilDate('2026-11-30') }),
        municipality('999', 'Uusi', { validFrom: civilDate('2026-12-01') }),
      ],
      [{ on: civilDate('2026-12-01'), kind: 'merger', from: ['111'], into: '999' }],
    );
    const asked = { today: '2027-02-01', evidence: [item('annual-negotiation', '09', '2026-08-27', 'held')], of };
    const { status, reason } = row(asked, 'takes-part:999:2026');
    expect(status).toBe('missed');
    expect(reason?.fi).toContain('kuntaa ei ole kirjattu läsnä olleeksi');
    expect(reason?.fi).toContain('siirtyi kuntaliitoksessa 1.12.2026 (Heinola).');
  });

  it('has its own open duties until its last day', () => {
    expect(row({ today: '2026-06-30', of: merged }, heinola).status).toBe('at-risk');
  });

  it('keeps what it had fulfilled', () => {
    const evidence = [item('takes-part', '111', '2026-05-05', 'present')];
    expect(row({ today: '2027-02-01', evidence, of: merged }, heinola).status).toBe('fulfilled');
  });

  it('has none in a period in which it no longer existed, and one that began later none before', () => {
    const later = registerWith([
      municipality('111', 'Heinola', { validTo: civilDate('2026-06-30') }),
      municipality('999', 'Uusi', { validFrom: civilDate('2027-01-01') }),
    ]);
    const holders = (year: number) =>
      ask({ today: '2026-03-01', year, of: later })
        .filter(({ duty }) => duty === 'takes-part')
        .map(({ organisation }) => organisation);
    expect([holders(2026), holders(2027)]).toEqual([['111'], ['999']]);
  });

  it('leaves with an area transfer without a trace of a miss, and is named when nobody goes on in its place', () => {
    const organisations = [municipality('111', 'Heinola', { validTo: civilDate('2026-06-30') })];
    const transferred = registerWith(organisations, [
      { on: civilDate('2026-07-01'), kind: 'transfer', organisation: '111', to: '08' },
    ]);
    expect(
      ask({ today: '2027-02-01', year: 2026, of: transferred }).filter(({ organisation }) => organisation === '111'),
    ).toEqual([]);
    expect(stands({ today: '2027-02-01', year: 2026, of: registerWith(organisations) }, heinola)).toEqual([
      'open',
      'Kunnan viimeinen päivä oli 30.6.2026, eikä rekisterissä ole sen seuraajaa.',
    ]);
  });

  it('is followed through one merger after another', () => {
    const chain = registerWith(
      [
        municipality('111', 'Heinola', { validTo: civilDate('2026-03-31') }),
        municipality('081', 'Hartola', { validTo: civilDate('2026-06-30') }),
        municipality('016', 'Asikkala'),
      ],
      [
        { on: civilDate('2026-04-01'), kind: 'merger', from: ['111'], into: '081' },
        { on: civilDate('2026-07-01'), kind: 'merger', from: ['081', '016'], into: '016' },
      ],
    );
    const reason = row({ today: '2026-08-01', of: chain }, 'takes-part:016:2026').reason?.fi;
    expect(reason).toContain('siirtyi kuntaliitoksessa 1.4.2026 (Heinola).');
    expect(reason).toContain('siirtyi kuntaliitoksessa 1.7.2026 (Hartola).');
  });
});
