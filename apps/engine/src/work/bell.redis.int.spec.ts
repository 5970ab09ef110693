import { eventually } from '../../test/eventually';
import { quietLog, settingsWith } from '../../test/settings';
import { hasRedis, type RedisServer, startRedis } from '../../test/redis-server';
import { Bell, QueueAwayError } from './bell';

const redisThere = hasRedis();
if (!redisThere) process.stderr.write('SKIPPED: the bell on Redis (no redis-server on the PATH)\n');

(redisThere ? describe : describe.skip)('the bell on Redis', () => {
  let redis: RedisServer;
  let bell: Bell;
  let heard: string[];

  beforeEach(async () => {
    redis = await startRedis();
    heard = [];
    bell = new Bell(settingsWith({ queue: { redisUrl: redis.url } }), quietLog);
  });

  afterEach(async () => {
    await bell.close(2_000);
    await redis.crash();
  });

  const listen = async () =>
    bell.open(async (id) => {
      heard.push(id);
    });

  it('rings once for each item', async () => {
    await listen();
    await bell.ring([
      { id: '1', dispatchNo: 1 },
      { id: '2', dispatchNo: 1 },
    ]);
    await eventually('both heard', () => heard.length === 2);
    expect(heard.sort()).toEqual(['1', '2']);
  });

  it('rings as a test, which nobody works for', async () => {
    await listen();
    expect(await bell.isHeard(20_000)).toBe(true);
    expect(heard).toEqual([]);
    await redis.crash();
    expect(await bell.isHeard(1_000)).toBe(false);
  });

  it('rings again for the same item after everything in Redis was wiped', async () => {
    await listen();
    await bell.ring([{ id: '1', dispatchNo: 1 }]);
    await eventually('heard', () => heard.length === 1);
    await redis.flush();
    await bell.ring([{ id: '1', dispatchNo: 2 }]);
    await eventually('heard again', () => heard.length === 2);
  });

  it('says that the queue is away, and is heard again when it is back', async () => {
    await listen();
    await redis.crash();
    await expect(bell.ring([{ id: '1', dispatchNo: 1 }])).rejects.toThrow(QueueAwayError);
    expect(bell.away).toBe(true);
    await redis.restart();
    await eventually('rung and heard', async () => {
      await bell.retry();
      await bell.ring([{ id: '2', dispatchNo: performance.now() | 0 }]).catch(() => undefined);
      return heard.includes('2');
    });
    expect(bell.away).toBe(false);
  });

  it('opens while the queue is away, and hangs the bell when it comes', async () => {
    await redis.crash();
    await listen();
    expect(bell.away).toBe(true);
    await redis.restart();
    await bell.retry();
    expect(bell.away).toBe(false);
    await bell.ring([{ id: '1', dispatchNo: 1 }]);
    await eventually('heard', () => heard.length === 1);
  });
});
