import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseNote, signersOf, verifierKeyOf } from '@app/ledger';
import { declareRestored, openStore, SignerMemory, type SignedCheckpoint, type Store } from '@app/store';
import { createTestDatabase, type TestDatabase, testServer } from '../../../../test/support/database';
import { sql, startRequest } from '../../../../test/support/requests';
import { eventually } from '../../test/eventually';
import { settingsWith } from '../../test/settings';
import { JsonLogger } from '../log/json-logger';
import { type RunningEngine, startEngine } from '../start-engine';

type KeyPair = { privateKey: KeyObject; publicKey: KeyObject };
const keyPair = (): KeyPair => generateKeyPairSync('ed25519');

let database: TestDatabase;
let store: Store;
let folder: string;
let stateFile: string;
let lines: string[];
const engines: RunningEngine[] = [];
const key = keyPair();

beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'sealing-test' });
  folder = mkdtempSync(join(tmpdir(), 'vuosikello-sealing-'));
  stateFile = join(folder, 'log', 'signer.json');
  lines = [];
});
afterEach(async () => {
  await stopAll();
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function stopAll(): Promise<void> {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
}

async function seal({
  signs = key,
  previous,
  on = database,
}: { signs?: KeyPair; previous?: KeyPair; on?: TestDatabase } = {}) {
  const settings = settingsWith({
    databaseUrl: on.engineUrl,
    queue: { postgresUrl: on.queueUrl },
    log: {
      checkpointEveryMs: 100,
      signing: { key: signs.privateKey, previousKey: previous?.privateKey, stateFile, origin: 'log.example.invalid' },
    },
  });
  const engine = await startEngine(settings, new JsonLogger('error', (line) => void lines.push(line)));
  engines.push(engine);
  return engine;
}

/** The log's last checkpoint, once it holds every event there is. */
const sealed = (on = store): Promise<SignedCheckpoint> =>
  eventually('all is signed', async () => {
    const checkpoint = await on.log.checkpoint('09');
    return checkpoint?.size === (await on.log.count('09')) ? checkpoint : undefined;
  });

const signers = ({ note, origin }: SignedCheckpoint, ...pairs: KeyPair[]): number =>
  signersOf(
    parseNote(note),
    pairs.map(({ publicKey }) => verifierKeyOf(origin, publicKey)),
  ).length;

const logOf = async (engine: RunningEngine): Promise<unknown> =>
  ((await (await fetch(`http://127.0.0.1:${engine.port}/health/ready`)).json()) as { log: unknown }).log;

it('signs what has grown, once for each size, whoever of the replicas does it', async () => {
  const [one] = await Promise.all([seal(), seal()]);
  for (let round = 0; round < 3; round += 1) {
    await startRequest(store, `09.request-${round}`);
    await sealed();
  }
  await startRequest(store, '17.two', {}, '17');
  const checkpoints = await store.log.checkpoints('09');
  expect(new Set(checkpoints.map(({ size }) => size)).size).toBe(checkpoints.length);
  expect(checkpoints.length).toBeGreaterThanOrEqual(3);
  for (const checkpoint of checkpoints) expect(signers(checkpoint, key)).toBe(1);
  expect(checkpoints.at(-1)).toMatchObject({ origin: 'log.example.invalid/09', ...(await store.log.head('09')) });
  expect((await eventually('17', () => store.log.checkpoint('17'))).origin).toBe('log.example.invalid/17');
  expect(await logOf(one)).toMatchObject({ late: false, unreadable: [], signer: 'on', refusals: [] });
  expect(statSync(stateFile).mode & 0o077).toBe(0);
});

it('signs the same again that it had noted before it died', async () => {
  await startRequest(store, '09.one');
  let last: SignedCheckpoint | undefined;
  // The mail with the month's checkpoint is in the log as well: it died when all that was signed.
  do {
    await seal();
    await sealed();
    await stopAll();
    last = await store.log.checkpoint('09');
  } while (last?.size !== (await store.log.count('09')));
  await sql(
    database.superuserUrl,
    `do $$ begin
       alter table vuosikello.log_checkpoint disable trigger all;
       delete from vuosikello.log_checkpoint;
       alter table vuosikello.log_checkpoint enable trigger all;
     end $$`,
  );
  await seal();
  await sealed();
  expect((await store.log.checkpoints('09')).map(({ note }) => note)).toContain(last.note);
});

it('refuses a database that was restored to an earlier moment until that is said in the log, and goes on with the others', async () => {
  await startRequest(store, '09.one');
  await seal();
  await sealed();
  await stopAll();
  await store.close();
  const server = await testServer();
  const name = `${database.name}_earlier`;
  // Connections of the queue end a moment after their engine.
  await sql(
    server.url('superuser', 'postgres'),
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`,
  );
  await server.createDatabase(name, { template: database.name });
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'sealing-test' });
  await startRequest(store, '09.two');
  await seal();
  const lost = await sealed();
  await stopAll();

  const earlier: TestDatabase = {
    ...database,
    name,
    appUrl: server.url('app', name),
    engineUrl: server.url('engine', name),
    queueUrl: server.url('queue', name),
  };
  const restored = await openStore({ databaseUrl: earlier.appUrl, applicationName: 'sealing-test' });
  try {
    const engine = await seal({ on: earlier });
    const refuses = (why: string) =>
      eventually(why, async () =>
        JSON.stringify(await logOf(engine)).includes(`"refusals":[{"county":"09","why":"${why}"}]`),
      );
    await refuses('shorter');
    expect(lines.join()).toContain('THE LOG OF A COUNTY IS NOT SIGNED');
    await startRequest(restored, '17.new', {}, '17');
    await eventually('17 goes on', async () =>
      (await restored.log.checkpoint('17'))?.size === (await restored.log.count('17')) ? true : undefined,
    );
    // It has grown again, and otherwise.
    for (let more = 0; more < 4; more += 1) await startRequest(restored, `09.other-${more}`);
    await refuses('inconsistent');

    const memory = new SignerMemory(stateFile);
    const declare = () =>
      declareRestored(restored.log, memory, {
        county: '09',
        reason: 'Levy rikkoutui.',
        actor: { id: 'operator:cli', role: 'operator' },
      });
    const { origin, size, root } = lost;
    const said = { outcome: 'restored', origin: `${origin}~2`, earlier: { origin, size, root: root.toString('hex') } };
    expect(await declare()).toMatchObject({ ...said, why: 'inconsistent' });
    expect(await declare()).toEqual({ outcome: 'nothing-to-recover' });
    const checkpoint = await sealed(restored);
    expect(checkpoint.origin).toBe(`${origin}~2`);
    expect(signers(checkpoint, key)).toBe(1);
    const events = await restored.log.read({ county: '09', limit: 1_000 });
    expect(events.filter(({ type }) => type === 'LogRestored')).toMatchObject([
      { stream: '09.log', note: 'Levy rikkoutui.', body: expect.stringContaining(root.toString('hex')) as string },
    ]);
    await eventually('no refusal', async () => JSON.stringify(await logOf(engine)).includes('"refusals":[]'));
  } finally {
    await stopAll();
    await restored.close();
    await server.dropDatabase(name);
  }
});

it('changes its key only with the last one beside it, and says so in the log', async () => {
  await seal();
  await startRequest(store, '09.one');
  await sealed();
  await stopAll();
  const next = keyPair();
  const engine = await seal({ signs: next });
  await startRequest(store, '09.two');
  await eventually('key-changed', async () => JSON.stringify(await logOf(engine)).includes('key-changed'));
  await stopAll();
  await seal({ signs: next, previous: key });
  expect(signers(await sealed(), key, next)).toBe(2);
  const changes = async () =>
    (await store.log.read({ county: '09', limit: 1_000 })).filter(({ type }) => type === 'LogKeyChanged');
  const [change] = await eventually('LogKeyChanged', async () =>
    (await changes()).length > 0 ? changes() : undefined,
  );
  const line = ({ publicKey }: KeyPair) => verifierKeyOf('log.example.invalid/09', publicKey).keyId.toString('hex');
  expect(change?.body).toContain(line(key));
  expect(change?.body).toContain(line(next));
  await stopAll();
  await seal({ signs: next });
  await startRequest(store, '09.three');
  const alone = await sealed();
  expect([signers(alone, key), signers(alone, next)]).toEqual([0, 1]);
  expect(await changes()).toHaveLength(1);
});

it('signs nothing while its file is missing or unreadable', async () => {
  await seal();
  await startRequest(store, '09.one');
  const before = await sealed();
  await stopAll();
  const kept = readFileSync(stateFile, 'utf8');
  for (const [content, why] of [
    [undefined, 'memory-missing'],
    ['{}', 'memory-unreadable'],
  ] as const) {
    if (content === undefined) rmSync(stateFile);
    else writeFileSync(stateFile, content);
    const engine = await seal();
    await startRequest(store, `09.${why}`);
    await eventually(why, async () => JSON.stringify(await logOf(engine)).includes(why));
    await stopAll();
  }
  expect(await store.log.checkpoint('09')).toEqual(before);
  writeFileSync(stateFile, kept);
  await seal();
  expect((await sealed()).size).toBeGreaterThan(before.size);
});
