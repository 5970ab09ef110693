import { postgresOf, startPostgres, type EmbeddedPostgres } from '@app/embedded';
import { rest } from '../clock/wait-until';

const LOOK_EVERY_MS = 3_000;

/**
 * Keeps the embedded database running: when it has ended unasked it is started again on its data, on the port it had
 * while that is free. What was acknowledged is there; the engine and the API find it again by themselves.
 */
export class DatabaseGuard {
  readonly #stopping = new AbortController();
  readonly #watch: Promise<void>;

  constructor(
    private postgres: EmbeddedPostgres,
    private readonly onTrouble: (what: string) => void,
  ) {
    this.#watch = this.#keepRunning();
  }

  /** Stops watching, and then the database. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#watch;
    await this.postgres.stop();
  }

  async #keepRunning(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await rest(LOOK_EVERY_MS, signal);
      if (signal.aborted) return;
      await this.#look().catch((error: unknown) =>
        this.onTrouble(error instanceof Error ? error.message : String(error)),
      );
    }
  }

  async #look(): Promise<void> {
    const { dataDir, port } = this.postgres;
    if (await postgresOf(dataDir)) return;
    this.onTrouble('The database ended and is started again.');
    this.postgres = await startPostgres({ dataDir, durable: true });
    if (this.postgres.port !== port)
      this.onTrouble('The port of the database was taken meanwhile: restart Vuosikello.');
  }
}
