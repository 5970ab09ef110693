import { civilDate } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  begin,
  coordinator,
  handlingData,
  requestData,
  sql,
  startRequest,
  step,
} from '../../../../test/support/requests';
import { openStore, type Store } from '../index';

const handling = { body: 'kunnanhallitus', meetingOn: '2027-06-01' };
const recorded = ['workflow', 'event', 'command', 'work_item', 'notification'];

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Everything that a command could leave behind, as the superuser sees it. */
async function everything(): Promise<unknown> {
  const rows = recorded.map(
    (table) => `(select coalesce(json_agg(t order by t::text), '[]') from vuosikello.${table} t) as ${table}`,
  );
  return sql(database.superuserUrl, `select ${rows.join(', ')}`);
}

describe('a start', () => {
  it('stores the workflow, its events, its timers and its mail together', async () => {
    const answer = await store.workflows.start(
      begin('09.start', 'information-request', requestData(), {
        year: 2026,
        entry: 'neuvottelu',
        commandId: 'start-1',
      }),
    );
    expect(answer).toMatchObject({ outcome: 'accepted', replayed: false, instance: { id: '09.start', version: 3 } });
    expect(await store.workflows.read('09', '09.start')).toEqual((answer as { instance: unknown }).instance);
    const events = await store.workflows.events('09', '09.start', { after: 0, limit: 100 });
    expect(events.map(({ seq, kind, type }) => [seq, kind, type])).toEqual([
      [1, 'fact', 'InformationRequested'],
      [2, 'consequence', 'DeadlineSet'],
      [3, 'consequence', 'NotificationOwed'],
    ]);
    expect(events[0]).toMatchObject({ commandId: 'start-1', actor: { id: coordinator.id }, data: requestData() });
    expect(await store.notifications.read('09', '09.start.n3')).toMatchObject({
      workflow: '09.start',
      template: 'advance-assignment',
      to: { organisation: '016', audience: 'respondent' },
      deadline: 'answer',
      link: true,
      state: 'queued',
      subject: null,
    });
  });

  it('is refused with the reasons, and leaves nothing behind', async () => {
    const before = await everything();
    const answer = await store.workflows.start(
      begin('09.bad', 'information-request', requestData({ dueOn: '2026-02-30' })),
    );
    expect(answer).toMatchObject({
      outcome: 'refused',
      instance: null,
      refused: { code: 'invalid-data', issues: [{ path: 'dueOn' }] },
    });
    expect(await everything()).toEqual(before);
  });

  it('knows the definitions there are', async () => {
    expect(await store.workflows.start(begin('09.x', 'no-such', {}))).toEqual({ outcome: 'unknown-definition' });
    expect(await store.workflows.start({ ...begin('09.x', 'board-handling', handlingData()), version: 99 })).toEqual({
      outcome: 'unknown-definition',
    });
  });

  it('takes an id once', async () => {
    await startRequest(store, '09.once');
    expect(await store.workflows.start(begin('09.once', 'information-request', requestData()))).toEqual({
      outcome: 'exists',
    });
  });

  it('given fifty times at once starts one workflow and answers all the same', async () => {
    const request = begin('09.fifty-starts', 'information-request', requestData());
    const answers = await Promise.all(Array.from({ length: 50 }, () => store.workflows.start(request)));
    expect(answers.filter((answer) => answer.outcome === 'accepted' && !answer.replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify('instance' in answer ? answer.instance : answer))).size).toBe(
      1,
    );
    expect(await store.workflows.events('09', '09.fifty-starts', { after: 0, limit: 100 })).toHaveLength(3);
  });

  it('with fifty ids for one workflow starts it once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        store.workflows.start(begin('09.contested', 'information-request', requestData())),
      ),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['accepted', ...Array<string>(49).fill('exists')]);
  });
});

describe('a command', () => {
  it('stores what became true and answers how the workflow then stands', async () => {
    await startRequest(store, '09.step');
    const answer = await store.workflows.give(step('09.step', 'announce-handling', handling, { ifVersion: 3 }));
    expect(answer).toMatchObject({
      outcome: 'accepted',
      replayed: false,
      instance: { version: 4, status: 'open' },
    });
    expect(await store.workflows.read('09', '09.step')).toEqual((answer as { instance: unknown }).instance);
    const [event] = await store.workflows.events('09', '09.step', { after: 3, limit: 100 });
    expect(event).toMatchObject({
      seq: 4,
      type: 'HandlingAnnounced',
      data: handling,
      at: (answer as { now: string }).now,
    });
  });

  it('keeps the note', async () => {
    await startRequest(store, '09.note');
    await store.workflows.give({ ...step('09.note', 'announce-handling', handling), note: 'Puhelimessa sovittu.' });
    expect((await store.workflows.events('09', '09.note', { after: 3, limit: 1 }))[0]?.note).toBe(
      'Puhelimessa sovittu.',
    );
  });

  it('that is refused leaves nothing behind, and can be given again', async () => {
    await startRequest(store, '09.refused');
    const before = await everything();
    const illegal = step('09.refused', 'accept-answer', {});
    const invalid = step('09.refused', 'announce-handling', { body: 'x', meetingOn: 'tomorrow' });
    expect(await store.workflows.give(illegal)).toMatchObject({
      outcome: 'refused',
      refused: { code: 'illegal-step' },
      instance: { version: 3 },
    });
    expect(await store.workflows.give(invalid)).toMatchObject({
      outcome: 'refused',
      refused: { code: 'invalid-data' },
    });
    expect(await everything()).toEqual(before);
    await store.workflows.give(step('09.refused', 'record-answer', { answers: { efforts: 'Liikunta.' } }));
    expect(await store.workflows.give(illegal)).toMatchObject({ outcome: 'accepted', replayed: false });
  });

  it('for a version that has passed is stale', async () => {
    await startRequest(store, '09.stale');
    await store.workflows.give(step('09.stale', 'announce-handling', handling));
    const before = await everything();
    expect(await store.workflows.give(step('09.stale', 'announce-handling', handling, { ifVersion: 3 }))).toEqual({
      outcome: 'stale',
      version: 4,
    });
    expect(await everything()).toEqual(before);
  });

  it('of two for one version does one', async () => {
    await startRequest(store, '09.two');
    const answers = await Promise.all(
      [1, 2].map(() => store.workflows.give(step('09.two', 'announce-handling', handling, { ifVersion: 3 }))),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'stale']);
    expect((await store.workflows.read('09', '09.two'))?.version).toBe(4);
  });

  it('without a version is done on whatever stands, though somebody was faster', async () => {
    await startRequest(store, '09.faster');
    const answers = await Promise.all(
      [1, 2].map(() => store.workflows.give(step('09.faster', 'announce-handling', handling))),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect((await store.workflows.read('09', '09.faster'))?.version).toBe(5);
  });

  it('for a workflow that is not there is not found', async () => {
    expect(await store.workflows.give(step('09.nothing', 'announce-handling', handling))).toEqual({
      outcome: 'not-found',
    });
  });
});

describe('a repeated command', () => {
  it('is answered as the first time, however far the workflow has gone since', async () => {
    await startRequest(store, '09.again');
    const first = step('09.again', 'announce-handling', handling, { ifVersion: 3 });
    const answer = await store.workflows.give(first);
    await store.workflows.give(step('09.again', 'record-answer', { answers: { efforts: 'Liikunta.' } }));
    expect(await store.workflows.give(first)).toMatchObject({
      outcome: 'accepted',
      replayed: true,
      instance: (answer as { instance: object }).instance,
    });
    expect(await store.workflows.events('09', '09.again', { after: 0, limit: 100 })).toHaveLength(
      (await store.workflows.read('09', '09.again'))?.version ?? 0,
    );
  });

  it('fifty times at once has one effect and one answer', async () => {
    await startRequest(store, '09.fifty');
    const request = step('09.fifty', 'announce-handling', handling, { ifVersion: 3 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => store.workflows.give(request)));
    expect(answers.filter((answer) => answer.outcome === 'accepted' && !answer.replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify('instance' in answer ? answer.instance : answer))).size).toBe(
      1,
    );
    expect(await store.workflows.events('09', '09.fifty', { after: 0, limit: 100 })).toHaveLength(4);
  });

  it('fifty times at once from two processes has one effect and one answer', async () => {
    await startRequest(store, '09.two-processes');
    const other = await openStore({ databaseUrl: database.appUrl, applicationName: 'test-other' });
    const request = step('09.two-processes', 'announce-handling', handling);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? store : other).workflows.give(request)),
    );
    await other.close();
    expect(answers.filter((answer) => answer.outcome === 'accepted' && !answer.replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify('instance' in answer ? answer.instance : answer))).size).toBe(
      1,
    );
  });

  it('with other content or for another workflow is told that its key is used', async () => {
    await startRequest(store, '09.reused');
    await startRequest(store, '09.reused-2');
    const first = step('09.reused', 'announce-handling', handling, { commandId: 'one-key' });
    await store.workflows.give(first);
    const before = await everything();
    expect(await store.workflows.give({ ...first, requestHash: 'another' })).toEqual({ outcome: 'key-reused' });
    expect(
      await store.workflows.give(step('09.reused-2', 'announce-handling', handling, { commandId: 'one-key' })),
    ).toEqual({ outcome: 'key-reused' });
    expect(await everything()).toEqual(before);
  });

  it('for many workflows at once is done for one of them', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `09.same-key-${index}`);
    await Promise.all(ids.map((id) => startRequest(store, id)));
    const answers = await Promise.all(
      ids.map((id) => store.workflows.give(step(id, 'announce-handling', handling, { commandId: 'the-same' }))),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['accepted', ...Array<string>(19).fill('key-reused')]);
  });
});

it('what cannot be stored fails alone, and is told so', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `09.poison-${index}`);
  await Promise.all(ids.map((id) => startRequest(store, id)));
  const answers = await Promise.allSettled(
    // A note may not hold U+0000: PostgreSQL knows no such text.
    ids.map((id, index) =>
      store.workflows.give({ ...step(id, 'announce-handling', handling), note: index === 7 ? '\u0000' : 'ok' }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(ids.map((_, index) => (index === 7 ? 'rejected' : 'fulfilled')));
  expect((await store.workflows.read('09', '09.poison-7'))?.version).toBe(3);
  expect((await store.workflows.read('09', '09.poison-8'))?.version).toBe(4);
});

describe('a list of workflows', () => {
  it('is filtered, and read in pages in the order of their ids', async () => {
    const ids = Array.from({ length: 5 }, (_, index) => `31.list-${index}`);
    for (const id of ids) await startRequest(store, id, { organisation: id === '31.list-3' ? '081' : '016' }, '31');
    await store.workflows.start(begin('31.other', 'board-handling', handlingData(), { county: '31', year: 2026 }));
    const listed = async (filter: Parameters<typeof store.workflows.list>[1], limit = 100, after?: string) => {
      const { items, next } = await store.workflows.list('31', filter, { limit, after });
      return [items.map(({ id }) => id), next];
    };
    expect(await listed({ definition: 'information-request' })).toEqual([ids, null]);
    expect(await listed({ definition: 'information-request' }, 2)).toEqual([ids.slice(0, 2), '31.list-1']);
    expect(await listed({ definition: 'information-request' }, 3, '31.list-1')).toEqual([ids.slice(2), null]);
    expect(await listed({ organisation: '081' })).toEqual([['31.list-3'], null]);
    expect(await listed({ year: 2026 })).toEqual([['31.other'], null]);
    expect(await listed({ status: 'closed' })).toEqual([[], null]);
    expect(await listed({ dueBefore: civilDate('2026-08-17') })).toEqual([[], null]);
    expect(await listed({ dueBefore: civilDate('2026-08-18') })).toEqual([ids, null]);
  });
});
