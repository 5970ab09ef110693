import type { Evidence } from '@app/domain';
import { folded, given } from '../../../../test/support/given';
import { historyOf2023 } from '../../../../test/support/example-area';
import { start } from '../kernel/decide';
import { evidenceIn } from '../kernel/read-evidence';
import { standing } from '../kernel/standing';
import { definitions } from '../registry';
import { historyEntry } from './history-entry.workflow';

const at = '2026-03-02T10:00:00+02:00';
const record = (data: unknown = historyOf2023()) => given(historyEntry, data as never, { at, id: '09.history-x' });
const report = (changes: object = {}) => ({
  duty: 'municipal-report',
  organisation: '111',
  year: 2025,
  heldOn: '2025-12-08',
  handlings: [
    { organisation: '111', body: 'Kaupunginvaltuusto', on: '2025-12-08', section: '77', caseNumber: '12/2025' },
  ],
  source: 'https://heinola.example.invalid/poytakirjat/77',
  ...changes,
});

type Entry = ReturnType<typeof record>;
const evidenceOf = ({ events }: Entry) => evidenceIn(definitions, '09', events);
const told = ({ duty, of, on, kind, weight, body, section, caseNumber, text }: Evidence) =>
  [duty, of, on, kind, weight, body?.fi, section, caseNumber, text.fi].filter((part) => part !== undefined).join(' | ');

/** What starting with this data is refused for: the fields. */
function refusedFor(data: unknown): string[] {
  const decision = start(
    historyEntry,
    { id: '09.history-x', county: '09', parent: null },
    {
      name: 'start',
      data,
      actor: { id: 'k', role: 'coordinator' },
      commandId: 'c',
      now: '2026-03-02T08:00:00.000Z' as never,
    },
  );
  if (decision.accepted) return [];
  return (decision.issues ?? []).map(({ path, message }) => {
    expect(Object.values(message).every((text) => text.length > 3)).toBe(true);
    return path;
  });
}

describe('the negotiation of 2023, entered afterwards', () => {
  it('is the county’s evidence: the answer, the negotiation, its board, and Heinola’s board', () => {
    const ofCounty = evidenceOf(record()).filter(({ of }) => of === '09');
    expect(ofCounty.map(told)).toEqual([
      'annual-negotiation | 09 | 2023-08-07 | answered | supports | Hyvinvointilautakunta | Vastasi ennakkotehtävään.',
      'annual-negotiation | 09 | 2023-08-17 | held | fulfils | Neuvottelu pidettiin. Läsnä yhteensä 49 osallistujaa.',
      'annual-negotiation | 09 | 2023-10-12 | decision | supports | Hyvinvoinnin ja terveyden edistämisen lautakunta | 36 | Käsitteli neuvottelun tuloksen.',
      'annual-negotiation | 09 | 2023-11-21 | acknowledged | supports | Hyvinvointilautakunta | 91 | 539/00.04.01/2023 | Käsitteli neuvottelun tuloksen. Päätös: merkitä tiedoksi ja lähettää edelleen. Otteet: kaupunginhallitus, valtuusto.',
    ]);
    expect(new Set(ofCounty.map(({ event }) => `${event.stream}#${event.seq} ${event.type} ${event.at}`))).toEqual(
      new Set(['09.history-x#1 HistoryRecorded 2026-03-02T08:00:00.000Z']),
    );
  });

  it('does not claim that Heinola was there: that is not known', () => {
    const ofHeinola = evidenceOf(record()).filter(({ of }) => of === '111');
    expect(ofHeinola.map(({ duty, kind, weight }) => [duty, kind, weight])).toEqual([
      ['takes-part', 'answered', 'supports'],
      ['takes-part', 'acknowledged', 'supports'],
    ]);
  });

  it('gives readers of Swedish and English the decision in their own language', () => {
    const [last] = evidenceOf(record()).filter(({ kind }) => kind === 'acknowledged');
    expect(last?.text.sv).toBe(
      'Behandlade resultatet av förhandlingen: antecknades för kännedom och sändes vidare. Utdrag: kaupunginhallitus, valtuusto.',
    );
  });

  it('waits for nobody, and is told by its log alone', () => {
    const entry = record();
    expect(standing(historyEntry, entry.instance)).toEqual({ title: historyEntryTitle, waitingFor: [] });
    expect(entry.effects).toMatchObject({ timers: [], notifications: [], children: [] });
    const struck = entry.when('correct', { ...report(), reason: 'Väärä asia.' }).when('strike', { reason: 'Turha.' });
    expect(folded(historyEntry, struck)).toMatchObject({ differences: [], instance: { status: 'cancelled' } });
  });
});

const historyEntryTitle = { fi: 'Kirjattu', sv: 'Antecknad', en: 'Recorded' };

describe('an entry', () => {
  it('of a negotiation whose participants are known fulfils each present municipality’s duty', () => {
    const participants = [
      { organisation: '111', people: 3 },
      { organisation: '016' },
      { organisation: 'jarjesto-1', people: 2 },
    ];
    const evidence = evidenceOf(record(historyOf2023({ participants })));
    expect(evidence.filter(({ kind }) => kind === 'present').map(told)).toEqual([
      'takes-part | 111 | 2023-08-17 | present | fulfils | Läsnä neuvottelussa: 3 henkilöä.',
      'takes-part | 016 | 2023-08-17 | present | fulfils | Läsnä neuvottelussa.',
    ]);
    expect(evidence.find(({ kind }) => kind === 'held')?.text.fi).toBe(
      'Neuvottelu pidettiin. Läsnä 2 kuntaa ja 1 muu toimija; yhteensä 49 osallistujaa.',
    );
  });

  it('of a council term is each council’s by its own term', () => {
    const term = { duty: 'council-term-negotiation', term: '2022-2025', year: undefined, heldOn: '2024-05-06' };
    const evidence = evidenceOf(record(historyOf2023({ ...term, participants: [{ organisation: '111' }] })));
    expect(new Set(evidence.map(({ duty, period }) => `${duty} ${period}`))).toEqual(
      new Set(['council-term-negotiation 2024-05-06']),
    );
  });

  it('of a municipality’s report carries the § of the council that received it', () => {
    expect(evidenceOf(record(report())).map(told)).toEqual([
      'municipal-report | 111 | 2025-12-08 | reported | fulfils | Kaupunginvaltuusto | 77 | 12/2025 | Raportti annettiin valtuustolle.',
    ]);
  });

  it('is corrected as a whole: what the correction leaves out is gone', () => {
    const corrected = record().when('correct', {
      ...historyOf2023({ heldOn: '2023-08-18', answers: undefined, handlings: undefined }),
      reason: 'Väärä päivä.',
    });
    expect(evidenceOf(corrected).map(({ on, kind, event }) => [on, kind, event.seq])).toEqual([
      ['2023-08-18', 'held', 2],
    ]);
    expect(JSON.parse(JSON.stringify(corrected.instance.context))).toEqual({
      ...JSON.parse(JSON.stringify(historyOf2023({ heldOn: '2023-08-18', answers: undefined, handlings: undefined }))),
      id: '09.history-x',
      county: '09',
      corrections: [{ on: '2026-03-02', reason: 'Väärä päivä.' }],
    });
  });

  it('that is struck is no evidence, and takes no more steps', () => {
    const struck = record().when('strike', { reason: 'Kirjattu kahdesti.' });
    expect(evidenceOf(struck)).toEqual([]);
    expect(struck.refuses('correct', { ...historyOf2023(), reason: 'x' }).code).toBe('illegal-step');
  });

  it('can be neither started nor corrected with a day to come', () => {
    expect(refusedFor(historyOf2023({ year: 2026, heldOn: '2026-03-03' }))).toEqual(['heldOn']);
    const answers = [{ organisation: '111', on: '2027-01-01' }];
    expect(refusedFor(historyOf2023({ answers }))).toEqual(['answers.0.on']);
    expect(refusedFor(historyOf2023({ year: 2026, heldOn: '2026-03-02', answers: [], handlings: [] }))).toEqual([]);
    const refused = record().refuses('correct', { ...historyOf2023({ answers }), reason: 'x' });
    expect(refused.code).toBe('history-entry/too-early');
  });

  it.each([
    ['a day that does not exist', historyOf2023({ heldOn: '2023-02-30' }), ['heldOn']],
    ['a day of another year', historyOf2023({ heldOn: '2024-08-17' }), ['heldOn']],
    ['a year where a term is due', report({ duty: 'municipal-account' }), ['term', 'year']],
    ['a term where a year is due', historyOf2023({ term: '2022-2025' }), ['term']],
    ['no year', historyOf2023({ year: undefined }), ['year']],
    ['a term that no council has', report({ duty: 'municipal-account', year: undefined, term: '2024-2028' }), ['term']],
    ['a municipal duty of nobody', report({ organisation: undefined }), ['organisation']],
    ['a municipal duty of the county', report({ organisation: '09' }), ['organisation']],
    ['the county’s duty of a municipality', historyOf2023({ organisation: '111' }), ['organisation']],
    ['a municipal duty of an association', report({ organisation: 'jarjesto-1' }), ['organisation']],
    ['the county’s duty of a county', historyOf2023({ organisation: '08' }), ['organisation']],
    ['an unknown duty', historyOf2023({ duty: 'answer-the-assignment' }), ['duty']],
    [
      'an organisation twice',
      historyOf2023({ participants: [{ organisation: '016' }, { organisation: '016' }] }),
      ['participants'],
    ],
    [
      'an organisation by its name',
      historyOf2023({ participants: [{ organisation: 'Asikkala' }] }),
      ['participants.0.organisation'],
    ],
    ['no source', historyOf2023({ source: '' }), ['source']],
    ['an unknown field', historyOf2023({ held: '2023-08-17' }), ['']],
  ])('is refused with %s', (_, data, fields) => {
    expect(refusedFor(data)).toEqual(fields);
  });
});
