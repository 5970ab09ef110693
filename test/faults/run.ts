import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@app/embedded';
import { migrate } from '@app/store';
import { runMailFaults } from './mail-faults';

/**
 * `npm run faults -- mail [--mails 10000] [--seed 17]`: a long run against a fault-injecting server, on a PostgreSQL of its own
 * with fsync on. Prints as JSON what came of it; exit 1 where a promise was not kept.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { mails: { type: 'string', default: '10000' }, seed: { type: 'string' } },
  });
  if (positionals.join() !== 'mail') throw new Error('Which faults? Known: mail');
  const seed = Number(values.seed ?? randomInt(1_000_000));
  console.error(`seed ${seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-faults-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    await postgres.createDatabase('faults');
    const url = (user: 'owner' | 'app' | 'engine' | 'queue') => postgres.url(user, 'faults');
    await migrate(url('owner'), { appLogins: ['vuosikello_app_login'], engineLogins: ['vuosikello_engine_login'] });
    const logins = { ownerUrl: url('owner'), appUrl: url('app'), engineUrl: url('engine'), queueUrl: url('queue') };
    const startedAt = performance.now();
    const { wrong, ...found } = await runMailFaults(logins, Number(values.mails), seed);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    console.log(JSON.stringify({ ...found, wrong: wrong.slice(0, 20), wrongCount: wrong.length, seconds }, null, 2));
    if (wrong.length > 0 || found.duplicates > found.onceUnknown) process.exitCode = 1;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
