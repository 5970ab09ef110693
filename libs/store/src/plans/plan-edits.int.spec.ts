import type { Plan } from '@app/domain';
import { helsinkiDate, instant } from '@app/domain';
import type { PlanPreview } from '@app/workflows';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { DrivenCounty } from '../../../../test/support/driven-county';
import { planDriving, exampleRegister } from '../../../../test/support/example-area';
import { edited } from '../../../../test/support/plan-edits';
import { coordinator } from '../../../../test/support/requests';
import { type Draw, nextStep } from '../../../../test/support/year-story';

const register = exampleRegister();
const negotiation = '09.hyte-negotiation-2026';
const editsInAYear = 10;

let database: TestDatabase;
let county: DrivenCounty;
let watcher: Client;
beforeEach(async () => {
  database = await createTestDatabase();
  watcher = new Client({ connectionString: database.superuserUrl });
  await watcher.connect();
  county = await DrivenCounty.open(database, '09', instant('2026-01-02T08:00:00+02:00'));
  await county.store.register.import(register);
});
afterEach(async () => {
  await county.close();
  await watcher.end();
  await database.drop();
});

/** A generator that gives the same numbers for the same seed (mulberry32). */
function drawOf(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Row = Record<string, string | number | boolean | null>;

/** Everything the county has, as the tables hold it. */
async function everything() {
  const rows = async <R extends object = Row>(columns: string, table: string, where = 'true') => {
    const from = `from vuosikello.${table} t where county = '09' and ${where}`;
    return (await watcher.query<R>(`select ${columns} ${from} order by t::text collate "C"`)).rows;
  };
  const asText = async (table: string) => (await rows<{ row: string }>('t::text as row', table)).map(({ row }) => row);
  return {
    events: await asText('event'),
    revisions: await asText('plan_revision'),
    deadlines: await deadlines(),
    rungs: await rows(
      'instance as workflow, deadline, rung, vuosikello.instant(due_at) as at',
      'work_item',
      `state = 'pending' and kind = 'timer' and rung is not null`,
    ),
    mails: await rows('id, workflow, template, organisation, state', 'notification'),
  };
}

async function deadlines(): Promise<Row[]> {
  const { items } = await county.store.workflows.list('09', {}, { limit: 1_000 });
  return items.flatMap(({ id, deadlines: all }) =>
    Object.values(all)
      .filter(({ status }) => status === 'open' || status === 'passed')
      .map(({ name, dueOn }) => ({ workflow: id, name, dueOn })),
  );
}

type Everything = Awaited<ReturnType<typeof everything>>;

it.each([1, 2, 3])(
  'ten random edits of an active plan: what the preview said is what happened (seed %i)',
  async (seed) => {
    const draw = drawOf(seed);
    let plan = planDriving('hyte-negotiation', 'council-term-negotiation');
    await activate(plan, undefined);
    const done = { activated: 0, refused: 0 };
    for (let tries = 0; done.activated < editsInAYear && tries < 80; tries += 1) {
      for (let steps = draw(3); steps > 0; steps -= 1) await nextStep(county, negotiation, draw);
      const changed = edited(plan, draw);
      const outcome = await previewAndActivate(changed, `Muutos ${tries}`);
      if (outcome === 'activated') plan = changed;
      if (outcome !== 'unchanged') done[outcome] += 1;
    }
    expect(done).toEqual({ activated: editsInAYear, refused: expect.any(Number) as number });
    expect((await county.store.replay.run()).differences).toEqual([]);
  },
);

function activate(plan: Plan, reason: string | undefined, expectRevision?: number) {
  return county.store.plans.activate({ plan, register, actor: coordinator, reason, expectRevision });
}

async function previewAndActivate(plan: Plan, reason: string): Promise<'activated' | 'refused' | 'unchanged'> {
  const before = await everything();
  const preview = await county.store.plans.preview({ plan, register, actor: coordinator, reason });
  expect(await everything()).toEqual(before);
  const answer = await activate(plan, reason, preview.revision);
  if (answer.outcome === 'stale' || answer.outcome === 'reason-required') throw new Error(answer.outcome);
  expect(answer.preview).toEqual(preview);
  if (answer.outcome !== 'activated') {
    const hasErrors = preview.findings.some(({ severity }) => severity === 'error');
    expect(answer.outcome).toBe(hasErrors ? 'refused' : 'unchanged');
    expect(await everything()).toEqual(before);
    return answer.outcome;
  }
  await county.settle();
  const after = await everything();
  expectHistoryKept(before, after);
  expectHappened(preview, before, after);
  await expectDated(plan, preview, reason);
  expect((await activate(plan, undefined)).outcome).toBe('unchanged');
  return 'activated';
}

/** Nothing that has happened is rewritten: events and revisions of before stand byte for byte, and what was sent is sent. */
function expectHistoryKept(before: Everything, after: Everything): void {
  const now = new Set(after.events);
  expect(before.events.filter((event) => !now.has(event))).toEqual([]);
  expect(before.revisions.filter((revision) => !after.revisions.includes(revision))).toEqual([]);
  const sent = (rows: Row[]) => rows.filter(({ state }) => state === 'accepted');
  const stillSent = new Set(sent(after.mails).map(({ id }) => id));
  expect(sent(before.mails).filter(({ id }) => !stillSent.has(id))).toEqual([]);
}

function expectHappened({ changes, started }: PlanPreview, before: Everything, after: Everything): void {
  const isOfStarted = ({ workflow }: Row) => started.some((id) => workflow === id);
  const said = <Item>(of: (change: PlanPreview['changes'][number]) => Item[]) => changes.flatMap(of);

  const due = (rows: Row[]) => new Map(rows.map((row) => [`${row.workflow}/${row.name}`, row.dueOn]));
  const happenedDue = differences(due(before.deadlines), due(after.deadlines.filter((row) => !isOfStarted(row))));
  expect(happenedDue).toEqual(
    sorted(
      said(({ deadlines: moves }) => moves.map(({ workflow, name, from, to }) => [`${workflow}/${name}`, from, to])),
    ),
  );

  const rungs = (rows: Row[]) =>
    new Map(rows.map((row) => [`${row.workflow}/${row.deadline}/${row.rung}`, helsinkiDate(instant(String(row.at)))]));
  const happenedRungs = differences(rungs(before.rungs), rungs(after.rungs.filter((row) => !isOfStarted(row))));
  const rung = (of: { workflow: string; deadline: string; rung: string }, from: string | null, to: string | null) => [
    `${of.workflow}/${of.deadline}/${of.rung}`,
    from,
    to,
  ];
  expect(happenedRungs).toEqual(
    sorted(
      said(({ mails }) => [
        ...mails.moved.map((of) => rung(of, of.from, of.to)),
        ...mails.dropped.map((of) => rung(of, of.from, null)),
        ...mails.added.map((of) => rung(of, null, of.to)),
      ]),
    ),
  );

  const known = new Map(before.mails.map(({ id, state }) => [id, state]));
  const owed = after.mails.filter(
    (row) => !known.has(row.id ?? null) && !isOfStarted(row) && row.state !== 'suppressed',
  );
  expect(sorted(owed.map(({ workflow, template, organisation }) => [workflow, template, organisation]))).toEqual(
    sorted(said(({ mails }) => mails.owed.map((of) => [of.workflow, of.template, of.organisation]))),
  );
  const suppressed = after.mails.filter(
    ({ id, state }) => state === 'suppressed' && known.has(id ?? null) && known.get(id ?? null) !== 'suppressed',
  );
  expect(suppressed.map(({ id }) => id).sort()).toEqual(
    said(({ mails }) => mails.suppressed.map(({ notification }) => notification)).sort(),
  );
  const states = new Map(after.mails.map(({ id, state }) => [id, state]));
  for (const { notification, sentAt } of said(({ mails }) => mails.sent)) {
    if (sentAt !== null) expect(known.get(notification)).toBe('accepted');
    expect(states.get(notification)).not.toBe('suppressed');
  }
  const ids = new Set(before.deadlines.map(({ workflow }) => workflow));
  expect(started.filter((id) => ids.has(id))).toEqual([]);
}

/** The workflow has the plan's dates, and its log says who moved them and why. */
async function expectDated(plan: Plan, { changes, revision }: PlanPreview, reason: string): Promise<void> {
  for (const { entry, workflow, dates } of changes) {
    if (workflow === null || dates.every(({ stays }) => stays)) continue;
    const { context } = await county.read(workflow);
    const has = (context as { dates: Record<string, object> }).dates;
    for (const { name, stays, to } of dates) {
      if (!stays) expect(has[name]).toEqual({ ...to, weekday: undefined, body: undefined });
    }
    const stream = await county.store.workflows.events('09', workflow, { after: 0, limit: 10_000 });
    const commandId = `plan:09:${plan.year}:${revision + 1}:${entry}`;
    expect(stream.filter((event) => event.commandId === commandId && event.kind === 'fact')).toMatchObject([
      { actor: coordinator, note: reason },
    ]);
  }
}

type Key = string | number | boolean | null;

function differences(before: Map<string, Key | undefined>, after: Map<string, Key | undefined>): Key[][] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return sorted(
    keys.map((key) => [key, before.get(key) ?? null, after.get(key) ?? null]).filter(([, from, to]) => from !== to),
  );
}

function sorted<Item extends readonly unknown[]>(items: Item[]): Item[] {
  return [...items].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
