import { checkPlan } from './check-plan';
import { dutiesOf2026, entry, findingsOn, planOf } from '../../test/plan-data';

function found(data: unknown) {
  return findingsOn(data).map(({ code, entry: id, path }) => [code, id, path?.join('.')]);
}

describe('everything wrong is found at once', () => {
  it('also where the shape has errors: other dates, other entries, the plan itself', () => {
    const broken = {
      ...planOf(
        entry('a', 'event', { event: { on: '2026-05-14', room: 'A' }, second: '2026-02-30' }),
        { id: 'B!', workflow: 'event', dates: { event: { on: '2026-05-14', basis: 'legal' } } },
        entry('c', 'event', { event: { on: '2026-08-18', weekday: 'ma' } }),
        entry('c', 'council-term-negotiation', { negotiation: '2029-06-01' }, { about: '2025-2029' }),
        'no entry',
      ),
      county: '45',
    };
    expect(found(broken)).toEqual([
      ['invalid-plan', null, 'county'],
      ['blocked-day', 'a', 'entries.0.dates.event.on'],
      ['invalid-plan', 'a', 'entries.0.dates.event.room'],
      ['invalid-date', 'a', 'entries.0.dates.second.on'],
      ['invalid-plan', 'B!', 'entries.1.id'],
      ['collision', null, 'entries.1.dates.event.on'],
      ['invalid-plan', 'B!', 'entries.1.dates.event.basis'],
      ['weekday-mismatch', 'c', 'entries.2.dates.event.on'],
      ['invalid-plan', 'c', 'entries.3.id'],
      ['outside-year', 'c', 'entries.3.dates.negotiation.on'],
      ['term-exceeded', 'c', 'entries.3.dates.negotiation.on'],
      ['invalid-plan', null, 'entries.4'],
    ]);
  });

  it.each([
    ['no plan', null],
    ['a text', 'plan'],
    ['a list', []],
    ['entries that are none', { ...planOf(), entries: { a: 1 } }],
    ['dates that are a list', planOf({ id: 'a', workflow: 'event', dates: [] })],
    ['dates that are texts', planOf({ id: 'a', workflow: 'event', dates: { event: '2026-05-14' } })],
  ])('%s is told once, and nothing else of it', (_what, data) => {
    expect(new Set(findingsOn(data).map(({ code }) => code))).toEqual(new Set(['invalid-plan']));
    expect(checkPlan(data).plan).toBeUndefined();
  });

  it('a duty is not said to be missing where the entry that fulfils it cannot be read', () => {
    const duties = (...entries: unknown[]) =>
      checkPlan(planOf(...entries)).findings.filter(({ code }) => code === 'duty-missing').length;
    expect(duties()).toBe(2);
    expect(duties('no entry')).toBe(0);
    expect(duties(entry('a', 'hyte-negotiation', { negotiation: '2026-02-30' }))).toBe(1);
    expect(duties(entry('a', 'hyte-negotiation', { negotiation: { on: 20260827 } }))).toBe(1);
  });

  it('looks at days that are ages away without falling over them', () => {
    const dates = { negotiation: '9999-12-31', invitation: { on: '0001-01-01', weekday: 'ti' } };
    expect(found(planOf(entry('a', 'hyte-negotiation', dates))).map(([code]) => code)).toEqual([
      'outside-year',
      'weekday-mismatch',
    ]);
  });

  it('looks at 500 entries and says that there are more', () => {
    const many = Array.from({ length: 501 }, (_, index) => entry(`e-${index}`, 'event', { eventDay: '2026-05-15' }));
    const findings = findingsOn(planOf(...many)).filter(({ severity }) => severity === 'error');
    expect(findings.map(({ code, message }) => [code, message.en])).toEqual([
      ['invalid-plan', 'The plan has 501 entries; 500 is the most. Divide the plan into years.'],
    ]);
  });
});

describe('names that are not known', () => {
  it('a workflow is warned of, with the nearest known one', () => {
    const [finding, ...more] = findingsOn(planOf(entry('a', 'hyte-negotiaton', { start: '2026-05-15' })));
    expect(finding).toMatchObject({ code: 'unknown-workflow', severity: 'warning', path: ['entries', 0, 'workflow'] });
    expect(finding?.message.en).toMatch(/Did you mean “hyte-negotiation”\?$/);
    expect(more).toEqual([]);
    expect(findingsOn(planOf(entry('a', 'constructor', { start: '2026-05-15' })))[0]?.message.en).not.toContain(
      'Did you',
    );
  });

  it('a date is warned of where it is nearly a known one, which a template would derive in its place', () => {
    const dates = { negotation: '2026-08-20', meetingOfAllCoordinators: '2026-03-10' };
    const findings = findingsOn(planOf(entry('a', 'hyte-negotiation', dates)));
    expect(findings.map(({ code, message }) => [code, message.en])).toEqual([
      ['unknown-date', 'The workflow hyte-negotiation has no date “negotation”. Did you mean “negotiation”?'],
    ]);
  });

  it.each(['00', '22', '90', '91', '99'])('a county %s there is none', (county) => {
    const { findings } = checkPlan({ ...planOf(), county }, { fulfilled: dutiesOf2026 });
    expect(findings.map(({ code, path }) => [code, path])).toEqual([['invalid-plan', ['county']]]);
  });
});
