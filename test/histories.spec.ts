import type { Evidence } from '@app/domain';
import { evidenceIn, definitions, findDefinition } from '@app/workflows';
import { historyOf2023 } from './support/example-area';
import { given } from './support/given';
import { history2023 } from './support/histories/history-2023';
import { history2024 } from './support/histories/history-2024';
import { replayed } from './support/histories/replayed-history';

/** The histories of `domain.md`, by commands on their real days. */

const year2023 = replayed(history2023);
const year2024 = replayed(history2024);

/** What a register of duties shows of an item, whatever workflow it comes from. */
const shown = ({ duty, of, organisation, period, on, kind, weight, body, section, caseNumber }: Evidence) => ({
  duty,
  of,
  organisation,
  year: period.slice(0, 4),
  on,
  kind,
  weight,
  body: body?.fi,
  section,
  caseNumber,
});
const ofCounty = (evidence: readonly Evidence[], duty: string) =>
  evidence.filter((item) => item.duty === duty && item.of === '09');

describe('the negotiation of 2023', () => {
  it('is closed, held on its day with 49 people of whom nobody says from where they came', () => {
    expect(year2023.of()).toMatchObject({
      state: 'closed',
      status: 'closed',
      endedOn: '2024-01-31',
      context: { heldOn: '2023-08-17', participants: [], participantsTotal: 49 },
    });
  });

  it('has the answer of Heinola’s board on 7.8.', () => {
    expect(year2023.of('answer-111')).toMatchObject({
      status: 'closed',
      context: {
        answer: { on: '2023-08-07', body: 'Hyvinvointilautakunta', handledOn: '2023-08-07', late: false },
      },
      deadlines: { answer: { status: 'met' } },
    });
    expect(year2023.of().context).toMatchObject({ answers: { '111': 'answered', '016': 'missed' } });
  });

  it('was handled by the board on 12.10. under § 36', () => {
    expect(year2023.of('hyte-board-1')).toMatchObject({
      status: 'closed',
      context: { decisions: [{ body: 'hyte-lautakunta', meetingOn: '2023-10-12', section: '36' }] },
    });
    expect(year2023.of().context).toMatchObject({ boardDecision: { meetingOn: '2023-10-12', section: '36' } });
  });

  it('was noted and forwarded by Heinola on 21.11. under § 91, with all that its minutes tell', () => {
    const decision = {
      decision: 'note-and-forward',
      meetingOn: '2023-11-21',
      section: '91',
      caseNumber: '539/00.04.01/2023',
      extractsTo: 'kaupunginhallitus, valtuusto',
      body: '111-hyvinvointilautakunta',
    };
    expect(year2023.of('acknowledgement-111')).toMatchObject({
      status: 'closed',
      context: { caseNumber: '539/00.04.01/2023', decisions: [decision] },
      deadlines: { handling: { status: 'met' } },
    });
    expect(year2023.of().context).toMatchObject({ acknowledgements: { '111': decision, '016': null } });
  });

  it('misses no date that was kept, and leaves nothing open', () => {
    const kept = [
      year2023.of(),
      ...['answer-111', 'hyte-board-1', 'acknowledgement-111'].map((key) => year2023.of(key)),
    ];
    const stands = kept.flatMap(({ deadlines }) => Object.values(deadlines).map(({ name, status }) => [name, status]));
    expect(stands.filter(([, status]) => status !== 'met')).toEqual([['commentsDue', 'over']]);
    expect(year2023.all.filter(({ status }) => status === 'open')).toEqual([]);
  });

  it('is evidence of the county’s duty, and of no municipality’s: nobody knows who was present', () => {
    const held = ofCounty(year2023.evidence, 'annual-negotiation').filter(({ kind }) => kind === 'held');
    expect(held).toMatchObject([{ on: '2023-08-17', weight: 'fulfils' }]);
    expect(held[0]?.text).toEqual({
      fi: 'Neuvottelu pidettiin. Läsnä 49 henkilöä; organisaatioita ei ole kirjattu. Kutsuttuina 10 kuntaa ja 11 muuta toimijaa.',
      sv: 'Förhandlingen hölls. Närvarande: 49 personer; organisationerna har inte antecknats. Inbjudna: 10 kommuner och 11 andra aktörer.',
      en: 'The negotiation was held. Present: 49 people; their organisations were not recorded. Invited: 10 municipalities and 11 other actors.',
    });
    const participation = year2023.evidence.filter(({ duty }) => duty === 'takes-part');
    expect(participation.filter(({ weight }) => weight !== 'supports')).toEqual([]);
    expect(participation.filter(({ of }) => of === '111').map(({ on, kind }) => [on, kind])).toEqual([
      ['2023-05-25', 'invited'],
      ['2023-11-21', 'acknowledged'],
      ['2023-08-07', 'answered'],
    ]);
  });

  it('says the same as the entry that was made of it afterwards, and beside it only who was invited', () => {
    const historyEntry = findDefinition('history-entry');
    if (!historyEntry) throw new Error('no history');
    const entry = given(historyEntry, historyOf2023() as never, { at: '2026-01-02T08:00:00+02:00' });
    const entered = evidenceIn(definitions, '09', entry.events).map(shown);
    const driven = year2023.evidence.filter(({ kind }) => kind !== 'invited').map(shown);
    const inOrder = (items: object[]) => items.map((item) => JSON.stringify(item)).toSorted();
    expect(entered.length).toBeGreaterThan(4);
    expect(inOrder(driven)).toEqual(inOrder(entered));
  });
});

describe('the negotiation of 2024', () => {
  it('was held on 29.8. from 8.30 to 15.15, and waits for what is not known', () => {
    expect(year2024.of()).toMatchObject({
      state: 'open.drafting-summary',
      context: { heldOn: '2024-08-29', dates: { negotiation: { at: '08:30', until: '15:15' } } },
      deadlines: { negotiation: { status: 'met' }, draftSummary: { status: 'open', dueOn: '2024-09-12' } },
    });
    const [meeting] =
      findDefinition('hyte-negotiation')?.meetings?.(year2024.of().context as never, year2024.of().state) ?? [];
    expect(meeting).toMatchObject({ on: '2024-08-29', at: '08:30', until: '15:15', standing: 'held' });
  });

  it('fulfils the county’s duty of its year', () => {
    const held = ofCounty(year2024.evidence, 'annual-negotiation').filter(({ weight }) => weight === 'fulfils');
    expect(held.map(({ on, period, kind }) => [on, period.slice(0, 4), kind])).toEqual([
      ['2024-08-29', '2024', 'held'],
    ]);
  });
});
