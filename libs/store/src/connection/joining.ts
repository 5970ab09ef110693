import { afterDeadlock, isDeadlock } from './deadlock';
import { isAway } from './errors';

export type JoiningOptions<Job, Result> = {
  /** How many batches may be under way at once. */
  lanes: number;
  /** How many jobs a batch holds at most. */
  most: number;
  /** For how long more is waited for, in milliseconds of real time, where a commit costs more than waiting for it. */
  gatherMs?: number;
  /** Jobs of one batch are of one group: a county. */
  group: (job: Job) => string;
  /** Two jobs with the same key never are in one batch. */
  apart?: (job: Job) => string;
  /** One result for each job, in their order. Thrown errors make the jobs be tried one by one. */
  run: (batch: readonly Job[]) => Promise<readonly Result[]>;
};

type Waiting<Job, Result> = { job: Job; resolve: (result: Result) => void; reject: (error: unknown) => void };

/**
 * Group commit: what arrives while batches are under way is run together in the next one. A lone job runs at once, or after `gatherMs`.
 * A job that fails does not take the others of its batch with it.
 */
export class Joining<Job, Result> {
  private queue: Waiting<Job, Result>[] = [];
  private underWay = 0;
  private called = false;

  constructor(private readonly options: JoiningOptions<Job, Result>) {}

  do(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.queue.push({ job, resolve, reject });
      this.call();
    });
  }

  private call(): void {
    if (this.called || this.underWay >= this.options.lanes || this.queue.length === 0) return;
    this.called = true;
    const start = (): void => {
      this.called = false;
      this.startBatches();
    };
    const { gatherMs } = this.options;
    // Else after this turn of the event loop's own work, so that jobs given together go together.
    if (gatherMs === undefined) queueMicrotask(start);
    else setTimeout(start, gatherMs);
  }

  private startBatches(): void {
    while (this.underWay < this.options.lanes && this.queue.length > 0) {
      this.underWay += 1;
      void this.runBatch(this.takeBatch()).finally(() => {
        this.underWay -= 1;
        this.call();
      });
    }
  }

  private takeBatch(): Waiting<Job, Result>[] {
    const { group, apart, most } = this.options;
    const batch: Waiting<Job, Result>[] = [];
    const left: Waiting<Job, Result>[] = [];
    const keys = new Set<string>();
    let chosen: string | undefined;
    for (const waiting of this.queue) {
      chosen ??= group(waiting.job);
      const key = apart?.(waiting.job);
      if (batch.length < most && group(waiting.job) === chosen && (key === undefined || !keys.has(key))) {
        if (key !== undefined) keys.add(key);
        batch.push(waiting);
      } else left.push(waiting);
    }
    this.queue = left;
    return batch;
  }

  private async runBatch(batch: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const results = await this.options.run(batch.map(({ job }) => job));
      batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      if (isAway(error) || (batch.length === 1 && !isDeadlock(error))) {
        for (const { reject } of batch) reject(error);
      } else for (const waiting of batch) await this.runAlone(waiting);
    }
  }

  private async runAlone({ job, resolve, reject }: Waiting<Job, Result>): Promise<void> {
    try {
      const [result] = await afterDeadlock(() => this.options.run([job]));
      resolve(result as Result);
    } catch (error) {
      reject(error);
    }
  }
}
