import { entry, findingsOf, findingsOn, planOf, smallRegister } from '../../test/plan-data';

describe('term-exceeded', () => {
  const term = (dates: Parameters<typeof entry>[2], about: string | undefined = '2025-2029') =>
    findingsOf(
      'term-exceeded',
      planOf(entry('t', 'council-term-negotiation', dates, about === '' ? {} : { about })),
    ).map(({ severity, date, proposal, path }) => [severity, date, proposal, path?.at(-2)]);

  it('is an error for every date after the end of the term, with the last working day that would do', () => {
    expect(term({ negotiation: '2026-11-12', countyCouncil: '2029-06-01', closing: '2030-01-02' })).toEqual([
      ['error', '2029-06-01', '2029-05-31', 'countyCouncil'],
      ['error', '2030-01-02', '2029-05-31', 'closing'],
    ]);
    expect(term({ negotiation: '2026-11-12', countyCouncil: '2029-05-31' })).toEqual([]);
  });

  it('is an error for another end than that of the term', () => {
    expect(term({ negotiation: '2026-11-12', termEnds: '2029-05-30' })).toEqual([
      ['error', '2029-05-30', '2029-05-31', 'termEnds'],
    ]);
  });

  it('is an error where there is no such term', () => {
    expect(term({ negotiation: '2026-11-12' }, '2026-2030')).toEqual([['error', null, undefined, 0]]);
    expect(term({ negotiation: '2026-11-12' }, 'soon')).toHaveLength(1);
  });

  it('goes by the negotiation where the entry does not name its term', () => {
    expect(term({ negotiation: '2026-11-12', closing: '2029-06-04' }, '')).toHaveLength(1);
    expect(term({ forum: '2026-11-12', closing: '2029-06-04' }, '')).toEqual([]);
  });

  it('is told of the negotiation alone where what follows from it is too late as well', () => {
    expect(term({ forum: '2026-01-15', negotiation: '2029-06-01' }).map(([, date]) => date)).toEqual(['2029-06-01']);
    expect(term({ negotiation: '2029-05-15' }).map(([, date]) => date)).toEqual(['2029-08-01']);
  });
});

describe('too-late-for-budget', () => {
  const late = (resultSent: string, budgetHandled: Parameters<typeof entry>[2][string], register = false) =>
    findingsOf(
      'too-late-for-budget',
      planOf(entry('n', 'hyte-negotiation', { resultSent, budgetHandled })),
      register ? { register: smallRegister() } : {},
    ).map(({ severity, date, proposal }) => [severity, date, proposal]);

  it('warns of a result that is sent after the budget is handled', () => {
    expect(late('2026-12-15', '2026-12-14')).toEqual([['warning', '2026-12-15', '2026-12-14']]);
    expect(late('2026-12-14', '2026-12-14')).toEqual([]);
    expect(late('2026-12-30', '2026-12-27')).toEqual([['warning', '2026-12-30', '2026-12-23']]);
  });

  it('proposes the day on which the materials are due where the register knows the body', () => {
    const handled = { on: '2026-12-14', body: 'aluevaltuusto' };
    expect(late('2026-12-15', handled, true)).toEqual([['warning', '2026-12-15', '2026-12-07']]);
  });

  it('is told in three languages', () => {
    const plan = planOf(entry('n', 'hyte-negotiation', { resultSent: '2026-12-15', budgetHandled: '2026-12-14' }));
    const [finding] = findingsOn(plan);
    expect(finding?.message).toEqual({
      fi: 'resultSent: tulos lähetetään 15.12.2026, kun talousarvio on jo käsitelty 14.12.2026. Se ei ehdi seuraavan vuoden toimintaan ja talousarvioon. Ehdotus: maanantai 14.12.2026.',
      sv: 'resultSent: resultatet skickas 15.12.2026, då budgeten redan har behandlats 14.12.2026. Det hinner inte med i nästa års verksamhet och budget. Förslag: måndag 14.12.2026.',
      en: 'resultSent: the result is sent on 15\u00a0December\u00a02026, when the budget has been handled already on 14\u00a0December\u00a02026. It is too late for next year’s activity and budget. Proposal: Monday 14\u00a0December\u00a02026.',
    });
  });
});
