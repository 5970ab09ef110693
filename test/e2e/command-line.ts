import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { keptCode } from '../support/kept-code';

/** The built command line, in a process of its own and with nothing but the given settings. */

export const root = join(__dirname, '..', '..');
const main = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');

export type Settings = Readonly<Record<string, string>>;
export type Outcome = { code: number | null; stdout: string; stderr: string };

export type Running = {
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly said: Outcome;
  /** Resolves when it has ended. */
  readonly ended: Promise<Outcome>;
};

export function startCommand(words: readonly string[], settings: Settings = {}): Running {
  const child = spawn(process.execPath, [main, ...words], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      LANG: 'en_GB.UTF-8',
      ...keptCode,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (said.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.stderr += data.toString()));
  const ended = once(child, 'close').then(() => ({ ...said, code: child.exitCode }));
  return { process: child, said, ended };
}

export function command(words: readonly string[], settings: Settings = {}): Promise<Outcome> {
  return startCommand(words, settings).ended;
}
