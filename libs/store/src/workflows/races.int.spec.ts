import { instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { startRequest, step } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store } from '../index';

const handling = { body: 'kunnanhallitus', meetingOn: '2027-06-01' };

let database: TestDatabase;
let store: Store;
let other: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
  other = await openStore({ databaseUrl: database.appUrl, applicationName: 'test-other' });
});
afterAll(async () => {
  await store.close();
  await other.close();
  await database.drop();
});

describe('a command on a workflow that this process remembers', () => {
  it('is done on what stands, where another process was there meanwhile', async () => {
    await startRequest(store, '09.meanwhile');
    await other.workflows.give(step('09.meanwhile', 'record-answer', { answers: { efforts: 'Liikunta.' } }));
    const { version = 0 } = (await other.workflows.read('09', '09.meanwhile')) ?? {};
    expect(await store.workflows.give(step('09.meanwhile', 'announce-handling', handling, { ifVersion: 3 }))).toEqual({
      outcome: 'stale',
      version,
    });
    expect(await store.workflows.give(step('09.meanwhile', 'announce-handling', handling))).toMatchObject({
      outcome: 'refused',
      refused: { code: 'illegal-step' },
      instance: { version },
    });
    expect(await store.workflows.give(step('09.meanwhile', 'accept-answer', {}, { ifVersion: version }))).toMatchObject(
      { outcome: 'accepted' },
    );
  });

  it('is answered as done where another process has done it', async () => {
    await startRequest(store, '09.done-elsewhere');
    const request = step('09.done-elsewhere', 'announce-handling', handling);
    const there = await other.workflows.give(request);
    expect(await store.workflows.give(request)).toMatchObject({
      outcome: 'accepted',
      replayed: true,
      instance: (there as { instance: object }).instance,
    });
    await store.workflows.give(step('09.done-elsewhere', 'announce-handling', handling));
    expect(await store.workflows.give(request)).toMatchObject({
      outcome: 'accepted',
      replayed: true,
      instance: (there as { instance: object }).instance,
    });
  });

  it('is given at the virtual time as soon as there is one', async () => {
    await startRequest(store, '09.time');
    const then = instant('2026-07-01T12:00:00+03:00');
    await setVirtualClock(database.ownerUrl, then);
    expect(await store.workflows.give(step('09.time', 'announce-handling', handling))).toMatchObject({
      outcome: 'accepted',
      now: then,
    });
    expect(await store.workflows.give(step('09.time', 'announce-handling', handling))).toMatchObject({
      outcome: 'accepted',
      now: then,
    });
    await setVirtualClock(database.ownerUrl, null);
    const answer = await store.workflows.give(step('09.time', 'announce-handling', handling));
    expect((answer as { now: string }).now).not.toBe(then);
    const at = (await store.workflows.events('09', '09.time', { after: 3, limit: 9 })).map((event) => event.at);
    expect(at.slice(0, 2)).toEqual([then, then]);
  });
});

it('a command by the engine never is stale, however many give commands to the workflow at once', async () => {
  await startRequest(store, '09.busy');
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const given = step('09.busy', 'announce-handling', handling);
      const { workflows } = index % 2 === 0 ? store : other;
      return index % 3 === 0 ? workflows.give(given) : workflows.giveAsEngine(given);
    }),
  );
  const byEngine = answers.filter((_, index) => index % 3 !== 0);
  expect(new Set(byEngine.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  const accepted = answers.filter(({ outcome }) => outcome === 'accepted');
  const events = await store.workflows.events('09', '09.busy', { after: 3, limit: 100 });
  expect(events.map(({ seq }) => seq)).toEqual(accepted.map((_, index) => index + 4));
});
