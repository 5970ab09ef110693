import { instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { coordinator, sql } from '../../../../test/support/requests';
import type { CloseTask, NewTask } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const monday = instant('2026-05-25T09:00:00+03:00');

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await setVirtualClock(database.ownerUrl, monday);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

let keys = 0;

function undelivered(more: Partial<NewTask> = {}): NewTask {
  keys += 1;
  const notification = `09.mail-${keys}.n3`;
  return {
    county: '09',
    kind: 'mail-undelivered',
    key: `mail-undelivered/${notification}`,
    notification,
    organisation: '016',
    ...more,
  };
}

function closing(id: string, more: Partial<CloseTask> = {}): CloseTask {
  const given = { actor: coordinator, commandId: `close-${id}`, requestHash: `close ${id}` };
  return { county: '09', id, note: 'Soitettu Aino Esimerkille.', ...given, ...more };
}

const eventsOf = (id: string) => store.workflows.events('09', id, { after: 0, limit: 10 });
const listed = async (filter: Parameters<Store['tasks']['list']>[1]) =>
  (await store.tasks.list('09', filter, { limit: 100 })).items.map(({ id }) => id);

describe('a task', () => {
  it('is opened once as long as it is open, and anew when the trouble comes again', async () => {
    const task = undelivered();
    const id = await store.tasks.open(task);
    expect(await Promise.all([1, 2, 3].map(() => store.tasks.open(task)))).toEqual([id, id, id]);
    expect(await store.tasks.read('09', id)).toEqual({
      ...task,
      id,
      workflow: null,
      contact: null,
      openedAt: '2026-05-25T06:00:00.000Z',
      closedAt: null,
      closedBy: null,
      note: null,
    });
    expect(await store.tasks.settle('09', task.key)).toBe(true);
    expect(await store.tasks.settle('09', task.key)).toBe(false);
    const again = await store.tasks.open(task);
    expect(again).not.toBe(id);
  });

  it('is one, whoever opens it in the same moment', async () => {
    const task = undelivered();
    const ids = await Promise.all(Array.from({ length: 8 }, () => store.tasks.open(task)));
    expect(new Set(ids).size).toBe(1);
    expect((await eventsOf(ids[0] as string)).map(({ type }) => type)).toEqual(['TaskOpened']);
  });

  it('is closed once, by a person who says what was done; the log holds ids only', async () => {
    const task = undelivered();
    const id = await store.tasks.open(task);
    const answers = await Promise.all(Array.from({ length: 8 }, () => store.tasks.close(closing(id))));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['closed', ...Array<string>(7).fill('replayed')]);
    expect(await store.tasks.close(closing(id, { commandId: 'another' }))).toMatchObject({ outcome: 'already-closed' });
    expect(await store.tasks.close(closing(id, { requestHash: 'another note' }))).toEqual({ outcome: 'key-reused' });
    expect(await store.tasks.read('09', id)).toMatchObject({
      closedAt: '2026-05-25T06:00:00.000Z',
      closedBy: coordinator.id,
      note: 'Soitettu Aino Esimerkille.',
    });
    const { county: _, ...said } = task;
    expect((await eventsOf(id)).map(({ type, data, actor, note }) => [type, data, actor.role, note])).toEqual([
      ['TaskOpened', said, 'clock', undefined],
      ['TaskClosed', {}, 'coordinator', undefined],
    ]);
  });

  it('is of its county alone', async () => {
    const id = await store.tasks.open(undelivered());
    expect(await store.tasks.read('17', id)).toBeUndefined();
    expect(await store.tasks.close(closing(id, { county: '17' }))).toEqual({ outcome: 'not-found' });
    expect((await store.tasks.list('17', {}, { limit: 10 })).items).toEqual([]);
    expect(await store.tasks.read('09', id)).toMatchObject({ closedAt: null });
  });

  it('is not changed but by being closed', async () => {
    const id = await store.tasks.open(undelivered());
    for (const change of [`update vuosikello.task set kind = 'x'`, 'delete from vuosikello.task']) {
      await expect(sql(database.appUrl, change)).rejects.toMatchObject({ code: '42501' });
    }
    expect(await listed({ status: 'open' })).toContain(id);
  });
});

it('lists tasks by what they are about, the oldest first, page by page', async () => {
  const own = { workflow: '09.listed', organisation: '398' };
  const ids = [];
  for (const kind of ['mail-undelivered', 'contact-bounced', 'nobody-reached'] as const)
    ids.push(await store.tasks.open(undelivered({ ...own, kind })));
  await store.tasks.close(closing(ids[1] as string));
  expect(await listed({ workflow: '09.listed' })).toEqual(ids);
  expect(await listed({ organisation: '398', status: 'open' })).toEqual([ids[0], ids[2]]);
  expect(await listed({ organisation: '398', status: 'closed' })).toEqual([ids[1]]);
  expect(await listed({ workflow: '09.listed', kind: 'nobody-reached' })).toEqual([ids[2]]);
  const first = await store.tasks.list('09', { workflow: '09.listed' }, { limit: 2 });
  const second = await store.tasks.list('09', { workflow: '09.listed' }, { limit: 2, after: first.next ?? undefined });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.next).toBeNull();
});

it('leaves nothing in the log that no row answers for', async () => {
  await store.tasks.open(undelivered());
  expect((await store.replay.run('09')).differences).toEqual([]);
});
