import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@app/embedded';
import { migrate } from '@app/store';
import { runLogFaults } from './log-faults';
import { type Logins, runMailFaults } from './mail-faults';

/**
 * Long runs on a PostgreSQL of their own with fsync on: `npm run faults -- mail [--mails 10000] [--seed 17]` against a fault-injecting
 * mail server, `npm run faults -- log [--kills 300] [--seed 17]` with engines that are killed while they sequence and sign. Prints as
 * JSON what came of it; exit 1 where a promise was not kept.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mails: { type: 'string', default: '10000' },
      kills: { type: 'string', default: '300' },
      seed: { type: 'string' },
    },
  });
  const [which, ...more] = positionals;
  if ((which !== 'mail' && which !== 'log') || more.length > 0) throw new Error('Which faults? Known: mail, log');
  const seed = Number(values.seed ?? randomInt(1_000_000));
  console.error(`seed ${seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-faults-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    await postgres.createDatabase('faults');
    const url = (user: 'superuser' | 'owner' | 'app' | 'engine' | 'queue') => postgres.url(user, 'faults');
    await migrate(url('owner'), { appLogins: ['vuosikello_app_login'], engineLogins: ['vuosikello_engine_login'] });
    const logins = {
      superuserUrl: url('superuser'),
      ownerUrl: url('owner'),
      appUrl: url('app'),
      engineUrl: url('engine'),
      queueUrl: url('queue'),
    };
    const startedAt = performance.now();
    const { wrong, ...found } =
      which === 'mail'
        ? await mailFaults(logins, Number(values.mails), seed)
        : await runLogFaults(logins, Number(values.kills), seed);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    console.log(JSON.stringify({ ...found, wrong: wrong.slice(0, 20), wrongCount: wrong.length, seconds }, null, 2));
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function mailFaults(logins: Logins, mails: number, seed: number) {
  const { wrong, ...found } = await runMailFaults(logins, mails, seed);
  const { duplicates, onceUnknown } = found;
  if (duplicates > onceUnknown) wrong.push(`${duplicates} mails are there twice, and ${onceUnknown} were unknown`);
  return { ...found, wrong };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
