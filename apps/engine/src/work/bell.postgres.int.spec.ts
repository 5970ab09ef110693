import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { eventually } from '../../test/eventually';
import { quietLog, settingsWith } from '../../test/settings';
import { Bell } from './bell';

describe('the bell on PostgreSQL', () => {
  let database: TestDatabase;
  let bells: Bell[];
  let heard: string[];

  beforeEach(async () => {
    database = await createTestDatabase();
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

  it('rings again for the same item', async () => {
    const bell = await open();
    await bell.ring([{ id: '1', dispatchNo: 1 }]);
    await eventually('heard', () => heard.length === 1);
    await bell.ring([{ id: '1', dispatchNo: 2 }]);
    await eventually('heard again', () => heard.length === 2);
  });

  it('does without a queue that it cannot reach', async () => {
    const bell = await open('postgresql://nobody:nothing@127.0.0.1:1/none');
    expect(bell.away).toBe(true);
  });
});
