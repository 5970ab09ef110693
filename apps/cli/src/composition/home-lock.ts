import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { waitUntil } from '../clock/wait-until';
import { environmentFailed } from '../output/cli-error';
import type { Home } from './home';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity';

/** Who has the home in hand: `start` for as long as it runs, `command` for a moment. */
export type HolderKind = 'start' | 'command';
export type Holder = ProcessIdentity & { kind: HolderKind };

const holderSchema = z.object({
  pid: z.number(),
  startedAt: z.string().nullable(),
  kind: z.enum(['start', 'command']),
});

const COMMAND_LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 50;

/**
 * Takes the home in hand, so that one process at a time starts and stops its database. Waits up to a minute for another
 * command; a holder that died is passed over.
 * @returns how to give it back, or the running `start` that holds it.
 * @throws CliError (environment) when another command does not let go.
 */
export async function takeHome(home: Home, kind: HolderKind): Promise<(() => void) | Holder> {
  const taken = await waitUntil(
    () => {
      if (take(home, kind)) return () => rmSync(home.lock, { force: true });
      const holder = holderOf(home);
      if (holder?.kind === 'start' && isAlive(holder)) return holder;
      passOverDeadHolder(home);
      return undefined;
    },
    COMMAND_LIMIT_MS,
    LOOK_EVERY_MS,
  );
  if (taken) return taken;
  const pid = holderOf(home)?.pid ?? 'unknown';
  throw environmentFailed(
    `Another command (process ${pid}) has had ${home.folder} in hand for a minute.`,
    'Wait for it or end it.',
  );
}

/** The `start` that runs on this home now, if any. */
export function runningStart(home: Home): Holder | undefined {
  const holder = holderOf(home);
  return holder?.kind === 'start' && isAlive(holder) ? holder : undefined;
}

/** Whether somebody had the home in hand and died of it. */
export function isForsaken(home: Home): boolean {
  const holder = holderOf(home);
  return holder !== undefined && !isAlive(holder);
}

function take({ lock }: Home, kind: HolderKind): boolean {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...ownIdentity(), kind }), { mode: 0o600 });
  try {
    // A hard link appears with its content in one step.
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf({ lock }: Home): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return undefined;
  }
}

function passOverDeadHolder(home: Home): void {
  const holder = holderOf(home);
  if (!holder || isAlive(holder)) return;
  // Renaming succeeds for one of several waiters; where a new holder came in between, the lock is put back.
  const aside = `${home.lock}.dead.${process.pid}`;
  try {
    renameSync(home.lock, aside);
    if (holderOf({ ...home, lock: aside })?.pid !== holder.pid) linkSync(aside, home.lock);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
