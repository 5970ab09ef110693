import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Frontier, hashLeaf, parseNote, rootAt, signersOf, verifierKeyOf } from '@app/ledger';
import { entryOf, openStore, type Store } from '@app/store';
import { Client } from 'pg';
import { signingKey } from '../../apps/engine/test/signing-key';
import { keptCode } from '../support/kept-code';
import { seeded } from './seeded';

type Logins = { superuserUrl: string; appUrl: string; engineUrl: string; queueUrl: string };

export type LogFaults = {
  seed: number;
  kills: number;
  written: number;
  logged: number;
  checkpoints: number;
  /** What is not as it should be. */
  wrong: string[];
};

const counties = ['07', '08', '09'];
const writers = 6;
const replicas = 2;
const sealLimitMs = 120_000;

/**
 * Kills engines that sequence and sign, again and again, while writers with transactions of every length write and give up, and foreign
 * transactions hold everything up now and then. Then every committed event has one place, and every checkpoint is of the one log.
 */
export async function runLogFaults(logins: Logins, kills: number, seed: number): Promise<LogFaults> {
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-log-faults-'));
  const { pem, publicKey } = signingKey('ed25519');
  writeFileSync(join(folder, 'key.pem'), pem, { mode: 0o600 });
  const start = () => startEngine(logins, folder);
  const chance = seeded(seed);
  const state = { isOver: false };
  const others = [
    ...Array.from({ length: writers }, (_, index) => write(logins, index, seeded(seed + index + 1), state)),
    holdUp(logins, seeded(seed + 99), state),
  ];
  const engines = await Promise.all(Array.from({ length: replicas }, start));
  const store = await openStore({ databaseUrl: logins.engineUrl, applicationName: 'faults', poolSize: 2 });
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(chance() * 400);
      const which = Math.floor(chance() * replicas);
      await end(engines[which] as ChildProcess, 'SIGKILL');
      engines[which] = await start();
    }
    state.isOver = true;
    const written = (await Promise.all(others)).reduce((sum, count) => sum + count, 0);
    await untilSealed(store);
    return await judge(store, { seed, kills, written }, publicKey);
  } finally {
    state.isOver = true;
    await Promise.all(engines.map((engine) => end(engine, 'SIGTERM')));
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startEngine({ engineUrl, queueUrl }: Logins, folder: string): Promise<ChildProcess> {
  const engine = fork(join(process.cwd(), 'dist', 'apps', 'engine', 'src', 'main.js'), {
    env: {
      ...keptCode,
      DATABASE_URL: engineUrl,
      QUEUE_URL: queueUrl,
      MAIL_MODE: 'hold',
      LOG_SIGNING_KEY_FILE: join(folder, 'key.pem'),
      LOG_SIGNER_STATE: join(folder, 'signer.json'),
      LOG_ORIGIN: 'log.example.invalid',
      LOG_CHECKPOINT_SECONDS: '1',
      LOG_LEVEL: 'error',
    },
  });
  await once(engine, 'message');
  return engine;
}

async function end(engine: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(engine, 'exit');
  engine.kill(signal);
  await ended;
}

/** @returns how many events were committed */
async function write(
  { appUrl }: Logins,
  index: number,
  chance: () => number,
  state: { isOver: boolean },
): Promise<number> {
  const client = await connected(appUrl);
  let committed = 0;
  const last = new Map<string, number>();
  while (!state.isOver) {
    const county = counties[Math.floor(chance() * counties.length)] as string;
    const stream = `${county}.writer-${index}`;
    const many = 1 + Math.floor(chance() * 8);
    const before = last.get(stream) ?? 0;
    await client.query('begin');
    await client.query(`select set_config('app.county', $1, true)`, [county]);
    for (let more = 1; more <= many; more += 1) {
      await client.query(
        `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
         values ($1, $2, $3, 'fact', 'Written', vuosikello.business_now(), 'key:faults', 'service', $4, $5)`,
        [county, stream, before + more, `${stream}/${before + more}`, JSON.stringify({ text: `Teksti ${more}.` })],
      );
      // Most are quick; some take long.
      await pause(chance() < 0.05 ? chance() * 500 : chance() * 5);
    }
    const givesUp = chance() < 0.1;
    await client.query(givesUp ? 'rollback' : 'commit');
    if (givesUp) continue;
    last.set(stream, before + many);
    committed += many;
  }
  await client.end();
  return committed;
}

/** Transactions of somebody else, which touch nothing of ours. */
async function holdUp({ superuserUrl }: Logins, chance: () => number, state: { isOver: boolean }): Promise<number> {
  const client = await connected(superuserUrl);
  while (!state.isOver) {
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await pause(chance() * 2_000);
    await client.query('commit');
    await pause(chance() * 1_000);
  }
  await client.end();
  return 0;
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

async function untilSealed({ log }: Store): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const sizes = await log.sizes();
    const sealed = await Promise.all(
      sizes.map(async ({ county, size }) => (await log.checkpoint(county))?.size === size),
    );
    if ((await log.behind()).length === 0 && sealed.every(Boolean)) return;
    if (performance.now() - startedAt > sealLimitMs)
      throw new Error(`Not sealed: ${JSON.stringify(await log.behind())}`);
    await pause(100);
  }
}

async function judge(
  { log }: Store,
  run: Pick<LogFaults, 'seed' | 'kills' | 'written'>,
  publicKey: Parameters<typeof verifierKeyOf>[1],
): Promise<LogFaults> {
  const wrong: string[] = [];
  let [logged, signed] = [0, 0];
  for (const county of counties) {
    const frontier = Frontier.empty();
    for (;;) {
      const events = await log.read({ county, after: frontier.size - 1, limit: 10_000 });
      for (const event of events) {
        if (event.position !== frontier.size) wrong.push(`${county}: position ${frontier.size} is missing`);
        if (!hashLeaf(entryOf(event)).equals(event.leafHash))
          wrong.push(`${county}: ${event.position} has another hash`);
        frontier.append(event.leafHash);
        // The engines themselves owe the registries their monthly mails.
        if (event.type === 'Written') logged += 1;
      }
      if (events.length === 0) break;
    }
    if (!frontier.root().equals((await log.head(county)).root)) wrong.push(`${county}: the root is another one`);
    const checkpoints = await log.checkpoints(county);
    signed += checkpoints.length;
    if (new Set(checkpoints.map(({ size }) => size)).size !== checkpoints.length)
      wrong.push(`${county}: a size was signed twice`);
    for (const { note, origin, size, root } of checkpoints) {
      if (!root.equals(await rootAt(size, log.nodes(county))))
        wrong.push(`${county}: the checkpoint of ${size} is of another log`);
      if (signersOf(parseNote(note), [verifierKeyOf(origin, publicKey)]).length === 0)
        wrong.push(`${county}: the checkpoint of ${size} is not signed`);
    }
  }
  if (logged !== run.written) wrong.push(`${run.written} events were committed and ${logged} are logged`);
  return { ...run, logged, checkpoints: signed, wrong };
}
