import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@app/embedded';
import { migrate } from '@app/store';
import { runDatabaseTamperings } from './database-tampering';
import { runFuzz } from './fuzz-faults';
import { runLogFaults } from './log-faults';
import { runMailFaults } from './mail-faults';
import { runTamperings, type TamperRun } from './tamper-faults';

/**
 * Long runs on a PostgreSQL of their own with fsync on. Each prints as JSON what came of it; exit 1 where a promise was not kept.
 *
 *   npm run faults -- mail [--mails 10000] [--seed 17]           mails through a server on which anything goes wrong
 *   npm run faults -- log [--kills 300] [--seed 17]              engines that are killed while they sequence and sign
 *   npm run faults -- tamper [--tamperings 10000] [--seed 17]    exports of the log that somebody tampers with, and 300 times a database
 *   npm run faults -- fuzz [--requests 50000] [--seed 17]        requests of every kind to every route of the API
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mails: { type: 'string', default: '10000' },
      kills: { type: 'string', default: '300' },
      tamperings: { type: 'string', default: '10000' },
      requests: { type: 'string', default: '50000' },
      seed: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? randomInt(1_000_000));
  const runs: Record<string, () => Promise<Outcome>> = {
    mail: () => withPostgres((logins) => mailFaults(logins, Number(values.mails), seed)),
    log: () => withPostgres((logins) => logFaults(logins, Number(values.kills), seed)),
    tamper: () => withPostgres((logins) => tampering(logins, Number(values.tamperings), seed)),
    fuzz: () => withPostgres((logins) => fuzz(logins, Number(values.requests), seed)),
  };
  const run = runs[positionals.join()];
  if (!run) throw new Error('Which faults? Known: mail, log, tamper, fuzz');
  console.error(`seed ${seed}`);
  const startedAt = performance.now();
  const { wrong, isKept, ...found } = await run();
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  console.log(JSON.stringify({ ...found, wrong: wrong.slice(0, 20), wrongCount: wrong.length, seconds }, null, 2));
  if (!isKept) process.exitCode = 1;
}

type Outcome = { wrong: string[]; isKept: boolean };
type Logins = Record<'ownerUrl' | 'appUrl' | 'engineUrl' | 'queueUrl' | 'superuserUrl', string>;

async function mailFaults(logins: Logins, mails: number, seed: number): Promise<Outcome> {
  const found = await runMailFaults(logins, mails, seed);
  return { ...found, isKept: found.wrong.length === 0 && found.duplicates <= found.onceUnknown };
}

async function logFaults(logins: Logins, kills: number, seed: number): Promise<Outcome> {
  const found = await runLogFaults(logins, kills, seed);
  return { ...found, isKept: found.wrong.length === 0 };
}

async function tampering(
  logins: Logins,
  count: number,
  seed: number,
): Promise<Outcome & { exports: object; database: object }> {
  const exports = await runTamperings(count, seed);
  const database = await runDatabaseTamperings(logins, Math.ceil(count / 33), seed);
  const wrong = [...exports.wrong, ...database.wrong];
  return { exports: counted(exports), database: counted(database), wrong, isKept: wrong.length === 0 };
}

async function fuzz(logins: Logins, requests: number, seed: number): Promise<Outcome> {
  const found = await runFuzz(logins, requests, seed);
  return { ...found, isKept: found.wrong.length === 0 };
}

function counted({ tried, kinds }: TamperRun): object {
  return { tried, kinds };
}

async function withPostgres<T>(work: (logins: Logins) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-faults-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    await postgres.createDatabase('faults');
    const url = (user: 'owner' | 'app' | 'engine' | 'queue' | 'superuser') => postgres.url(user, 'faults');
    await migrate(url('owner'), { appLogins: ['vuosikello_app_login'], engineLogins: ['vuosikello_engine_login'] });
    return await work({
      ownerUrl: url('owner'),
      appUrl: url('app'),
      engineUrl: url('engine'),
      queueUrl: url('queue'),
      superuserUrl: url('superuser'),
    });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
