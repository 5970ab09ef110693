import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatVerifierKey, parseTilePath } from '@app/ledger';
import { openStore, type Store } from '@app/store';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { signedCheckpoint, verifierKeyFromWord } from '../../../../test/support/memory-log';
import { sql } from '../../../../test/support/requests';
import { verifiedBundle } from '../../../../test/support/verifier-core';
import { run } from '../run';
import { checkStoredLog } from './check-stored';
import { checkTiles, fetchBelow } from './check-tiles';
import { exportBundle } from './export-bundle';
import { logLines } from './log-lines';

const county = '09';
const size = 530;
const keptSize = 300;
const key = formatVerifierKey(verifierKeyFromWord('the log'));
const keysOf = () => [key];

let database: TestDatabase;
let store: Store;
let folder: string;
let kept: string;
/** The log as it is served; a test changes what is answered. */
let server: Server;
let served: (path: string, bytes: Buffer) => Buffer | undefined;
let address: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'verify-test' });
  folder = mkdtempSync(join(tmpdir(), 'vuosikello-verify-'));
  await write(1, keptSize);
  kept = await seal();
  await write(keptSize + 1, size);
  await seal();
  server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/log\/09\//, '');
    // As the log is really served: entries to those who have an API key.
    if (path.startsWith('tile/entries') && request.headers.authorization !== 'Bearer vk_1') {
      response.writeHead(401).end();
      return;
    }
    void answer(path).then((bytes) => {
      const given = bytes && served(path, bytes);
      response.writeHead(given ? 200 : 404).end(given);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log/09/`;
});
beforeEach(() => (served = (_path, bytes) => bytes));
afterAll(async () => {
  server.close();
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function write(from: number, to: number): Promise<void> {
  await sql(
    database.superuserUrl,
    `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
     select '09', '09.stream-' || (n - 1) % 7, 1 + (n - 1) / 7, 'fact', 'Written', vuosikello.business_now(), 'key', 'service', 'c-' || n,
       '{"id":"a","text":"Teksti ' || n || '"}' from generate_series(${from}, ${to}) n`,
  );
}

async function seal(): Promise<string> {
  const end = performance.now() + 30_000;
  while ((await store.log.count(county)) > (await store.log.head(county)).size) {
    await store.log.sequence(county);
    if (performance.now() > end) throw new Error('The log does not grow: does a transaction hold it up?');
  }
  let note = '';
  await store.log.seal(county, 0, async ({ head }) => {
    note = signedCheckpoint(head.size, head.root);
    return { note, events: [] };
  });
  return note;
}

async function answer(path: string): Promise<Buffer | undefined> {
  if (path === 'checkpoint') return Buffer.from((await store.log.checkpoint(county))?.note ?? '');
  const tile = parseTilePath(path);
  return tile && store.log.tile(county, tile);
}

const exported = async (wish: object = {}) => {
  const bundle = join(folder, 'bundle.ndjson');
  await exportBundle(store, bundle, { county, keysOf, ...wish });
  return readFileSync(bundle, 'utf8');
};

describe('a log in the database', () => {
  it('is well, and says what was checked', async () => {
    const check = await checkStoredLog(store.log, county, { keysOf, old: kept });
    expect(check).toMatchObject({
      fault: null,
      events: size,
      size,
      checkpoints: 2,
      signedBy: [key],
      old: { size: keptSize },
    });
    expect(logLines(check).join('\n')).toContain(`positions 0 to ${size - 1}`);
    const without = logLines(await checkStoredLog(store.log, county, { keysOf: () => [] })).join('\n');
    expect(without).toContain('NOT CHECKED: signatures');
    expect(without).toContain('NOT CHECKED: that this is the log as it was before');
  });

  it('is held against its checkpoints page by page', async () => {
    const pages: number[] = [];
    const one: Store['log']['checkpoints'] = async (of, after) => {
      const page = (await store.log.checkpoints(of, after)).slice(0, 1);
      pages.push(page[0]?.size ?? 0);
      return page;
    };
    const log = Object.assign(Object.create(store.log) as Store['log'], { checkpoints: one });
    expect(await checkStoredLog(log, county, { keysOf })).toMatchObject({
      fault: null,
      checkpoints: 2,
      signedBy: [key],
    });
    expect(pages).toEqual([keptSize, size]);
  });

  it('is not the one of another checkpoint, or signed by another key', async () => {
    const root = Buffer.alloc(32, 1);
    const foreign = await checkStoredLog(store.log, county, { keysOf, old: signedCheckpoint(keptSize, root) });
    expect(foreign.fault).toMatchObject({ code: 'old-root' });
    const longer = await checkStoredLog(store.log, county, { keysOf, old: signedCheckpoint(size + 1, root) });
    expect(longer.fault).toMatchObject({ code: 'shorter', position: size });
    const other = formatVerifierKey(verifierKeyFromWord('a forger'));
    expect((await checkStoredLog(store.log, county, { keysOf: () => [other] })).fault?.code).toBe('signature');
  });
});

it('a checkpoint that somebody forged or damaged accuses neither the database nor what is served', async () => {
  const forged = signedCheckpoint(keptSize, Buffer.alloc(32, 1), 'a forger');
  const damaged = [`\n${keptSize + 5}\n`, `\n${size + 5}\n`].map((text) => kept.replace(`\n${keptSize}\n`, text));
  for (const old of [forged, signedCheckpoint(size + 1, Buffer.alloc(32, 1), 'a forger'), ...damaged])
    for (const check of [
      await checkStoredLog(store.log, county, { keysOf, old }),
      await checkTiles(fetchBelow(address, 'vk_1'), { keysOf, old }),
    ]) {
      expect(check.fault).toMatchObject({ code: 'old-signature', position: null });
      expect(logLines(check).join('\n')).toMatch(/NOT VERIFIED \(old-signature\).*\nThis says nothing about the log/);
    }
  const former = signedCheckpoint(0, createHash('sha256').digest(), 'a former key');
  const unknown = await checkStoredLog(store.log, county, { keysOf, old: former });
  expect(unknown).toMatchObject({ fault: null, old: { size: 0, signed: false } });
  expect(logLines(unknown).join('\n')).toContain('NOT CHECKED: who signed the checkpoint that was kept');
});

describe('an export', () => {
  it('of the whole log is verified by the file that auditors are given', async () => {
    const bundle = await exported();
    expect(await verifiedBundle(bundle, { keys: [key], old: kept })).toMatchObject({ fault: null, events: size });
    const [good, bad, old] = ['good.ndjson', 'bad.ndjson', 'old.txt'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(good, bundle);
    writeFileSync(bad, bundle.replace('Teksti 17"', 'Texten 17"'));
    writeFileSync(old, kept);
    expect(await run(['log', 'verify', '--bundle', good, '--checkpoint', old, '--key', key, '--json'])).toBe(0);
    process.exitCode = undefined;
    expect(await run(['log', 'verify', '--bundle', bad, '--checkpoint', old, '--key', key, '--json'])).toBe(1);
    process.exitCode = undefined;
    expect(await run(['log', 'verify', '--bundle', join(folder, 'none'), '--json'])).toBe(3);
    process.exitCode = undefined;
    expect(await run(['log', 'verify', '--bundle', good, '--key', 'no key'])).toBe(2);
  });

  it.each([
    ['positions', { from: 100, to: 109 }, 10],
    ['streams', { streams: ['09.stream-3'] }, 76],
  ])('of %s is verified against the same checkpoint and the one that was kept', async (_what, wish, events) => {
    const bundle = await exported({ ...wish, old: kept });
    expect(await verifiedBundle(bundle, { keys: [key], old: kept })).toMatchObject({ fault: null, events, size });
  });

  it('is refused for positions that are not signed, and for a stream that is not there', async () => {
    await expect(exported({ to: size })).rejects.toThrow('are not signed');
    await expect(exported({ streams: ['09.stream-3', '09.nope'] })).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('no events of 09.nope') as string,
    });
  });
});

describe('a log that is served as tiles', () => {
  const check = (apiKey: string | undefined = 'vk_1') => checkTiles(fetchBelow(address, apiKey), { keysOf, old: kept });

  it('says that an API key is needed', async () => {
    await expect(check('another')).rejects.toMatchObject({
      exitCode: 3,
      hint: expect.stringContaining('--api-key-file'),
    });
  });

  it('is given up where an answer does not end', async () => {
    const endless = createServer((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
      };
      response.on('drain', more).on('error', () => {});
      more();
    });
    await new Promise<void>((listening) => endless.listen(0, '127.0.0.1', listening));
    const at = `http://127.0.0.1:${(endless.address() as AddressInfo).port}/log/09`;
    await expect(checkTiles(fetchBelow(at), { keysOf })).rejects.toMatchObject({ exitCode: 3 });
    endless.closeAllConnections();
    endless.close();
  });

  it('is well', async () => {
    expect(await check()).toMatchObject({
      fault: null,
      county,
      events: size,
      size,
      signedBy: [key],
      old: { size: keptSize },
    });
  });

  it.each<[string, (path: string, bytes: Buffer) => Buffer | undefined, object]>([
    [
      'an entry',
      (path, bytes) =>
        path === 'tile/entries/001' ? Buffer.from(bytes.toString('latin1').replace('key', 'kex'), 'latin1') : bytes,
      { code: 'entry', position: 256 },
    ],
    [
      'a leaf',
      (path, bytes) => (path === 'tile/0/001' ? Buffer.concat([Buffer.alloc(32), bytes.subarray(32)]) : bytes),
      { code: 'entry', position: 256 },
    ],
    [
      'a tile above',
      (path, bytes) => (path.startsWith('tile/1/') ? Buffer.concat([bytes.subarray(0, 32), Buffer.alloc(32)]) : bytes),
      { code: 'node', position: 256 },
    ],
    [
      'a tile above that has another byte',
      (path, bytes) => (path.startsWith('tile/1/') ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes),
      { code: 'unreadable', position: 0 },
    ],
    [
      'a tile above that has another hash',
      (path, bytes) => (path.startsWith('tile/1/') ? Buffer.concat([bytes, Buffer.alloc(32)]) : bytes),
      { code: 'node' },
    ],
    [
      'a tile above that is cut',
      (path, bytes) => (path.startsWith('tile/1/') ? bytes.subarray(0, 32) : bytes),
      { code: 'node', position: 256 },
    ],
    [
      'a missing tile',
      (path, bytes) => (path.startsWith('tile/0/002') ? undefined : bytes),
      { code: 'not-served', position: 512 },
    ],
    [
      'a cut tile',
      (path, bytes) => (path === 'tile/0/001' ? bytes.subarray(0, 320) : bytes),
      { code: 'position', position: 256 },
    ],
    [
      'the checkpoint',
      (path, bytes) => (path === 'checkpoint' ? Buffer.from(signedCheckpoint(size, Buffer.alloc(32))) : bytes),
      { code: 'root', position: null },
    ],
    [
      'an earlier checkpoint',
      (path, bytes) => (path === 'checkpoint' ? Buffer.from(signedCheckpoint(200, Buffer.alloc(32))) : bytes),
      { code: 'root' },
    ],
  ])('is caught with %s changed', async (_what, change, fault) => {
    served = change;
    expect((await check()).fault).toMatchObject(fault);
  });
});
