import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@app/domain';
import type { SmtpFault } from '@app/embedded';
import { openStore, SignerMemory, type Store } from '@app/store';
import { eventually } from '../apps/engine/test/eventually';
import { EngineScene } from '../apps/engine/test/running-engine';
import { settingsWith } from '../apps/engine/test/settings';
import { signingKey } from '../apps/engine/test/signing-key';
import { logSigningOf } from '../apps/engine/src/config/log-signing';
import { run as runCommand } from '../apps/cli/src/run';
import { createTestDatabase, type TestDatabase } from './support/database';
import { sql } from './support/requests';

/** Monday 25 May 2026, nine in the morning in Helsinki. */
const monday = instant('2026-05-25T06:00:00Z');
/** When the mail of the next day leaves. */
const tuesday = instant('2026-05-26T05:00:00Z');

const actor = { id: 'key:09-1a2b3c4d', role: 'admin' } as const;
const environment = { ...process.env };
let folder: string;
let before: EngineScene;
let fault: SmtpFault;
let elsewhere: TestDatabase;
let restored: Store;
let scene: EngineScene | undefined;

/** What a command wrote, and how it ended. */
async function run(...line: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: string[][] = [[], []];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => out!.push(String(chunk)) > 0),
    jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => err!.push(String(chunk)) > 0),
  ];
  try {
    const code = await runCommand(line);
    process.exitCode = undefined;
    return { code, out: out!.join(''), err: err!.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

async function doctor() {
  const { code, out } = await run('doctor', '--json');
  const { checks } = JSON.parse(out) as { checks: { name: string; grade: string; found: string; next: string }[] };
  return { code, found: Object.fromEntries(checks.map((check) => [check.name, check])) };
}

const on = ({ appUrl, engineUrl, ownerUrl }: TestDatabase) =>
  Object.assign(process.env, { DATABASE_URL: appUrl, ENGINE_DATABASE_URL: engineUrl, DATABASE_OWNER_URL: ownerUrl });
const file = (...names: string[]) => join(folder, ...names);
const engineSettings = () => {
  const base = settingsWith({});
  const { signing } = logSigningOf({
    keyFile: file('key.pem'),
    previousKeyFile: undefined,
    stateFile: file('state', 'signer.json'),
    origin: undefined,
    publicUrl: base.publicUrl,
  });
  return {
    log: { signing, checkpointEveryMs: 100 },
    mail: { ...base.mail, smtpUrl: before.inbox.url, journalDir: file('state', 'mail-journal') },
  };
};
const statesOf = async (store: Store, workflow: string) =>
  (await store.notifications.list('09', { workflow }, { limit: 10 })).items.map(({ state, reply }) => [state, reply]);
const sealed = (store: Store) =>
  eventually('the log is signed to its end', async () => {
    const checkpoint = await store.log.checkpoint('09');
    return checkpoint?.size === (await store.log.count('09')) ? checkpoint : undefined;
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vuosikello-restored-'));
  writeFileSync(file('key.pem'), signingKey('ed25519').pem, { mode: 0o600 });
  before = await EngineScene.open(monday, { fault: (message, session) => fault(message, session) });
  elsewhere = await createTestDatabase({ migrated: false });
  Object.assign(process.env, {
    ...{ LOG_SIGNING_KEY_FILE: file('key.pem'), LOG_SIGNER_STATE: file('state', 'signer.json') },
    ...{ MAIL_MODE: 'smtp', PUBLIC_URL: 'https://vuosikello.example.invalid', VUOSIKELLO_HOME: file('home') },
    ...{ SMTP_URL: 'smtp://user:secret-word@127.0.0.1:1' },
  });
});
afterAll(async () => {
  process.env = environment;
  await scene?.close();
  await (restored as Store | undefined)?.close();
  await before.close();
  await elsewhere.drop();
  rmSync(folder, { recursive: true });
});

it('a backup is whole, closed to others, without keys, and never written over another', async () => {
  fault = ({ to }) => (to.join().includes('asikkala') ? 'accept' : { reply: 451, text: 'Later' });
  on(before.database);
  const engine = await before.startEngine(engineSettings());
  await before.askAsikkala('09.left');
  await before.askAsikkala('09.deferred', '081');
  await before.mail('09.left', 'advance-assignment', 'accepted');
  await before.mail('09.deferred', 'advance-assignment', 'deferred');
  await sealed(before.store);
  await engine.stop();
  await before.askAsikkala('09.queued');
  const url = 'https://receiver.example.test/';
  await before.store.webhooks.create({ county: '09', url, types: null, actor });

  const { code, out, err } = await run('backup', file('monday'), '--json');
  expect([code, err]).toEqual([0, '']);
  const { manifest } = JSON.parse(out) as { manifest: { database: { logs: unknown[] }; files: { path: string }[] } };
  const head = await before.store.log.head('09');
  expect(manifest.database.logs).toMatchObject([
    { county: '09', size: head.size, root: head.root.toString('hex'), checkpoint: { size: head.size } },
  ]);
  expect(manifest.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['tables/event.copy.gz', 'log/09.checkpoint', 'log/verifier-keys.txt', 'settings.json']),
  );
  for (const entry of ['', ...(readdirSync(file('monday'), { recursive: true }) as string[])])
    expect([entry, statSync(file('monday', entry)).mode & 0o077]).toEqual([entry, 0]);
  // Nothing of what signs, and no password; compressed files are looked into too.
  const all = execFileSync(
    'sh',
    ['-c', 'find . -type f ! -name "*.gz" -exec cat {} + ; find . -name "*.gz" -exec zcat {} +'],
    {
      cwd: file('monday'),
      encoding: 'latin1',
    },
  );
  const key = readFileSync(file('key.pem'), 'utf8').split('\n')[1] ?? '';
  const passwords = [before.database.ownerUrl, before.database.appUrl].map((url) => new URL(url).password);
  for (const secret of [key, 'PRIVATE KEY', 'vuosikello-signer/1', 'secret-word', ...passwords])
    expect([secret.length > 0, all.includes(secret)]).toEqual([true, false]);
  expect(JSON.parse(readFileSync(file('monday', 'settings.json'), 'utf8'))).toMatchObject({ MAIL_MODE: 'smtp' });

  const again = await run('backup', file('monday'));
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('is not empty')]);
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  expect((await before.store.operations.vitals()).lastBackup).toMatchObject({
    by: 'operator:cli',
    reason: file('monday'),
  });
});

it('a damaged backup, a database that holds data and one in use are refused, and nothing is changed', async () => {
  execFileSync('cp', ['-r', file('monday'), file('damaged')]);
  const event = file('damaged', 'tables', 'event.copy.gz');
  const bytes = readFileSync(event);
  writeFileSync(event, Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))));
  on(elsewhere);
  const refusals = async (from: string, ...more: string[]) => {
    const { code, err } = await run('restore', file(from), '--yes', ...more);
    return [code, err];
  };
  expect(await refusals('damaged')).toEqual([1, expect.stringMatching(/event\.copy\.gz is not what was written/)]);
  truncateSync(event, 100);
  expect(await refusals('damaged')).toEqual([1, expect.stringMatching(/event\.copy\.gz has 100 bytes/)]);
  writeFileSync(event, bytes);
  appendFileSync(file('damaged', 'more.txt'), 'x');
  expect(await refusals('damaged')).toEqual([1, expect.stringMatching(/more\.txt is not named/)]);
  rmSync(file('damaged', 'manifest.json'));
  expect(await refusals('damaged')).toEqual([1, expect.stringMatching(/holds no backup/)]);
  const { code, err } = await run('restore', file('monday'));
  expect([code, err]).toEqual([1, expect.stringMatching(/Nobody is there to be asked/)]);
  expect(await sql(elsewhere.superuserUrl, `select to_regclass('vuosikello.event') as events`)).toEqual([
    { events: null },
  ]);

  on(before.database);
  expect(await refusals('monday')).toEqual([1, expect.stringMatching(/The database holds data/)]);
  const using = await openStore({ databaseUrl: before.database.appUrl, applicationName: 'vuosikello-admin-api' });
  await using.ping();
  expect(await refusals('monday', '--replace')).toEqual([1, expect.stringMatching(/in use \(vuosikello-admin-api\)/)]);
  await using.close();
  expect(await before.store.workflows.read('09', '09.queued')).toBeDefined();
});

it('restored elsewhere the log verifies, the signer refuses, no mail leaves until the release, and then what is owed leaves once', async () => {
  // What happens after the backup is lost, but for what has left the house.
  await before.setClock(tuesday);
  const engine = await before.startEngine(engineSettings());
  await before.mail('09.queued', 'advance-assignment', 'accepted');
  await sealed(before.store);
  await engine.stop();
  const sentBefore = before.inbox.messages().length;
  const kept = file('monday', 'log', '09.checkpoint');

  on(elsewhere);
  const answer = await run('restore', file('monday'), '--yes', '--json');
  expect([answer.code, answer.err]).toEqual([0, '']);
  const { log } = { log: JSON.parse(answer.out) as { sentSince: number; applied: string[]; shortened: object[] } };
  expect(log).toMatchObject({ applied: [], shortened: [{ county: '09' }] });
  // The one that left after the backup; what left before stands in the journal too.
  expect(log.sentSince).toBe(1);
  restored = await openStore({ databaseUrl: elsewhere.appUrl, applicationName: 'restored-test' });
  const verified = await run('log', 'verify', '--county', '09', '--checkpoint', kept);
  expect([verified.code, verified.err]).toEqual([0, '']);
  expect((await restored.replay.run()).differences).toEqual([]);
  expect(await guards(elsewhere)).toEqual(await guards(before.database));

  const { code, found } = await doctor();
  expect([code, found.database?.grade, found.clock?.grade, found['signing key']?.grade]).toEqual([
    ...[1, 'ok', 'ok', 'ok'],
  ]);
  expect([found.engine, found['mail hold'], found.webhooks]).toMatchObject([
    { grade: 'problem', found: 'no engine is connected' },
    { grade: 'warning', found: expect.stringContaining('restored from the backup of'), next: expect.any(String) },
    { grade: 'warning', found: expect.stringContaining('because the database was restored: 1 of 09') },
  ]);
  expect(found.backup?.found).toMatch(/^the last at 2026-05-25T/);
  expect(found.signer).toMatchObject({
    grade: 'problem',
    found: expect.stringContaining('(shorter)'),
    next: expect.stringContaining('vuosikello log restored --county 09 --reason'),
  });
  const [webhook] = await restored.webhooks.list('09');
  expect(webhook).toMatchObject({ state: 'off', offBecause: 'restored' });
  process.env.ENGINE_DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none';
  expect((await run('doctor', '--json')).code).toBe(3);
  on(elsewhere);

  fault = () => 'accept';
  const after = (scene = await EngineScene.open(tuesday, { database: elsewhere }));
  const settings = engineSettings();
  const running = await after.startEngine(settings);
  await after.setClock(instant('2026-05-26T05:30:00Z'));
  await after.settle();
  expect(before.inbox.messages()).toHaveLength(sentBefore);
  expect(await statesOf(restored, '09.queued')).toEqual([['queued', null]]);
  const ready = async () => JSON.stringify(await (await fetch(`http://127.0.0.1:${running.port}/health/ready`)).json());
  await eventually('the signer refuses', async () => (await ready()).includes('"signer":"refuses"'));
  expect(await ready()).toContain('"mailHeld":["*"]');
  const declared = await run('log', 'restored', '--county', '09', '--reason', 'Levy rikkoutui.');
  expect([declared.code, declared.out]).toEqual([0, expect.stringContaining('goes on as')]);
  expect(new SignerMemory(file('state', 'signer.json')).read()['09']?.origin).toMatch(/~2$/);
  expect((await sealed(restored)).origin).toMatch(/~2$/);
  expect((await doctor()).found.signer?.grade).toBe('ok');

  // Positions come again, and no event is called as one before it; those of the backup keep their names.
  const switched = await restored.webhooks.change('09', webhook?.id ?? '', { state: 'on' }, actor);
  expect(switched).toMatchObject({ state: 'on', offBecause: null });
  const owed = await owedTo(elsewhere, webhook?.id ?? '');
  expect(owed).toEqual(
    expect.arrayContaining([
      ['WebhookMade', false],
      ['LogRestored', true],
    ]),
  );

  const { queued, deferred } = await restored.notifications.counts('09');
  const released = await run('mail', 'release', '--reason', 'Tarkistettu.', '--json');
  expect([released.code, JSON.parse(released.out)]).toEqual([0, { scope: '*', released: true, heldBy: [] }]);
  await eventually('what was owed has left', async () => {
    await after.settle();
    const states = [...(await statesOf(restored, '09.queued')), ...(await statesOf(restored, '09.deferred'))];
    return states.every(([state]) => state === 'accepted');
  });
  expect(await statesOf(restored, '09.queued')).toEqual([['accepted', 'sent before the restore']]);
  // All that was owed but the one that had left before, which nobody gets again.
  const left = before.inbox.messages().slice(sentBefore);
  expect([deferred > 0, left.length]).toEqual([true, queued + deferred - 1]);
  expect(left.filter(({ to }) => to.join().includes('asikkala'))).toEqual([]);
  expect((await run('mail', 'release')).code).toBe(1);
  expect((await restored.replay.run()).differences).toEqual([]);
});

/** What is owed to the webhook: types of events, and whether their ids say that the log was restored before them. */
async function owedTo({ engineUrl }: TestDatabase, webhook: string): Promise<[string, boolean][]> {
  const engine = await openStore({ databaseUrl: engineUrl, applicationName: 'courier-test' });
  const leaseMs = 60_000;
  const [claim] = await engine.webhooks.claim(1, leaseMs);
  while (claim && (await engine.webhooks.next(claim, leaseMs)).outcome === 'looked');
  const { items } = await engine.webhooks.deliveries('09', webhook, {}, { limit: 100 });
  await engine.close();
  return items.map(({ type, id, position }) => [type, id !== `${webhook}_${position}`]);
}

/** How every table is guarded: triggers with what fires them, row-level security, and where ids go on. */
async function guards({ superuserUrl }: TestDatabase): Promise<unknown> {
  return sql(
    superuserUrl,
    `select c.relname, c.relrowsecurity, c.relforcerowsecurity, array_agg(t.tgname::text || t.tgenabled::text order by t.tgname) as triggers
     from pg_class c left join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
     where c.relnamespace = 'vuosikello'::regnamespace and c.relkind = 'r' group by c.oid order by c.relname`,
  );
}
