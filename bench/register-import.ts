import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRegister, type Register } from '@app/domain';
import { startPostgres } from '@app/embedded';
import { migrate, openStore, type Store } from '@app/store';
import { registerOfSize } from './register-of-size';

const [organisations, contacts] = [Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 20_000)];

/** Imports one county's register of the size asked for, as a file's data, and prints the seconds of each step as JSON. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-bench-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    await postgres.createDatabase('bench');
    await migrate(postgres.url('owner', 'bench'), {
      appLogins: ['vuosikello_app_login'],
      engineLogins: ['vuosikello_engine_login'],
    });
    const store = await openStore({ databaseUrl: postgres.url('app', 'bench'), applicationName: 'bench' });
    try {
      console.log(JSON.stringify({ organisations, contacts, seconds: await measured(store) }, null, 2));
    } finally {
      await store.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(store: Store): Promise<Record<string, number>> {
  const data = registerOfSize(organisations, contacts);
  const seconds: Record<string, number> = {};
  const time = async <T>(step: string, work: () => T | Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const result = await work();
    seconds[step] = Math.round(performance.now() - startedAt) / 1_000;
    return result;
  };
  const register = await time('parse', () => parsed(data));
  await time('import', () => store.register.import(register));
  await time('dryRunOfTheSame', () => store.register.import(register, { dryRun: true }));
  await time('importOfTheSame', () => store.register.import(register));
  const [first, ...others] = register.contacts;
  await time('importWithoutTheFirst', () => store.register.import({ ...register, contacts: others }));
  if (first === undefined) throw new Error('There are no contacts to measure with');
  const read = await time('read', () => store.register.read(register.county.code));
  if (read?.contacts.length !== contacts - 1) throw new Error('The register was not read as it was imported');
  return seconds;
}

function parsed(data: unknown): Register {
  const { register, findings } = parseRegister(data);
  if (register === undefined || findings.length > 0) throw new Error(JSON.stringify(findings.slice(0, 5)));
  return register;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
