import fc from 'fast-check';
import {
  addDays,
  checkPlan,
  civilDate,
  completePlan,
  isWorkingDay,
  languages,
  type Plan,
  type PlanEntry,
  type Register,
} from '..';
import { exampleRegister } from '../../../../test/support/example-area';
import { entry, planOf, smallRegister, type Json } from '../../test/plan-data';
import { templateOf, workflowNames } from './workflow-kinds';

function plan(...entries: unknown[]): Plan {
  const checked = checkPlan(planOf(...entries));
  if (!checked.plan) throw new Error(JSON.stringify(checked.findings));
  return checked.plan;
}

function days(completed: { plan: Plan }, id: string): Record<string, string> {
  const dates = completed.plan.entries.find((one) => one.id === id)?.dates ?? {};
  return Object.fromEntries(Object.entries(dates).map(([name, { on }]) => [name, on]));
}

const register = exampleRegister();

describe('completing a plan', () => {
  it('derives a whole negotiation from nothing: the pattern of the example plan', () => {
    const completed = completePlan(plan(entry('n', 'hyte-negotiation', {})), register);
    expect(completed.findings).toEqual([]);
    expect(days(completed, 'n')).toEqual({
      planning: '2026-03-12',
      dateFixed: '2026-03-30',
      invitation: '2026-05-25',
      assignmentDue: '2026-08-17',
      answersCompiled: '2026-08-21',
      negotiation: '2026-08-27',
      draftSummary: '2026-09-10',
      commentsDue: '2026-09-24',
      hyteBoard: '2026-10-15',
      resultSent: '2026-10-19',
      acknowledgements: '2026-12-01',
      budgetHandled: '2026-12-14',
      closed: '2027-02-01',
    });
    expect(completed.plan.entries[0]?.dates.assignmentDue).toEqual({ on: '2026-08-17', basis: 'requested' });
    expect(completed.derived.find(({ name }) => name === 'hyteBoard')?.because).toEqual({
      fi: 'hyteBoard: Hyvinvoinnin ja terveyden edistämisen lautakunta: ensimmäinen kokous, johon asia ehtii kommentointipäivän (to 24.9.2026) jälkeen (aineisto 7 pv)',
      sv: 'hyteBoard: Nämnden för främjande av hälsa och välfärd: det första sammanträdet till vilket ärendet hinner efter sista dagen för kommentarer (to 24.9.2026) (material 7 d)',
      en: 'hyteBoard: Hyvinvoinnin ja terveyden edistämisen lautakunta: the first meeting that the matter can reach after the last day for comments (Thu 24\u00a0September\u00a02026) (materials 7 days)',
    });
  });

  it('counts from the anchor that is given, and leaves every date that is given alone', () => {
    const given = {
      negotiation: '2026-09-10',
      assignmentDue: '2026-09-02',
      hyteBoard: { on: '2026-11-12', basis: 'decided' },
    };
    const completed = completePlan(plan(entry('n', 'hyte-negotiation', given)), register);
    expect(days(completed, 'n')).toMatchObject({
      ...{ negotiation: '2026-09-10', assignmentDue: '2026-09-02', hyteBoard: '2026-11-12' },
      ...{ answersCompiled: '2026-09-04', resultSent: '2026-11-16', commentsDue: '2026-10-08' },
    });
    expect(completed.derived.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['negotiation']));
  });

  it('derives a report back from the council’s last meeting before Midsummer', () => {
    const completed = completePlan(plan(entry('r', 'wellbeing-report', {})), register);
    expect(days(completed, 'r')).toMatchObject({
      ...{ designStarts: '2025-12-01', requestsSent: '2026-01-19', cardsDue: '2026-02-27', reportReady: '2026-04-16' },
      ...{
        hyteBoard: '2026-04-23',
        countyExecutive: '2026-05-11',
        countyCouncil: '2026-06-08',
        published: '2026-06-15',
      },
    });
    const autumn = completePlan(plan(entry('r', 'wellbeing-report', { countyCouncil: '2026-10-12' })), register);
    expect(days(autumn, 'r')).toMatchObject({ hyteBoard: '2026-08-20', countyExecutive: '2026-09-14' });
  });

  it('a completed plan holds: nothing more to complete, and no error in the check', () => {
    const small = plan(
      entry('n', 'hyte-negotiation', {}),
      entry('r', 'wellbeing-report', {}),
      entry('t', 'council-term-negotiation', { negotiation: '2026-11-12' }, { about: '2025-2029' }),
      entry('i', 'interface-board-meeting', { meeting: '2026-05-27' }, { topics: ['kotoutuminen'] }),
    );
    const once = completePlan(small, register);
    const again = completePlan(once.plan, register);
    expect(again.plan).toEqual(once.plan);
    expect([again.derived, again.findings]).toEqual([[], []]);
    const { findings } = checkPlan(JSON.parse(JSON.stringify(once.plan)), { register });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says which dates no meeting gives, once for what hangs together', () => {
    const bodies = register.bodies.filter(({ id }) => id !== 'hyte-lautakunta');
    const completed = completePlan(plan(entry('n', 'hyte-negotiation', {})), { ...register, bodies });
    expect(completed.findings).toEqual([
      expect.objectContaining({
        ...{ code: 'order-infeasible', severity: 'error', entry: 'n', path: ['entries', 0] },
        message: expect.objectContaining({
          en: 'hyteBoard: the body “hyte-lautakunta” is not in the register. Correct the id or add the body.',
        }) as unknown,
      }),
    ]);
    expect(days(completed, 'n')).not.toHaveProperty('resultSent');
    const late = plan(entry('n', 'hyte-negotiation', { negotiation: '2026-12-10' }));
    expect(completePlan(late, register).findings.map(({ message }) => message.fi)).toEqual([
      'hyteBoard: sopivaa kokousta ei ole (Hyvinvoinnin ja terveyden edistämisen lautakunta, 2027). Lisää toimielimen kokouspäivät rekisteriin tai anna päivä suunnitelmassa.',
    ]);
    // The check does not ask for the calendar of another year than the plan's.
    const infeasible = (negotiation: string) =>
      checkPlan(planOf(entry('n', 'hyte-negotiation', { negotiation })), { register }).findings.filter(
        ({ code }) => code === 'order-infeasible',
      );
    expect(infeasible('2026-12-10')).toEqual([]);
    expect(infeasible('2026-11-12').map(({ path }) => path)).toEqual([['entries', 0]]);
  });

  it('without the register derives what the calendar alone gives', () => {
    const completed = completePlan(plan(entry('n', 'hyte-negotiation', {})));
    expect(completed.findings).toEqual([]);
    expect(Object.keys(days(completed, 'n'))).toEqual(expect.arrayContaining(['negotiation', 'acknowledgements']));
    expect(days(completed, 'n')).not.toHaveProperty('hyteBoard');
  });

  it('looks at no register of another county', () => {
    const other: Register = { ...register, county: { ...register.county, code: '07' } };
    expect(days(completePlan(plan(entry('n', 'hyte-negotiation', {})), other), 'n')).not.toHaveProperty('hyteBoard');
  });
});

describe('an author’s own rules', () => {
  it('make dates of any entry, with all that the author wrote beside them', () => {
    const own = entry('e', 'information-request', {
      event: '2026-10-13',
      materials: { rule: { workingDays: -3, from: 'event' }, place: 'Lahti', basis: 'requested' },
      thanks: { rule: { days: 7, from: 'event' }, at: '12:00' },
      board: { rule: { meetingOf: 'hyte-lautakunta', after: 'thanks' }, basis: 'decided' },
    });
    const completed = completePlan(plan(own), register);
    expect(completed.findings).toEqual([]);
    expect(completed.plan.entries[0]).toEqual({
      id: 'e',
      workflow: 'information-request',
      dates: {
        materials: { on: '2026-10-08', place: 'Lahti', basis: 'requested' },
        event: { on: '2026-10-13', basis: 'agreed' },
        thanks: { on: '2026-10-20', at: '12:00', basis: 'agreed' },
        board: { on: '2026-11-12', basis: 'decided' },
      },
    });
  });

  it('win over the template', () => {
    const own = entry('n', 'hyte-negotiation', { assignmentDue: { rule: { days: -20, from: 'negotiation' } } });
    expect(days(completePlan(plan(own), register), 'n')).toMatchObject({
      assignmentDue: '2026-08-07',
      negotiation: '2026-08-27',
    });
  });

  it('are checked like days: weekday, year and working day', () => {
    const own = entry('e', 'information-request', {
      event: '2026-10-13',
      after: { rule: { days: 7, from: 'event' }, weekday: 'ma' },
    });
    const { findings } = checkPlan(planOf(own));
    expect(findings.filter(({ entry: id }) => id === 'e')).toEqual([
      expect.objectContaining({
        code: 'weekday-mismatch',
        date: '2026-10-20',
        path: ['entries', 0, 'dates', 'after', 'rule'],
      }),
    ]);
  });

  it.each<[string, Json, string]>([
    ['refers to nothing', { rule: { days: 1, from: 'nothing' } }, 'invalid-plan'],
    ['refers to itself', { rule: { days: 1, from: 'x' } }, 'invalid-plan'],
    ['needs a body that nobody knows', { rule: { meetingOf: 'nobody', after: 'event' } }, 'order-infeasible'],
    ['needs a meeting that there is not', { rule: { meetingOf: 'aluehallitus', after: 'event' } }, 'order-infeasible'],
  ])('one that %s is told, and what hangs on it is not', (_what, rule, code) => {
    const data = planOf(
      entry('e', 'information-request', { event: '2026-10-13', x: rule, y: { rule: { days: 1, from: 'x' } } }),
    );
    const { findings } = checkPlan(data, { register: smallRegister() });
    const told = findings.filter(({ entry: id }) => id === 'e');
    const expected = [[code, ['entries', 0, 'dates', 'x', 'rule']]];
    expect(told.map((finding) => [finding.code, finding.path])).toEqual(expected);
    const completed = completePlan(plan(...data.entries), smallRegister());
    expect(completed.findings.map((finding) => [finding.code, finding.path])).toEqual(expected);
    expect(Object.keys(completed.plan.entries[0]?.rules ?? {})).toEqual(['x', 'y']);
  });

  it('a circle is told once', () => {
    const circle = { x: { rule: { days: 1, from: 'y' } }, y: { rule: { days: 1, from: 'x' } } };
    const { findings } = checkPlan(planOf(entry('e', 'information-request', { event: '2026-10-13', ...circle })));
    const told = findings.filter(({ entry: id }) => id === 'e');
    expect(told.map(({ code, message }) => [code, message.en])).toEqual([
      [
        'invalid-plan',
        expect.stringMatching(/^y: the rule counts from the date “x”, which the entry does not have or which itself/),
      ],
    ]);
  });

  it('a chain without an end is refused, not followed', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`d${index}`, { rule: { days: 1, from: `d${index + 1}` } }]),
    );
    const { findings } = checkPlan(planOf(entry('e', 'information-request', { event: '2026-10-13', ...chain })));
    expect(findings.some(({ code }) => code === 'invalid-plan')).toBe(true);
  });

  it.each([
    [
      'both a day and a rule',
      { on: '2026-10-14', rule: { days: 1, from: 'event' } },
      'x: give either the day (on) or a rule (rule), not both.',
    ],
    ['neither', {}, 'x: give either the day (on) or a rule (rule), not both.'],
    ['half a rule', { rule: { days: 1 } }, 'x: the fields of the rule do not go together.'],
  ])('%s is no date', (_what, date, message) => {
    const checked = checkPlan(planOf(entry('e', 'information-request', { event: '2026-10-13', x: date })));
    expect(checked.plan).toBeUndefined();
    const [finding] = checked.findings.filter(({ entry: id }) => id === 'e');
    expect(finding?.code).toBe('invalid-plan');
    expect(finding?.message.en).toContain(message);
  });
});

/** Bodies that meet every second week, for whatever years are asked about. */
function meetingRegister(year: number): Register {
  const meetings = Array.from({ length: 80 }, (_, index) => addDays(civilDate(`${year - 1}-01-05`), index * 14));
  const own = smallRegister();
  return { ...own, bodies: own.bodies.map((body) => ({ ...body, meetings })) };
}

describe('the templates, 1995–2059', () => {
  it('give working days, in an order that their anchor does not break', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1995, max: 2059 }), fc.integer({ min: 0, max: 364 }), (year, offset) => {
        const anchor = addDays(civilDate(`${year}-01-01`), offset);
        const entries: PlanEntry[] = [
          { id: 'n', workflow: 'hyte-negotiation', dates: { negotiation: { on: anchor, basis: 'agreed' } } },
          { id: 'i', workflow: 'interface-board-meeting', dates: { meeting: { on: anchor, basis: 'decided' } } },
          { id: 'r', workflow: 'wellbeing-report', dates: {} },
          { id: 'h', workflow: 'hyte-negotiation', dates: {} },
        ];
        const completed = completePlan({ county: '09', year, title: 'T', entries }, meetingRegister(year));
        expect(completed.findings).toEqual([]);
        const isMeeting = new Set(['hyteBoard', 'countyExecutive', 'countyCouncil', 'budgetHandled']);
        for (const { name, on, because } of completed.derived) {
          if (!isMeeting.has(name)) expect([name, isWorkingDay(on)]).toEqual([name, true]);
          for (const language of languages) expect(because[language].startsWith(`${name}: `)).toBe(true);
        }
        const order = [
          'planning',
          'dateFixed',
          'invitation',
          'assignmentDue',
          'answersCompiled',
          'negotiation',
          'draftSummary',
          'commentsDue',
          'hyteBoard',
          'resultSent',
        ];
        for (const id of ['n', 'h'])
          expect(order.map((name) => days(completed, id)[name])).toEqual(
            order.map((name) => days(completed, id)[name]).sort(),
          );
        const board = ['topicsAsked', 'itemsReady', 'agenda', 'meeting', 'minutes', 'published'];
        expect(Object.keys(days(completed, 'i'))).toEqual(board);
        expect(Object.keys(days(completed, 'r'))).toEqual(Object.keys(templateOf('wellbeing-report')));
      }),
      { numRuns: 80 },
    );
  });

  it('count only from dates that they know', () => {
    for (const workflow of workflowNames) {
      const template = templateOf(workflow);
      for (const { rule } of Object.values(template)) {
        const anchors = Object.entries(rule).flatMap(([field, value]) =>
          ['from', 'to', 'after', 'before'].includes(field) ? [String(value)] : [],
        );
        for (const anchor of anchors) {
          expect([
            ...Object.keys(template),
            'negotiation',
            'meeting',
            'event',
            'statusDue',
            'deliveredToCounty',
            'midsummer',
            'yearEnd',
          ]).toContain(anchor);
        }
      }
    }
  });
});
