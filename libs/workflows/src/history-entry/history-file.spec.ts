import { instant } from '@app/domain';
import { exampleRegister, historyOf2023 } from '../../../../test/support/example-area';
import { readHistoryFile } from './history-file';

const now = instant('2026-03-02T10:00:00+02:00');
const entry = (key: string, changes: Record<string, unknown> = {}) => ({ key, ...historyOf2023(changes) });
const read = (...entries: object[]) => readHistoryFile({ county: '09', entries }, now, exampleRegister());
const places = (data: unknown) =>
  readHistoryFile(data, now).findings.map(({ code, entry: key, path }) => [code, key, path?.join('.')]);

describe('a file of history', () => {
  it('gives each entry the id of its workflow and its start data', () => {
    expect(read(entry('hyte-negotiation-2023'))).toEqual({
      file: {
        county: '09',
        entries: [{ key: 'hyte-negotiation-2023', id: '09.history-hyte-negotiation-2023', data: historyOf2023() }],
      },
      findings: [],
    });
  });

  it('names the place of everything that is wrong', () => {
    const wrong = entry('b', { heldOn: '2023-02-30', participantsTotal: 0, answers: [{ organisation: '111' }] });
    expect(places({ county: '09', entries: [entry('a'), wrong] })).toEqual([
      ['invalid-history', 'b', 'entries.1.heldOn'],
      ['invalid-history', 'b', 'entries.1.participantsTotal'],
      ['invalid-history', 'b', 'entries.1.answers.0.on'],
    ]);
    expect(places({ county: 9, entries: [{ duty: 'x' }], title: 'x' })).toEqual([
      ['invalid-history', null, 'county'],
      ['invalid-history', null, 'entries.0.key'],
      ['invalid-history', null, ''],
    ]);
    for (const nothing of [null, 'x', [], { county: '09', entries: [] }]) expect(places(nothing)).toHaveLength(1);
  });

  it('takes no day to come, and no key twice', () => {
    expect(places({ county: '09', entries: [entry('a', { year: 2026, heldOn: '2026-03-03' }), entry('a')] })).toEqual([
      ['invalid-history', 'a', 'entries.0.heldOn'],
      ['invalid-history', 'a', 'entries.1.key'],
    ]);
  });

  it('asks about organisations that the register does not know, and takes them', () => {
    const { file, findings } = read(entry('a', { participants: [{ organisation: '283' }] }));
    expect(file?.entries).toHaveLength(1);
    expect(findings.map(({ code, severity, message }) => [code, severity, message.fi])).toEqual([
      [
        'unknown-organisation',
        'warning',
        'Rekisterissä ei ole organisaatiota 283. Tarkista tunnus, ellei organisaatio ole lakannut.',
      ],
    ]);
  });
});
