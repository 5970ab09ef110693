import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { exampleRegister } from '../../../../test/support/example-area';
import { dutiesOf2026 } from '../../test/plan-data';
import { languages } from '../text';
import { checkPlan } from './check-plan';

type Json = Record<string, unknown>;

function example(year: number): Json {
  const file = join(__dirname, '../../../../data', `paijat-hame-${year}.yaml`);
  return parse(readFileSync(file, 'utf8')) as Json;
}

/** A plan for 2026 with one event on the dates given. */
function planWith(dates: Json, entry: Json = {}): Json {
  return {
    county: '09',
    year: 2026,
    title: 'Vuosikello',
    entries: [{ id: 'seminar', workflow: 'event', dates, ...entry }],
  };
}

function meeting(date: Json): Json {
  return planWith({ meeting: { basis: 'agreed', ...date } });
}

function found(data: unknown) {
  const { findings } = checkPlan(data, { fulfilled: dutiesOf2026 });
  return findings.map(({ code, entry, date, proposal }) => [code, entry, date, proposal]);
}

describe('the example plans', () => {
  it('2025 has the four mistakes its authors made, and neither the report nor the negotiation of the term that ended', () => {
    const { plan, findings } = checkPlan(example(2025));
    expect(plan?.entries).toHaveLength(8);
    const blocked = ['entries', 2, 'dates', 'meeting', 'on'];
    const seminar = ['entries', 7, 'dates', 'event', 'on'];
    expect(findings.map(({ message: _message, ...finding }) => finding)).toEqual([
      {
        ...{ code: 'blocked-day', severity: 'error', entry: 'interface-board-2025-3', date: '2025-05-29' },
        ...{ proposal: '2025-05-30', path: blocked },
      },
      {
        ...{ code: 'duplicate-occurrence', severity: 'warning', entry: 'hyte-negotiation-2025-b', date: null },
        ...{ others: ['hyte-negotiation-2025-a'], path: ['entries', 6, 'workflow'] },
      },
      {
        ...{ code: 'weekday-mismatch', severity: 'error', entry: 'interface-seminar-2025', date: '2024-12-08' },
        ...{ proposal: '2025-12-08', path: seminar },
      },
      {
        ...{ code: 'outside-year', severity: 'error', entry: 'interface-seminar-2025', date: '2024-12-08' },
        ...{ proposal: '2025-12-08', path: seminar },
      },
      { code: 'duty-missing', severity: 'warning', entry: null, date: null },
      { code: 'duty-missing', severity: 'warning', entry: null, date: null },
    ]);
    expect(findings.slice(-2).map(({ message }) => message.fi)).toEqual([
      expect.stringMatching(/^Vuodelta 2025 puuttuu hyvinvointiraportin käsittely aluevaltuustossa/),
      expect.stringMatching(/^Valtuustokausi 2022-2025 päättyy 31\.5\.2025/),
    ]);
  });

  it('2025: the findings say in three languages what is wrong and what would do', () => {
    const { findings } = checkPlan(example(2025));
    for (const { message } of findings) {
      expect(Object.keys(message).sort()).toEqual([...languages].sort());
      expect(new Set(Object.values(message)).size).toBe(3);
    }
    expect(findings[0]?.message.fi).toBe(
      'meeting: 29.5.2025 ei ole työpäivä (helatorstai). Ehdotus: perjantai 30.5.2025.',
    );
    expect(findings[2]?.message.sv).toBe(
      'event: 8.12.2024 är en söndag, men som veckodag står måndag. Rätta dagen eller veckodagen. Förslag: måndag 8.12.2025.',
    );
  });

  it('2026 has only the boards of 23 April on one day', () => {
    const { plan, findings } = checkPlan(example(2026));
    expect(findings.map(({ code, entry, others, date }) => [code, entry, others, date])).toEqual([
      ['collision', 'interface-board-2026-2', ['wellbeing-report-2025'], '2026-04-23'],
    ]);
    expect(plan).toMatchObject({ county: '09', year: 2026 });
    expect(plan?.entries.find(({ id }) => id === 'hyte-negotiation-2026')?.dates.negotiation).toEqual({
      on: '2026-08-27',
      weekday: 'to',
      at: '08:30',
      until: '15:15',
      place: 'Lahti',
      basis: 'agreed',
    });
  });

  it('2026 with its register: who is double-booked, which seats are empty, and an order that holds', () => {
    const { findings } = checkPlan(example(2026), { register: exampleRegister() });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [collision] = findings.filter(({ code }) => code === 'collision');
    expect(collision?.message.fi).toBe(
      'Samana päivänä to 23.4.2026: wellbeing-report-2025 (hyteBoard), interface-board-2026-2 (meeting). ' +
        'Kahdessa paikassa yhtä aikaa: Aino Esimerkki, hyte-johtaja. Onko tämä tarkoitus?',
    );
    const empty = findings.filter(({ code }) => code === 'empty-seat');
    expect(empty.map(({ entry, date, others }) => [entry, date, others])).toEqual([
      ['interface-board-2026-1', '2026-01-21', undefined],
      ['interface-board-2026-2', '2026-03-26', undefined],
      ['interface-board-2026-3', '2026-04-29', undefined],
      ['interface-board-2026-4', '2026-09-03', undefined],
      ['interface-board-2026-4', '2026-09-03', undefined],
      ['interface-board-2026-5', '2026-11-18', undefined],
      ['term-account-2025-2029', '2026-03-03', ['council-term-negotiation-2025-2029']],
    ]);
    expect(empty.at(-1)?.message.fi).toBe(
      'Padasjoki: rekisterissä ei ole henkilöä rooliin hyvinvointijohtaja ti 3.3.2026, jolloin hänelle pitäisi kirjoittaa. Lisää hänet tai sijainen.',
    );
    expect(findings.filter(({ code }) => !['collision', 'empty-seat'].includes(code))).toEqual([]);
  });

  it('2025 with the register of 2026: calendars of another year say nothing', () => {
    const codes = checkPlan(example(2025), { register: exampleRegister() }).findings.map(({ code }) => code);
    expect(codes.filter((code) => code !== 'empty-seat').sort()).toEqual(
      checkPlan(example(2025))
        .findings.map(({ code }) => code)
        .sort(),
    );
    expect(codes.filter((code) => code === 'empty-seat')).toHaveLength(6);
  });
});

describe('invalid-date', () => {
  it.each([
    ['2026-02-30', '2026-02-27'],
    ['2026-06-31', '2026-06-30'],
    ['2026-13-01', undefined],
    ['2026-02-00', undefined],
    ['17.8.2026', undefined],
  ])('%s, proposal %s', (on, proposal) => {
    const checked = checkPlan(meeting({ on }));
    expect(checked.plan).toBeUndefined();
    expect(found(meeting({ on }))).toEqual([['invalid-date', 'seminar', on, proposal]]);
  });

  it('does not hide what is wrong with other dates', () => {
    const dates = {
      planning: { on: '2026-02-30', basis: 'agreed' },
      meeting: { on: '2026-05-14', basis: 'agreed' },
    };
    expect(found(planWith(dates))).toEqual([
      ['invalid-date', 'seminar', '2026-02-30', '2026-02-27'],
      ['blocked-day', 'seminar', '2026-05-14', '2026-05-15'],
    ]);
  });
});

describe('weekday-mismatch', () => {
  it('proposes the nearest such weekday that is a working day of the year', () => {
    expect(found(meeting({ on: '2026-08-18', weekday: 'ma' }))).toEqual([
      ['weekday-mismatch', 'seminar', '2026-08-18', '2026-08-17'],
    ]);
    expect(found(meeting({ on: '2026-08-14', weekday: 'ma' }))).toEqual([
      ['weekday-mismatch', 'seminar', '2026-08-14', '2026-08-17'],
    ]);
    expect(found(meeting({ on: '2026-04-02', weekday: 'pe' }))).toEqual([
      ['weekday-mismatch', 'seminar', '2026-04-02', undefined],
    ]);
    expect(found(meeting({ on: '2026-01-02', weekday: 'ke' }))).toEqual([
      ['weekday-mismatch', 'seminar', '2026-01-02', undefined],
    ]);
  });

  it('is reported alone where the day is also blocked', () => {
    expect(found(meeting({ on: '2026-05-14', weekday: 'ke' }))).toEqual([
      ['weekday-mismatch', 'seminar', '2026-05-14', '2026-05-13'],
    ]);
  });
});

describe('outside-year', () => {
  it('is reported once for an entry, and no blocked day with it', () => {
    const dates = {
      planning: { on: '2025-05-14', basis: 'agreed' },
      meeting: { on: '2025-05-29', basis: 'agreed' },
    };
    expect(found(planWith(dates))).toEqual([['outside-year', 'seminar', '2025-05-14', undefined]]);
  });

  it('leaves alone an entry with one date in the year, and reports blocked days in the other years', () => {
    const dates = {
      designStarts: { on: '2025-12-06', basis: 'agreed' },
      meeting: { on: '2026-05-13', basis: 'agreed' },
    };
    expect(found(planWith(dates))).toEqual([['blocked-day', 'seminar', '2025-12-06', '2025-12-08']]);
  });

  it('waits until the days exist', () => {
    const dates = { a: { on: '2025-05-14', basis: 'agreed' }, b: { on: '2026-02-30', basis: 'agreed' } };
    expect(found(planWith(dates)).map(([code]) => code)).toEqual(['invalid-date']);
  });
});

describe('blocked-day', () => {
  it.each(['decided', 'agreed', 'requested'])('is reported for %s dates', (basis) => {
    expect(found(meeting({ on: '2026-08-22', basis }))).toEqual([
      ['blocked-day', 'seminar', '2026-08-22', '2026-08-24'],
    ]);
  });

  it.each(['statutory', 'statutory-period-end'])('is not reported for %s dates', (basis) => {
    expect(found(meeting({ on: '2026-08-22', basis }))).toEqual([]);
  });
});

describe('duplicate-occurrence', () => {
  const twice = (workflow: string, abouts: (string | undefined)[]) => ({
    ...planWith({}),
    entries: abouts.map((about, index) => ({
      id: `entry-${index}`,
      workflow,
      ...(about === undefined ? {} : { about }),
      dates: { start: { on: '2026-08-17', basis: 'agreed' } },
    })),
  });
  const duplicates = (workflow: string, abouts: (string | undefined)[]) =>
    checkPlan(twice(workflow, abouts))
      .findings.filter(({ code }) => code === 'duplicate-occurrence')
      .map(({ code, entry, others }) => [code, entry, others]);

  it.each(['hyte-negotiation', 'wellbeing-report'])('warns of a second %s, whatever it is about', (workflow) => {
    expect(duplicates(workflow, ['2026', '2027'])).toEqual([['duplicate-occurrence', 'entry-1', ['entry-0']]]);
  });

  it('names all the earlier ones for a third', () => {
    expect(duplicates('hyte-negotiation', [undefined, undefined, undefined])).toEqual([
      ['duplicate-occurrence', 'entry-1', ['entry-0']],
      ['duplicate-occurrence', 'entry-2', ['entry-0', 'entry-1']],
    ]);
  });

  it('warns of a second negotiation of one council term, not of two terms', () => {
    expect(duplicates('council-term-negotiation', ['2025-2029', '2025-2029'])).toHaveLength(1);
    expect(duplicates('council-term-negotiation', ['2025-2029', undefined])).toHaveLength(1);
    expect(duplicates('council-term-negotiation', ['2025-2029', '2029-2033'])).toEqual([]);
  });

  it.each(['interface-board-meeting', 'event', 'constructor'])('says nothing of %s', (workflow) => {
    expect(duplicates(workflow, [undefined, undefined])).toEqual([]);
  });
});
