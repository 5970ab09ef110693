import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sql } from '../../../../test/support/requests';
import { eventually } from '../../test/eventually';
import { quietLog, settingsWith } from '../../test/settings';
import { Bell } from './bell';

describe('the bell on PostgreSQL', () => {
  let database: TestDatabase;
  let bells: Bell[];
  let heard: string[];

  beforeEach(async () => {
    // The migrated one has the queue's tables already.
    database = await createTestDatabase({ migrated: false });
    bells = [];
    heard = [];
  });

  afterEach(async () => {
    await Promise.all(bells.map((bell) => bell.close(2_000)));
    await database.drop();
  });

  async function open(postgresUrl = database.queueUrl): Promise<Bell> {
    const bell = new Bell(settingsWith({ queue: { postgresUrl } }), quietLog);
    bells.push(bell);
    await bell.open(async (id) => {
      heard.push(id);
    });
    return bell;
  }

  it('makes its tables in a schema of its own and rings once for each item, however many listen', async () => {
    const [bell] = await Promise.all([open(), open()]);
    expect(bells.map(({ away }) => away)).toEqual([false, false]);
    await bell.ring([
      { id: '1', dispatchNo: 1 },
      { id: '2', dispatchNo: 1 },
    ]);
    await eventually('both heard', () => heard.length >= 2);
    expect(heard.sort()).toEqual(['1', '2']);
  });

  it('rings as a test, which nobody works for', async () => {
    const bell = await open();
    expect(await bell.isHeard(20_000)).toBe(true);
    expect(heard).toEqual([]);
    await bell.close(2_000);
    expect(await bell.isHeard(1)).toBe(false);
  });

  it('rings again for the same item', async () => {
    const bell = await open();
    await bell.ring([{ id: '1', dispatchNo: 1 }]);
    await eventually('heard', () => heard.length === 1);
    await bell.ring([{ id: '1', dispatchNo: 2 }]);
    await eventually('heard again', () => heard.length === 2);
  });

  it('is hung once, also when it is tried again while it is being hung, and leaves no connection behind', async () => {
    const bell = new Bell(settingsWith({ queue: { postgresUrl: database.queueUrl } }), quietLog);
    await Promise.all([bell.open(async () => {}), bell.retry(), bell.retry()]);
    await bell.close(2_000);
    const others = `select pid from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`;
    await eventually('nobody is connected', async () => {
      const left = await sql(database.superuserUrl, others, [database.name]);
      return left.length === 0;
    });
  });

  it('does without a queue that it cannot reach', async () => {
    const bell = await open('postgresql://nobody:nothing@127.0.0.1:1/none');
    expect(bell.away).toBe(true);
  });
});
