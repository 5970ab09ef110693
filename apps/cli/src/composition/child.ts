import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { waitUntil } from '../clock/wait-until';
import { environmentFailed } from '../output/cli-error';
import { entryPointOf, type AppName } from './installation';

/** A program to run as a process of its own. `log`: the file its output goes to; without one it goes to our stderr. */
export type Program = { app: AppName; environment: NodeJS.ProcessEnv; log?: string | undefined };

/** A program that said it is ready; `port` where it listens. */
export type Child = { readonly app: AppName; readonly process: ChildProcess; readonly port: number };

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 45_000;
const TAIL_LINES = 15;

/**
 * Starts a program and waits until it says it is ready. It ends by itself when we end, however we end (its channel to us
 * closes), and gets no interrupt typed at our terminal: stopping it is ours to do.
 * @throws CliError (environment) when it ends before that or takes more than a minute; with the end of its log.
 */
export async function startChild(program: Program): Promise<Child> {
  const log = openLog(program.log);
  const child = spawn(process.execPath, ['--enable-source-maps', entryPointOf(program.app)], {
    env: program.environment,
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  if (program.log !== undefined) closeSync(log);
  let port: number | undefined;
  let failure: string | undefined;
  child.on('message', (message) => {
    if (isReady(message)) port = message.port;
  });
  child.on('error', (error) => (failure = error.message));
  const outcome = await waitUntil(() => {
    if (port !== undefined) return { port };
    if (failure !== undefined || hasEnded(child)) return 'ended' as const;
    return undefined;
  }, READY_LIMIT_MS);
  if (outcome !== undefined && outcome !== 'ended') return { app: program.app, process: child, port: outcome.port };
  child.kill('SIGKILL');
  const why =
    outcome === undefined
      ? `was not ready within ${READY_LIMIT_MS / 1000} s`
      : (failure ?? `ended (${endOf(child)}) before it was ready`);
  throw environmentFailed(`The ${program.app} ${why}.`, tailOf(program.log));
}

/** Asks a child to end, waits, and ends it by force where it does not. */
export async function stopChild({ process: child }: Child): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  if (await waitUntil(() => hasEnded(child) || undefined, STOP_LIMIT_MS)) return;
  child.kill('SIGKILL');
  await waitUntil(() => hasEnded(child) || undefined, STOP_LIMIT_MS);
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** How a process ended, for a reader. */
export function endOf({ exitCode, signalCode }: ChildProcess): string {
  return signalCode ?? `exit code ${String(exitCode)}`;
}

function openLog(file: string | undefined): number {
  if (file === undefined) return process.stderr.fd;
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, 'a', 0o600);
}

function tailOf(log: string | undefined): string | undefined {
  if (log === undefined) return 'What it said stands above.';
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES);
  return [`The end of ${log}:`, ...lines].join('\n');
}

function isReady(message: unknown): message is { ready: true; port: number } {
  const { ready, port } = message as { ready?: unknown; port?: unknown };
  return ready === true && typeof port === 'number';
}
