import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { begin, handlingData, sql, startRequest, step } from '../../../../test/support/requests';
import { openStore, type Store } from '../index';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
  await startRequest(store, '09.one');
  await startRequest(store, '17.two', {}, '17');
  await store.workflows.start(begin('09.three', 'board-handling', handlingData()));
  await store.workflows.give(step('09.one', 'record-answer', { answers: { efforts: 'Liikunta.' } }));
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const plant = (statement: string) => sql(database.superuserUrl, statement);
/** As somebody would who owns the machine: the triggers are taken away first. */
const tamper = (statement: string) =>
  plant(
    `do $$ begin alter table vuosikello.event disable trigger all; ${statement}; alter table vuosikello.event enable always trigger append_only; end $$`,
  );

it('finds every stored state to be what its log gives', async () => {
  expect(await store.replay.run()).toEqual({ streams: 3, differences: [] });
  expect(await store.replay.run('17')).toEqual({ streams: 1, differences: [] });
});

it.each([
  ['snapshot', `snapshot = replace(snapshot, '"016"', '"081"')`],
  ['state', `state = 'open.announced'`],
  ['status', `status = 'closed'`],
  ['version', `version = version + 1`],
  ['organisations', `organisations = '{081}'`],
  ['nextDueAt', `next_due_at = now()`],
])('finds a stored %s that the log does not give', async (column, change) => {
  await plant(`update vuosikello.workflow set ${change} where id = '09.one'`);
  expect(await store.replay.run()).toEqual({
    streams: 3,
    differences: [{ workflow: '09.one', detail: `the stored ${column} is not what the log gives` }],
  });
});

it('finds a consequence that does not follow', async () => {
  await tamper(
    `update vuosikello.event set body = replace(body, '"016"', '"081"') where stream = '09.one' and type = 'NotificationOwed' and seq = 3`,
  );
  expect((await store.replay.run()).differences).toEqual([
    {
      workflow: '09.one',
      detail: expect.stringMatching(/^event 3 is NotificationOwed .*081.* should be NotificationOwed .*016/) as string,
    },
  ]);
});

it('finds a fact that was changed, an event that is gone and a row that is gone', async () => {
  await tamper(`delete from vuosikello.event where stream = '09.three' and seq = 1`);
  await tamper(
    `update vuosikello.event set type = 'AnswerAccepted' where stream = '09.one' and type = 'AnswerReceived'`,
  );
  await plant(`delete from vuosikello.workflow where id = '17.two'`);
  await startRequest(store, '17.four', {}, '17');
  expect((await store.replay.run()).differences).toEqual([
    { workflow: '09.one', detail: expect.stringMatching(/^cannot be replayed: .*no way for AnswerAccepted/) as string },
    { workflow: '09.three', detail: 'event 1 is missing' },
    { workflow: '17.two', detail: 'has events and no stored row' },
  ]);
});

it('reads a workflow as it stood after each of its commands', async () => {
  const now = await store.workflows.read('09', '09.one');
  const before = await store.workflows.readAt('09', '09.one', 3);
  expect(before).toMatchObject({ version: 3, state: 'open.requested' });
  expect(await store.workflows.readAt('09', '09.one', now?.version ?? 0)).toEqual(now);
  for (const between of [0, 1, 2, 99]) expect(await store.workflows.readAt('09', '09.one', between)).toBeUndefined();
  expect(await store.workflows.readAt('09', '09.nothing', 1)).toBeUndefined();
});
