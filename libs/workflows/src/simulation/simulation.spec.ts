import { civilDate, type PlanEntry } from '@app/domain';
import fc from 'fast-check';
import { examplePlan, exampleRegister, wholePlan } from '../../../../test/support/example-area';
import { simulatedYear } from '../../../../test/support/simulated-year';
import { definitions } from '../registry';
import { answerings } from './answering';
import { unwritten } from './example-data';
import type { Simulation } from './simulation';

const register = exampleRegister();
const years = Object.fromEntries(answerings.map((answers) => [answers, simulatedYear({ answers })]));
const onTime = years['on-time'] as Simulation;

/** How often each happens, by what it is called. */
function counts(names: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of [...names].sort()) found[name] = (found[name] ?? 0) + 1;
  return found;
}

const templatesIn = ({ mails }: Simulation) =>
  counts(mails.flatMap(({ carries }) => carries.map((one) => one.template)));

describe('the year of the example plan in memory', () => {
  it('goes as it went', () => {
    const { timeline, mails, load, ...rest } = onTime;
    const steps = timeline.filter(({ by }) => by === 'coordinator');
    expect({
      ...rest,
      // What people do, day by day, and how often on that day.
      steps: counts(steps.map(({ day, entry, event }) => `${day} ${entry} ${event}`)),
      mails: counts(
        mails.map(({ day, carries }) => `${day} ${[...new Set(carries.map((one) => one.template))].join('+')}`),
      ),
      load: load.map(({ reader, total, busiestWeek }) => `${reader}: ${JSON.stringify([total, busiestWeek])}`),
      workflows: counts(rest.workflows.map(({ definition, outcome }) => `${definition} ${outcome}`)),
    }).toMatchSnapshot();
  });

  it('drives every entry, and meets every date on its day', () => {
    expect(onTime.notDriven).toEqual([]);
    expect(onTime.undelivered).toEqual([]);
    const entries = examplePlan().entries.map(({ id }) => id);
    expect([...new Set(onTime.workflows.map(({ entry }) => entry))].sort()).toEqual(entries.sort());
    // What others keep runs out before the coordinator goes on: the cards, and the time for comments.
    const passed = onTime.timeline.filter(({ event, day }) => event === 'DeadlinePassed' && day !== onTime.from);
    expect(passed.map(({ day, entry }) => `${day} ${entry}`)).toEqual([
      ...['2026-02-27 wellbeing-report-2025', '2026-04-30 indicator-cards-2026-1', '2026-08-31 indicator-cards-2026-2'],
      ...['2026-09-24 hyte-negotiation-2026', '2026-12-31 indicator-cards-2026-3'],
    ]);
  });

  it('is the same each time, to the byte', () => {
    expect(JSON.stringify(simulatedYear({ answers: 'on-time' }))).toBe(JSON.stringify(onTime));
  });

  it('writes to somebody of the register, once a day what is routine, and accounts for every mail that is owed', () => {
    const contacts = new Set(register.contacts.map(({ id }) => id));
    for (const year of Object.values(years)) {
      for (const { to, at } of year.mails) {
        expect(contacts.has(to.reader) || to.reader.startsWith('registry:')).toBe(true);
        expect(at.slice(11) >= '05:00' && at.slice(11) < '14:00').toBe(true);
      }
      const digests = year.mails
        .filter(({ carries }) => carries.length > 1)
        .map(({ day, to }) => `${day} ${to.reader}`);
      expect(new Set(digests).size).toBe(digests.length);
      const carried = year.mails.flatMap(({ carries }) => carries.map(({ notification }) => notification));
      expect(new Set(carried).size).toBe(carried.length);
      expect(year.counts.owed).toBe(carried.length + year.counts.suppressed + year.counts.undelivered);
    }
  });

  it('shows with late answers, and with none, who is reminded and what is escalated', () => {
    const [late, never] = [years.late as Simulation, years.never as Simulation];
    const [usual, ofLate, ofNone] = [templatesIn(onTime), templatesIn(late), templatesIn(never)];
    expect([usual.overdue, usual['escalation-proposed'], usual['acknowledgement-overdue']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    for (const told of [ofLate, ofNone])
      expect(told).toMatchObject({
        overdue: expect.any(Number) as number,
        'escalation-proposed': expect.any(Number) as number,
        'acknowledgement-overdue': expect.any(Number) as number,
      });
    expect([ofLate.receipt, ofNone.receipt]).toEqual([usual.receipt, undefined]);
    const answered = ({ timeline }: Simulation) => timeline.filter(({ event }) => event === 'AnswerReceived').length;
    expect([answered(onTime), answered(late), answered(never)]).toEqual([126, 126, 0]);
  });

  it('says on what it rests, and shows where somebody would write', () => {
    expect(onTime.assumed.map(({ en }) => en)).toContain('Everybody who is asked answers on the due day.');
    expect(onTime.leftOut.length).toBeGreaterThan(0);
    expect(onTime.timeline.some(({ what }) => what.fi.includes(unwritten))).toBe(true);
  });
});

it('any part of the plan writes to somebody of the register, loses no mail, and names what it cannot drive', () => {
  const contacts = new Set(register.contacts.map(({ id }) => id));
  const { entries, ...plan } = examplePlan();
  const parts = fc.subarray(entries, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, fc.constantFrom(...answerings), (some, answers) => {
      const year = simulatedYear({ answers, plan: { ...plan, entries: some } });
      expect(year.mails.filter(({ to }) => !contacts.has(to.reader) && !to.reader.startsWith('registry:'))).toEqual([]);
      const carried = year.mails.reduce((sum, { carries }) => sum + carries.length, 0);
      expect(year.counts.owed).toBe(carried + year.counts.suppressed + year.counts.undelivered);
      expect(year.load.reduce((sum, { total }) => sum + total.mails, 0)).toBe(year.mails.length);
      const started = new Set(year.workflows.map(({ entry }) => entry));
      expect(some.filter(({ id }) => !started.has(id) && !year.notDriven.some(({ entry }) => entry === id))).toEqual(
        [],
      );
    }),
    { numRuns: 6 },
  );
});

it('a plan with an entry of every kind is driven whole', () => {
  const year = simulatedYear({ answers: 'on-time', plan: wholePlan(register) });
  const planned = definitions.filter(({ planned: from }) => from).map(({ name }) => name);
  expect(year.workflows.map(({ definition }) => definition)).toEqual(expect.arrayContaining(planned));
  expect(year.notDriven).toEqual([]);
});

it('what cannot be driven is named with why, and when a date was met after all', () => {
  const { entries, ...plan } = examplePlan();
  const dated = (id: string, dates: Record<string, string>): PlanEntry => {
    const entry = entries.find((one) => one.id === id)!;
    const moved = Object.entries(dates).map(([name, on]) => {
      const { weekday: _, ...date } = entry.dates[name]!;
      return [name, { ...date, on: civilDate(on) }];
    });
    return { ...entry, dates: { ...entry.dates, ...(Object.fromEntries(moved) as PlanEntry['dates']) } };
  };
  const tight = [
    { ...entries[3]!, id: 'own', workflow: 'own-matter' },
    // Invited on the day on which the answers are due.
    dated('hyte-negotiation-2026', { invitation: '2026-08-17' }),
    // The municipalities are to have approved on the day of the negotiation, and the budgets get their input in the same year.
    dated('council-term-negotiation-2025-2029', {
      goalsWorkbook: '2026-03-31',
      negotiation: '2026-09-01',
      municipalities: '2026-09-01',
      countyCouncil: '2026-12-14',
    }),
  ];
  const { notDriven, timeline } = simulatedYear({ answers: 'on-time', plan: { ...plan, entries: tight } });
  const told = notDriven.map(({ entry, deadline, dueOn, metOn, because }) => [
    entry,
    deadline,
    dueOn,
    metOn,
    because.en,
  ]);
  expect(told).toEqual([
    ['own', null, null, null, 'No workflow drives this entry yet.'],
    ['hyte-negotiation-2026', 'invitation', '2026-08-17', null, expect.stringContaining('The reply date (Monday')],
    ['council-term-negotiation-2025-2029', 'municipalities', '2026-09-01', '2026-11-03', expect.any(String)],
  ]);
  expect(timeline.map(({ event }) => event)).toContain('YearlyInputRecorded');
});
