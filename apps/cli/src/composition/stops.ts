import { note } from '../output/print';

/** What has been started, to be stopped in the opposite order, whatever happened in between. */
export class Stops {
  readonly #steps: { what: string; stop: () => unknown }[] = [];

  add(what: string, stop: () => unknown): void {
    this.#steps.push({ what, stop });
  }

  /** Stops everything; what does not let itself be stopped is told, and the rest is stopped all the same. */
  async run(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step.stop();
      } catch (error) {
        note(`Could not stop ${step.what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
