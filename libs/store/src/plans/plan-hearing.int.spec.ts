import { instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister, negotiationPlan } from '../../../../test/support/example-area';
import { coordinator, sql } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store } from '../index';

const goal = { id: '09.old#1', title: 'Liikunta', measure: 'MOVE', target: '30 %', owner: 'Lautakunta' };
const goals = { matter: { fi: 'x', sv: 'x', en: 'x' }, agreedOn: '2025-12-15', goals: [goal] };

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  await setVirtualClock(database.ownerUrl, instant('2026-01-02T08:00:00+02:00'));
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

it('a workflow that a plan starts hears of what was published before, in the transaction of the activation', async () => {
  await sql(
    database.superuserUrl,
    `insert into vuosikello.publication (county, topic, workflow, seq, data, at)
     values ('09', 'goals/2026', '09.old', 9, $1, now())`,
    [JSON.stringify(goals)],
  );
  const plan = { plan: negotiationPlan(), register: exampleRegister(), actor: coordinator };
  expect(await store.plans.activate(plan)).toMatchObject({ outcome: 'activated' });
  const negotiation = '09.hyte-negotiation-2026';
  expect((await store.workflows.read('09', negotiation))?.context).toMatchObject({
    carriedGoals: [{ from: '09.old', agreedOn: '2025-12-15', goals: [goal] }],
  });
  const [count] = await sql<{ transactions: number; told: number }>(
    database.superuserUrl,
    `select count(distinct xid::text)::integer as transactions,
            (count(*) filter (where type = 'GoalsCarriedOver'))::integer as told
     from vuosikello.event where stream = $1`,
    [negotiation],
  );
  expect(count).toEqual({ transactions: 1, told: 1 });
  expect(await store.plans.activate(plan)).toMatchObject({ outcome: 'unchanged' });
  expect((await store.replay.run('09')).differences).toEqual([]);
});
