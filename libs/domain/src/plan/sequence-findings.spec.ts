import { entry, findingsOf, planOf, smallRegister } from '../../test/plan-data';

const codes = ['order-infeasible', 'unknown-interface', 'unknown-body'] as const;
const [order, unknownInterface, unknownBody] = codes;

const negotiation = (dates: Record<string, string>) => planOf(entry('n', 'hyte-negotiation', dates));

describe('the steps of an entry', () => {
  it('follow one another, also without a register', () => {
    const [found, ...more] = findingsOf(order, negotiation({ negotiation: '2026-12-17', draftSummary: '2026-09-10' }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      severity: 'error',
      date: '2026-09-10',
      path: ['entries', 0, 'dates', 'draftSummary', 'on'],
    });
    expect(found?.message.fi).toBe(
      'Päivät ovat väärässä järjestyksessä: draftSummary (to 10.9.2026) on ennen kuin negotiation (to 17.12.2026). Korjaa toinen niistä.',
    );
  });

  it('may fall on one day', () => {
    const oneDay = negotiation({
      assignmentDue: '2026-08-17',
      answersCompiled: '2026-08-17',
      negotiation: '2026-08-27',
    });
    expect(findingsOf(order, oneDay)).toEqual([]);
  });

  it('are not measured against what only a template derives', () => {
    expect(findingsOf(order, negotiation({ resultSent: '2026-12-14' }))).toEqual([]);
  });

  it('with a date of another year stand out', () => {
    const found = findingsOf(order, negotiation({ hyteBoard: '2026-10-15', resultSent: '2024-10-21' }));
    expect(found.map(({ date }) => date)).toEqual(['2024-10-21']);
  });
});

describe('a name that the register does not know', () => {
  const meeting = { meeting: { on: '2026-02-18', body: 'yhdyspintaneuvottelukuntta' } };
  const plan = planOf(entry('b', 'interface-board-meeting', meeting, { topics: ['kotoutumminen'] }));
  const kotoutuminen = { id: 'kotoutuminen', name: { fi: 'Kotoutuminen', sv: 'Integration' }, years: [2026] };

  it('is told with the one that was probably meant', () => {
    const register = smallRegister({ interfaces: [kotoutuminen] });
    expect(findingsOf(unknownInterface, plan, { register })).toMatchObject([
      { severity: 'warning', path: ['entries', 0, 'topics', 0] },
    ]);
    expect(findingsOf(unknownInterface, plan, { register })[0]?.message.en).toContain('Did you mean “kotoutuminen”?');
    expect(findingsOf(unknownBody, plan, { register })).toHaveLength(1);
  });

  it('says nothing where the register lists no interfaces', () => {
    expect(findingsOf(unknownInterface, plan, { register: smallRegister({ interfaces: [] }) })).toEqual([]);
  });
});
