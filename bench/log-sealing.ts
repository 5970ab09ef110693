import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { instant } from '@app/domain';
import { type EmbeddedPostgres, startPostgres } from '@app/embedded';
import { formatCheckpoint } from '@app/ledger';
import { migrate, openStore, setVirtualClock, type Store } from '@app/store';
import { Client } from 'pg';
import { startRequest, step } from '../test/support/requests';
import { perThousand, type ProcessorTime, processorTime } from './processor-time';

const county = '09';
const clients = 16;
const sampleEveryMs = 20;

type Scene = { postgres: EmbeddedPostgres; name: string; store: Store; engineStore: Store };

/**
 * Measures how fast events get their positions, how late under load, what that costs those who write, and how long the proof of one
 * event takes in a large log. Prints the figures as JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '1000000' },
      seconds: { type: 'string', default: '10' },
      pairs: { type: 'string', default: '3' },
    },
  });
  const seconds = Number(values.seconds);
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-bench-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    const advance = await inDatabase(postgres, 'advance', (scene) =>
      advanceInTurns(scene, Number(values.pairs), seconds),
    );
    const large = await inDatabase(postgres, 'large', (scene) => largeLog(scene, Number(values.events)));
    console.log(JSON.stringify({ ...advance, ...large }, null, 2));
    const kept =
      large.sequenced.perSecond >= 5_000 && large.proofMs.p99 < 5 && advance.lagMs.p99 < 250 && advance.ratio >= 0.9;
    if (!kept) process.exitCode = 1;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts and answers requests with so many clients, in turns with an engine beside it and without; the lag is of the turns with. */
async function advanceInTurns(scene: Scene, pairs: number, seconds: number) {
  const without: number[] = [];
  const beside: number[] = [];
  const lags: number[] = [];
  const cpu: { without: ProcessorTime[]; beside: ProcessorTime[] } = { without: [], beside: [] };
  await commandsPerSecond(scene, seconds / 2);
  for (let pair = 0; pair < pairs; pair += 1) {
    const alone = await measured(scene, {}, seconds);
    without.push(alone.rate);
    cpu.without.push(alone.cpu);
    const sequencer = await startSequencer(scene);
    while ((await scene.engineStore.log.behind()).length > 0) await pause(50);
    const processes = { engine: sequencer.pid as number };
    const [both, seen] = await Promise.all([measured(scene, processes, seconds), lagsDuring(scene, seconds)]);
    beside.push(both.rate);
    cpu.beside.push(both.cpu);
    lags.push(...seen);
    await stop(sequencer);
  }
  return {
    advance: { without, beside },
    ratio: round(mean(beside) / mean(without)),
    /** Of all processes of the database, this one and the engine, in milliseconds for each thousand commands. */
    cpuMsPerThousand: cpu,
    lagMs: { p50: quantile(lags, 0.5), p99: quantile(lags, 0.99), samples: lags.length },
  };
}

async function measured(scene: Scene, processes: Record<string, number>, seconds: number) {
  const client = new Client({ connectionString: scene.postgres.url('superuser', scene.name) });
  await client.connect();
  const before = await processorTime(client, { ...processes, clients: process.pid });
  const rate = await commandsPerSecond(scene, seconds);
  const after = await processorTime(client, { ...processes, clients: process.pid });
  await client.end();
  return { rate, cpu: perThousand(before, after, rate * seconds) };
}

let requests = 0;

async function commandsPerSecond({ store }: Scene, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let commands = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const id = `${county}.bench-${(requests += 1)}`;
      await startRequest(store, id);
      await store.workflows.give(step(id, 'record-answer', { answers: { efforts: 'Liikuntaneuvonta kaikille.' } }));
      commands += 2;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return Math.round(commands / seconds);
}

/** From the acknowledgement of a command until its last event has its position. */
async function lagsDuring({ store, postgres, name }: Scene, seconds: number): Promise<number[]> {
  const client = new Client({ connectionString: postgres.url('superuser', name) });
  await client.connect();
  const end = performance.now() + seconds * 1_000 - 500;
  const lags: number[] = [];
  while (performance.now() < end) {
    const { id, version } = await startRequest(store, `${county}.sample-${(requests += 1)}`);
    const acknowledgedAt = performance.now();
    const logged = async () =>
      (
        await client.query(`select from vuosikello.log_leaf where county = $1 and stream = $2 and seq = $3`, [
          county,
          id,
          version,
        ])
      ).rowCount === 1;
    while (!(await logged())) await pause(2);
    lags.push(performance.now() - acknowledgedAt);
    await pause(sampleEveryMs);
  }
  await client.end();
  return lags;
}

/** A log of so many events: how fast they get their positions, and how long the proof of one takes. */
async function largeLog(scene: Scene, events: number) {
  const { engineStore } = scene;
  const client = new Client({ connectionString: scene.postgres.url('superuser', scene.name) });
  await client.connect();
  await client.query(
    `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
     select $1, $1 || '.large-' || n % 5000, 1 + n / 5000, 'fact', 'AnswerReceived', now(), 'key:09-00000001', 'coordinator', 'bench-' || n,
       '{"answers":{"efforts":"Liikuntaneuvonta kaikille ikäryhmille ' || n || '."},"answeredOn":"2026-08-03","organisation":"016","document":null,' ||
       '"body":{"body":"hyte-lautakunta","heldOn":"2026-08-01","section":"14"},"source":"page"}'
     from generate_series(0, $2::integer - 1) n`,
    [county, events],
  );
  await client.query('analyze vuosikello.event');
  const before = await processorTime(client, { sequencing: process.pid });
  const startedAt = performance.now();
  while ((await engineStore.log.behind()).length > 0) await engineStore.log.sequence(county);
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await processorTime(client, { sequencing: process.pid });
  await client.end();
  await engineStore.log.seal(county, 0, ({ head }) =>
    // Signing itself is no part of what is measured.
    Promise.resolve({ note: `${formatCheckpoint({ origin: 'bench', ...head })}\n— bench AAAAAAAA\n`, events: [] }),
  );
  const proofs: number[] = [];
  for (let count = 0; count < 500; count += 1) {
    const position = Math.floor((count * 7_919 * events) / 500) % events;
    const begun = performance.now();
    if (!(await scene.store.log.prove(county, position))) throw new Error(`There is no proof of ${position}`);
    proofs.push(performance.now() - begun);
  }
  return {
    sequenced: {
      events,
      seconds: round(seconds),
      perSecond: Math.round(events / seconds),
      cpuMsPerThousand: perThousand(before, after, events),
    },
    proofMs: { p50: quantile(proofs, 0.5), p99: quantile(proofs, 0.99), samples: proofs.length },
  };
}

async function startSequencer({ postgres, name }: Scene): Promise<ChildProcess> {
  const engine = fork(join(__dirname, '..', 'apps', 'engine', 'src', 'main.js'), {
    env: {
      DATABASE_URL: postgres.url('engine', name),
      QUEUE_URL: postgres.url('queue', name),
      MAIL_MODE: 'hold',
      LOG_LEVEL: 'error',
    },
  });
  await once(engine, 'message');
  return engine;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}

async function inDatabase<T>(postgres: EmbeddedPostgres, name: string, work: (scene: Scene) => Promise<T>): Promise<T> {
  await postgres.createDatabase(name);
  await migrate(postgres.url('owner', name), {
    appLogins: ['vuosikello_app_login'],
    engineLogins: ['vuosikello_engine_login'],
  });
  // Sunday night: no mail is due, so that the engine has nothing else to do.
  await setVirtualClock(postgres.url('owner', name), instant('2026-05-31T20:00:00Z'));
  const store = await openStore({ databaseUrl: postgres.url('app', name), applicationName: 'bench' });
  const engineStore = await openStore({
    databaseUrl: postgres.url('engine', name),
    applicationName: 'bench',
    poolSize: 2,
  });
  try {
    return await work({ postgres, name, store, engineStore });
  } finally {
    await Promise.all([store.close(), engineStore.close()]);
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
