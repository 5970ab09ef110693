import { within } from '@app/telemetry';
import { setTimeout as wait } from 'node:timers/promises';
import { createPostgresBackend, createRedisBackend, type IQueueBackend, type Job, Queue, Worker } from 'bullmq';
import { randomId } from '../clock/randomness';
import { elapsedMs } from '../clock/real-time';
import type { Settings } from '../config/settings';

/** A work item to ring for; `dispatchNo` goes up with every ring. */
export type Ring = { id: string; dispatchNo: number };

/** A queue and its worker, connected. */
export type HungBell = {
  ring(items: readonly Ring[]): Promise<void>;
  /** Rings for nothing; resolves when whichever process has answered it. @throws whatever the queue says */
  sing(limitMs: number): Promise<boolean>;
  takeDown(limitMs: number): Promise<void>;
};

type BellData = { id: string };

/** In place of the id of work: rung for nothing. */
const canary = 'canary';
const lookEveryMs = 20;
const queueName = 'vuosikello-work';
const jobName = 'work';
/** One hash slot for all keys, so that a Redis Cluster will do. */
const prefix = '{vuosikello}';
const schema = 'bullmq';
const letGoLimitMs = 2_000;

/**
 * A stalled job is only a bell that nobody answered to the end; BullMQ would put it away after one such time. Whether the
 * work is done is seen in the database.
 */
const workerOptions = { maxStalledCount: 1_000, runRetryDelay: 1_000, prefix };
/** Job ids are never used twice: BullMQ takes an id it knows for done, and nothing would run. */
const jobOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

/**
 * Connects the queue and starts answering its rings, at most `concurrency` at a time.
 * @throws whatever the queue says when it does not answer within `limitMs`; nothing stays open then.
 */
export async function hang(
  { queue, concurrency }: Settings,
  onRing: (id: string) => Promise<void>,
  limitMs: number,
  onComplaint: (error: Error) => void,
): Promise<HungBell> {
  const answer = async ({ data }: Job<BellData>): Promise<void> => {
    if (data.id !== canary) await onRing(data.id);
  };
  const parts =
    'redisUrl' in queue
      ? onRedis(queue.redisUrl, answer, concurrency)
      : onPostgres(queue.postgresUrl, answer, concurrency);
  parts.queue.on('error', onComplaint);
  parts.worker.on('error', onComplaint);
  try {
    await within(limitMs, 'the queue', Promise.all([parts.queue.waitUntilReady(), parts.worker.waitUntilReady()]));
  } catch (error) {
    await takeDown(parts, 0);
    throw error;
  }
  return {
    async ring(items) {
      await parts.queue.addBulk(items.map((item) => ({ name: jobName, data: { id: item.id }, opts: optionsOf(item) })));
    },
    sing: (singLimitMs) => sing(parts.queue, singLimitMs),
    takeDown: (takeDownLimitMs) => takeDown(parts, takeDownLimitMs),
  };
}

function optionsOf({ id, dispatchNo }: Ring) {
  return { ...jobOptions, jobId: `w-${id}-${dispatchNo}` };
}

type Answer = (job: Job<BellData>) => Promise<void>;
type Parts = {
  queue: Pick<Queue<BellData>, 'addBulk' | 'add' | 'getJob' | 'waitUntilReady' | 'close'> & Complains;
  worker: Pick<Worker<BellData>, 'waitUntilReady' | 'pause' | 'close'> & Complains;
};
type Complains = { on(event: 'error', listener: (error: Error) => void): unknown };

function onRedis(url: string, answer: Answer, concurrency: number): Parts {
  const connection = { url, connectTimeout: 5_000, keepAlive: 10_000, retryStrategy: retryAfterMs };
  return {
    // A producer that waits for a queue that is away would hold up what can be done without it.
    queue: new Queue<BellData>(
      queueName,
      { connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 }, prefix },
      createRedisBackend,
    ),
    worker: new Worker<BellData>(
      queueName,
      answer,
      { ...workerOptions, connection: { ...connection, maxRetriesPerRequest: null }, concurrency },
      createRedisBackend,
    ),
  };
}

function onPostgres(connectionString: string, answer: Answer, concurrency: number): Parts {
  // The first to come creates the tables, under a lock of BullMQ's own.
  const connection = { connectionString, schema, migrate: true, keepAlive: true, connectionTimeoutMillis: 5_000 };
  const Queues = Queue<BellData, void, string, BellData, void, string, IQueueBackend, typeof connection>;
  const Workers = Worker<BellData, void, string, IQueueBackend, object, typeof connection>;
  return {
    queue: new Queues(queueName, { connection: { ...connection, max: 2 } as typeof connection }, createPostgresBackend),
    worker: new Workers(queueName, answer, { ...workerOptions, connection, concurrency }, createPostgresBackend),
  };
}

/** A job that has been answered is not kept: that it is gone says that somebody listens. */
async function sing(queue: Parts['queue'], limitMs: number): Promise<boolean> {
  const jobId = `canary-${randomId()}`;
  await queue.add(jobName, { id: canary }, { ...jobOptions, jobId });
  for (const untilMs = elapsedMs() + limitMs; elapsedMs() < untilMs;) {
    if ((await queue.getJob(jobId)) === undefined) return true;
    await wait(lookEveryMs);
  }
  return false;
}

function retryAfterMs(attempt: number): number {
  return Math.min(attempt * 500, 3_000);
}

/** Lets what was begun be finished, then lets go by force: a queue that is away would not say goodbye. */
async function takeDown({ queue, worker }: Parts, limitMs: number): Promise<void> {
  const steps = [
    [limitMs, () => (limitMs > 0 ? worker.pause() : Promise.resolve())],
    [letGoLimitMs, () => worker.close(true)],
    [letGoLimitMs, () => queue.close()],
  ] as const;
  for (const [stepLimitMs, step] of steps) await within(stepLimitMs, 'the queue', step()).catch(() => undefined);
}
