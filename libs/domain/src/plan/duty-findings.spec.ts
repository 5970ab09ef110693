import { checkPlan, type FulfilledDuty } from '..';
import { entry, planOf, type Json } from '../../test/plan-data';

function missing(year: number, entries: Json[], fulfilled: FulfilledDuty[] = []): (string | undefined)[] {
  const { findings } = checkPlan({ ...planOf(...entries), year }, { fulfilled });
  const duties = findings.filter(({ code }) => code === 'duty-missing');
  for (const duty of duties) expect(duty).toMatchObject({ severity: 'warning', entry: null, date: null });
  return duties.map(({ message }) => /\((Act .*)\)\.$/.exec(message.en)?.[1]);
}

const act = 'Act on Organising Healthcare and Social Welfare Services 612/2021, section\u00a07';
const negotiation = `${act}(4)`;
const termNegotiation = 'Act on Wellbeing Services Counties 611/2021, section\u00a014';

describe('duty-missing', () => {
  it('cites the act for each duty of the year', () => {
    expect(missing(2026, [])).toEqual([negotiation, act]);
    expect(missing(2029, [])).toEqual([negotiation, act, termNegotiation]);
  });

  it.each([
    ['2026-01-01', []],
    ['2026-12-31', []],
    ['2025-12-31', [negotiation]],
    ['2027-01-01', [negotiation]],
  ])('a negotiation on %s', (on, duties) => {
    const entries = [
      entry('n', 'hyte-negotiation', { negotiation: on }),
      entry('r', 'wellbeing-report', { countyCouncil: '2026-06-08' }),
    ];
    expect(missing(2026, entries)).toEqual(duties);
  });

  it('counts what the template puts into the year', () => {
    expect(missing(2026, [entry('n', 'hyte-negotiation', {}), entry('r', 'wellbeing-report', {})])).toEqual([]);
  });

  it.each([
    ['2025-06-02', []],
    ['2029-05-31', []],
    ['2025-05-30', [termNegotiation]],
    ['2029-06-01', [termNegotiation]],
  ])('the negotiation of the term that ends in 2029, on %s', (on, duties) => {
    const yearly: FulfilledDuty[] = [
      { duty: 'annual-negotiation', period: '2029' },
      { duty: 'county-report', period: '2029' },
    ];
    const entries = [entry('t', 'council-term-negotiation', { negotiation: on })];
    expect(missing(2029, entries, yearly)).toEqual(duties);
    expect(missing(2029, [entry('t', 'council-term-negotiation', { forum: '2029-01-15' })], yearly)).toHaveLength(1);
  });

  it('is not told of a duty that is fulfilled already, and only of that one', () => {
    expect(missing(2029, [], [{ duty: 'council-term-negotiation', period: '2025-2029' }])).toEqual([negotiation, act]);
    expect(missing(2026, [], [{ duty: 'annual-negotiation', period: '2025' }])).toEqual([negotiation, act]);
    expect(missing(2026, [], [{ duty: 'county-report', period: '2026' }])).toEqual([negotiation]);
  });
});
