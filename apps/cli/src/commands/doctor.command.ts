import { DatabaseAwayError, MigrationsPendingError, openStore, UnsafeRoleError } from '@app/store';
import type { Command } from 'commander';
import { realNowMs } from '../clock/stopwatch';
import { withDatabase } from '../composition/database';
import { pathsOf } from '../composition/home';
import { readRunFile } from '../composition/run-file';
import { readSettings, type Settings } from '../config/settings';
import { type Check, problem } from '../doctor/check';
import { exitCodeOf, linesOf } from '../doctor/grades';
import { addressCheck, diskCheck, nodeCheck, queueCheck, signerChecks } from '../doctor/machine-checks';
import { storeChecks } from '../doctor/store-checks';
import { exitCodes } from '../output/cli-error';
import { print, printJson } from '../output/print';

/** `doctor`: how the installation is, and what to do next. Reads only. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at everything an operator should know, and say what to do next; changes nothing')
    .option('--json', 'print JSON only: { checks: [{ name, grade: ok|warning|problem, found, next }] }')
    .action(async ({ json }: { json?: true }) => {
      const settings = asRunning(readSettings());
      const { checks, isReached } = await examined(settings);
      if (json) printJson({ checks });
      else print(...linesOf(checks));
      process.exitCode = isReached ? exitCodeOf(checks) : exitCodes.environment;
    });
}

/** What runs in the home was started with settings of its own, which this terminal need not have. */
function asRunning(settings: Settings): Settings {
  const mailMode = readRunFile(pathsOf(settings.home))?.mailMode ?? settings.mailMode;
  return { ...settings, mailMode };
}

async function examined(settings: Settings): Promise<{ checks: Check[]; isReached: boolean }> {
  const here = [
    nodeCheck(process.versions.node),
    await diskCheck(settings.home),
    addressCheck(settings),
    ...signerChecks(settings),
    await queueCheck(settings),
  ];
  try {
    const there = await withDatabase(settings, async ({ engine }) => {
      const store = await openStore({ databaseUrl: engine, applicationName: 'vuosikello-cli', poolSize: 2 });
      try {
        return await storeChecks(store, settings, realNowMs());
      } finally {
        await store.close();
      }
    });
    return { checks: [...here, ...there], isReached: true };
  } catch (error) {
    const found = databaseProblem(error);
    if (found === undefined) throw error;
    return { checks: [...here, found], isReached: false };
  }
}

/** The message of each says what is wrong and what is right. */
function databaseProblem(error: unknown): Check | undefined {
  if (error instanceof DatabaseAwayError)
    return problem(
      'database',
      error.message,
      'Start PostgreSQL, or put DATABASE_URL right. Nothing acknowledged is lost.',
    );
  if (error instanceof MigrationsPendingError) return problem('database', error.message, 'Run: vuosikello migrate');
  if (error instanceof UnsafeRoleError)
    return problem('database', error.message, 'Use the logins of deploy/make-secrets.sh for the API and the engine.');
  return undefined;
}
