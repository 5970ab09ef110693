import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { keptCode } from '../support/kept-code';

/** A program of one build as a process of its own, with nothing but the given settings. */
export class Replica {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** What it has written to its log so far. */
    readonly said: () => string,
  ) {}

  /** Starts it and waits until it is ready. @throws Error with what it said when it ends instead */
  static async start(folder: string, app: 'engine' | 'admin-api', settings: Record<string, string>): Promise<Replica> {
    const entry = join(folder, 'dist', 'apps', app, 'src', 'main.js');
    const child = fork(entry, [], { env: { ...keptCode, ...settings }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let said = '';
    for (const output of [child.stdout, child.stderr]) output?.on('data', (data: Buffer) => (said += data.toString()));
    const first: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    const [message] = first as [{ port?: number } | null];
    if (typeof message?.port !== 'number') throw new Error(`The ${app} ended: ${said}`);
    return new Replica(child, `http://127.0.0.1:${message.port}`, () => said);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
