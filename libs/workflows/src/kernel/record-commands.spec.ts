import type { CivilDate } from '@app/domain';
import { askedOfAsikkala } from '../../../../test/support/asked-of-asikkala';
import { folded, given } from '../../../../test/support/given';
import { informationRequest } from '../information-request/information-request.workflow';
import { disposableFrom } from './record';

const respondent = { role: 'respondent' as const };
const asked = () => given(informationRequest, askedOfAsikkala, { at: '2026-05-25T09:00:00+03:00' });
const answered = () => asked().when('record-answer', { answers: { efforts: 'Liikuntaa.' } }, respondent);
const recordsOf = ({ instance }: ReturnType<typeof asked>) => instance.life.records;
const reason = 'Asiakirjassa on terveystietoja.';

describe('official documents', () => {
  it('are made by the facts that a definition names, and entered in the register when it says so', () => {
    expect(recordsOf(asked())).toBeUndefined();
    const { instance } = answered();
    const made = { id: 'r1', kind: 'answer', fact: 'AnswerReceived', seq: 4, publicity: 'public', ground: null };
    expect(instance.life.records).toEqual([
      { ...made, registeredAt: '2026-05-25T06:00:00.000Z', caseNumber: null, retention: { years: 10 } },
    ]);
    const later = answered().when('register-answer', { caseNumber: '5/2026' }, { at: '2026-05-26T12:00:00+03:00' });
    expect(recordsOf(later)).toMatchObject([{ caseNumber: '5/2026', registeredAt: '2026-05-26T09:00:00.000Z' }]);
    expect(folded(informationRequest, later)).toEqual({ instance: later.instance, differences: [] });
  });

  it('are what is attached too: what is restricted is not classified yet', () => {
    const link = { title: 'Liite', link: 'https://a.example.invalid/a' };
    const attached = asked()
      .when('attach-document', { ...link, publicity: 'restricted' }, respondent)
      .when('attach-document', { ...link, publicity: 'public', caseNumber: '7/2026' }, respondent);
    expect(recordsOf(attached)).toMatchObject([
      { id: 'r1', kind: 'document', document: 'd1', publicity: null, caseNumber: null },
      { id: 'r2', kind: 'document', document: 'd2', publicity: 'public', caseNumber: '7/2026' },
    ]);
  });

  it('are classified one by one, and what is not said stays', () => {
    const secret = { record: 'r1', publicity: 'secret', ground: 'Peruste', retentionYears: 50, reason };
    const classified = answered().when('classify-record', secret);
    expect(recordsOf(classified)).toMatchObject([{ publicity: 'secret', ground: 'Peruste', retention: { years: 50 } }]);
    const forEver = classified.when('classify-record', { record: 'r1', permanent: true, reason });
    expect(recordsOf(forEver)).toMatchObject([{ publicity: 'secret', ground: 'Peruste', retention: 'permanent' }]);
    const open = forEver.when('classify-record', { record: 'r1', publicity: 'public', reason });
    expect(recordsOf(open)).toMatchObject([{ publicity: 'public', ground: null, retention: 'permanent' }]);
    expect(folded(informationRequest, open)).toEqual({ instance: open.instance, differences: [] });
  });

  it.each<[string, object, string]>([
    ['an unknown record', { record: 'r9', publicity: 'public' }, 'unknown-record'],
    ['secrecy without a ground', { record: 'r1', publicity: 'partly-secret' }, 'ground-missing'],
    ['a ground of what is public', { record: 'r1', ground: 'Peruste' }, 'ground-of-public'],
    ['two retentions', { record: 'r1', permanent: true, retentionYears: 5 }, 'retention-twice'],
    ['nothing', { record: 'r1', permanent: false }, 'nothing-changes'],
  ])('%s is refused', (_what, said, code) => {
    expect(answered().refuses('classify-record', { ...said, reason })).toMatchObject({ issues: [{ code }] });
  });
});

it.each([
  ['2026-01-01', { years: 10 }, '2037-01-01'],
  ['2026-12-31', { years: 1 }, '2028-01-01'],
  ['2026-06-01', 'permanent' as const, null],
])('what ended on %s is disposable after full calendar years', (endedOn, retention, on) => {
  expect(disposableFrom(retention, endedOn as CivilDate)).toBe(on);
});
