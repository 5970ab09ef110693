import { once } from 'node:events';
import { rest } from '../clock/wait-until';
import { endOf, hasEnded, startChild, stopChild, type Child, type Program } from './child';

export type SupervisorOptions = {
  /** The program to start; asked before each start, with the port it had before. */
  program: (earlierPort: number | undefined) => Program;
  /** Told when the program ended unasked, and when it could not be started again. */
  onTrouble: (what: string) => void;
};

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** Whoever ran this long is not in a row of failed starts. */
const STEADY_MS = 60_000;

/**
 * A program that is kept running: after each unasked end it is started again, after 0.1 s, then twice as long each time,
 * at most 30 s.
 */
export class Supervised {
  /** How often it had to be started again. */
  restarts = 0;
  #child: Child | undefined;
  #port: number;
  #pauseMs = FIRST_PAUSE_MS;
  readonly #options: SupervisorOptions;
  readonly #stopping = new AbortController();
  readonly #stopped = once(this.#stopping.signal, 'abort');
  readonly #supervision: Promise<void>;

  private constructor(options: SupervisorOptions, first: Child) {
    this.#options = options;
    this.#child = first;
    this.#port = first.port;
    this.#supervision = this.#keepRunning(first);
  }

  /** @throws CliError (environment) when the first start fails. */
  static async start(options: SupervisorOptions): Promise<Supervised> {
    return new Supervised(options, await startChild(options.program(undefined)));
  }

  get port(): number {
    return this.#port;
  }

  /** Undefined while it is being started again. */
  get pid(): number | undefined {
    return this.#child?.process.pid;
  }

  /** Ends the process by force, as a fault would. It is started again. */
  kill(): void {
    this.#child?.process.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#supervision;
    if (this.#child) await stopChild(this.#child);
  }

  async #keepRunning(first: Child): Promise<void> {
    for (let child: Child | undefined = first; child; child = await this.#startAgain()) {
      const since = performance.now();
      if (!hasEnded(child.process)) await Promise.race([once(child.process, 'exit'), this.#stopped]);
      if (this.#stopping.signal.aborted) return;
      this.#child = undefined;
      this.#options.onTrouble(`A program ended (${endOf(child.process)}) and is started again: ${child.app}.`);
      if (performance.now() - since > STEADY_MS) this.#pauseMs = FIRST_PAUSE_MS;
    }
  }

  async #startAgain(): Promise<Child | undefined> {
    for (;;) {
      await rest(this.#pauseMs, this.#stopping.signal);
      if (this.#stopping.signal.aborted) return undefined;
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      try {
        const child = await startChild(this.#options.program(this.#port));
        this.#child = child;
        this.#port = child.port;
        this.restarts += 1;
        return child;
      } catch (error) {
        this.#options.onTrouble(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
