import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMs, instant } from '@app/domain';
import { startPostgres } from '@app/embedded';
import { migrate } from '@app/store';
import { eventually } from '../test/eventually';
import { hasRedis, startRedis } from '../test/redis-server';
import { EngineScene } from '../test/running-engine';

/** Monday 25 May 2026, nine in the morning in Helsinki. */
const monday = instant('2026-05-25T06:00:00Z');
const dayMs = 86_400_000;

const redisThere = hasRedis();
if (!redisThere) process.stderr.write('SKIPPED: the engine on Redis (no redis-server on the PATH)\n');

(redisThere ? describe : describe.skip)('an engine on Redis', () => {
  it('goes on while Redis is away, and rings there again when it is back, wiped', async () => {
    const redis = await startRedis();
    const scene = await EngineScene.open(monday);
    try {
      const engine = await scene.startEngine({ queue: { redisUrl: redis.url } });
      await scene.mail(await scene.askAsikkala('09.before'), 'advance-assignment', 'accepted');
      await redis.crash();
      // Each on a day of its own: a reader gets one routine mail a day.
      await scene.setClock(addMs(monday, dayMs));
      await scene.mail(await scene.askAsikkala('09.without'), 'advance-assignment', 'accepted');
      await redis.restart();
      await eventually('the queue answers', async () => (await readiness(engine.port)).includes('"queue":"up"'));
      await redis.flush();
      await scene.setClock(addMs(monday, 2 * dayMs));
      await scene.mail(await scene.askAsikkala('09.after'), 'advance-assignment', 'accepted');
      expect(scene.inbox.messages()).toHaveLength(3);
    } finally {
      await scene.close();
      await redis.crash();
    }
  });
});

describe('an engine whose database goes away', () => {
  it('says that it is not ready, and goes on by itself when the database is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'engine-outage-'));
    const server = { dataDir: join(folder, 'postgres'), durable: false };
    let postgres = await startPostgres(server);
    await migrate(postgres.url('owner'), {
      appLogins: ['vuosikello_app_login'],
      engineLogins: ['vuosikello_engine_login'],
    });
    const urls = {
      name: 'vuosikello',
      superuserUrl: postgres.url('superuser'),
      ownerUrl: postgres.url('owner'),
      appUrl: postgres.url('app'),
      engineUrl: postgres.url('engine'),
      queueUrl: postgres.url('queue'),
      auditorUrl: postgres.url('auditor'),
    };
    const scene = await EngineScene.open(monday, { database: { ...urls, drop: async () => {} } });
    try {
      const engine = await scene.startEngine();
      await scene.mail(await scene.askAsikkala('09.before'), 'advance-assignment', 'accepted');
      await postgres.crash();
      await eventually('not ready', async () => (await readiness(engine.port)).includes('"database":"away"'));
      postgres = await startPostgres(server);
      await eventually('ready', async () => (await readiness(engine.port)).includes('"status":"ready"'));
      await scene.setClock(addMs(monday, dayMs));
      await eventually('asked', async () => scene.askAsikkala('09.after').catch(() => undefined));
      await scene.mail('09.after', 'advance-assignment', 'accepted');
    } finally {
      await scene.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

async function readiness(port: number): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/health/ready`)).text();
}
