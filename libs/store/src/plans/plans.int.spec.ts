import { plannedStarts } from '@app/workflows';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { coordinator } from '../../../../test/support/requests';
import type { PlannedStart } from '../index';
import { openStore, StartRefusedError, type Store } from '../index';

const plan = examplePlan();
const starts = plannedStarts(plan, exampleRegister()).starts as PlannedStart[];

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

it("starts the plan's workflows in its year, and keeps the plan", async () => {
  const ids = starts.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(await store.plans.activate(plan, starts, coordinator)).toEqual({ started: ids, already: [] });
  expect(await store.plans.read('09', plan.year)).toEqual({ plan, activatedAt: expect.any(String) as string });
  expect(
    (await store.workflows.list('09', { year: plan.year }, { limit: 100 })).items.map(({ id }) => id).sort(),
  ).toEqual([...ids].sort());
  expect(await store.plans.read('09', 1999)).toBeUndefined();
  expect(await store.plans.read('17', plan.year)).toBeUndefined();
});

it('activated again, also at once, starts nothing twice', async () => {
  const ids = starts.map(({ id }) => id);
  const both = await Promise.all([1, 2].map(() => store.plans.activate(plan, starts, coordinator)));
  expect(both.flatMap(({ started }) => started)).toEqual(ids);
  expect(await store.plans.activate(plan, starts, coordinator)).toEqual({ started: [], already: ids });
});

it('with an entry that cannot be started starts nothing and keeps nothing', async () => {
  const [good] = starts;
  if (!good) throw new Error('nothing is planned');
  const bad = { ...good, entry: 'bad', id: '09.bad', data: {} };
  await expect(store.plans.activate(plan, [good, bad], coordinator)).rejects.toThrow(StartRefusedError);
  expect(await store.plans.read('09', plan.year)).toBeUndefined();
  expect(await store.workflows.read('09', good.id)).toBeUndefined();
});
