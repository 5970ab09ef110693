import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeEntries, decodeTile, hashLeaf, inclusionProof, rootOfInclusion, Frontier } from '@app/ledger';
import { formatCheckpoint, formatNote, signNote, verifierKeyOf } from '@app/ledger';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sql, startRequest } from '../../../../test/support/requests';
import { Database } from '../connection/database';
import { migrate } from '../schema/migrate';
import { entryOf, hashesOf } from './entries';
import { openStore, type LoggedEvent, type Store } from '../index';
import { appendEvents, readHead, readPending } from './sequencing';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'log-test' });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

/** Until nothing waits; tests beside this one may have transactions of their own under way. */
async function sequenceAll(): Promise<void> {
  const end = performance.now() + 20_000;
  for (;;) {
    const waiting = await store.log.behind();
    if (waiting.length === 0) return;
    for (const { county, ready } of waiting) if (ready) await store.log.sequence(county);
    if (performance.now() > end) throw new Error(`Still waiting: ${JSON.stringify(waiting)}`);
    await pause(5);
  }
}

const readAll = (county: string) => store.log.read({ county, limit: 10_000 });

function expectWhole(events: readonly LoggedEvent[], root: Buffer): void {
  const frontier = Frontier.empty();
  events.forEach((event, position) => {
    expect(event.position).toBe(position);
    const leaf = hashLeaf(entryOf(event));
    expect(leaf.equals(event.leafHash)).toBe(true);
    frontier.append(leaf);
  });
  expect(root.equals(frontier.root())).toBe(true);
}

/** A writer with a transaction of its own, so that it can take its time. */
class Writer {
  private seq = 0;
  private constructor(
    private readonly client: Client,
    private readonly county: string,
    readonly stream: string,
  ) {}

  static async open(county: string, stream: string): Promise<Writer> {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    return new Writer(client, county, stream);
  }

  async begin(): Promise<void> {
    await this.client.query('begin');
    await this.client.query(`select set_config('app.county', $1, true)`, [this.county]);
  }

  async write(body = '{"id":"a","text":"Ihan vapaata tekstiä."}'): Promise<void> {
    this.seq += 1;
    await this.client.query(
      `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
       values ($1, $2, $3, 'fact', 'Written', vuosikello.business_now(), 'key:test', 'service', $4, $5)`,
      [this.county, this.stream, this.seq, `${this.stream}-${this.seq}`, body],
    );
  }

  async end(how: 'commit' | 'rollback' = 'commit'): Promise<void> {
    await this.client.query(how);
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

it('logs what is stored, under the hash of what it says, and county by county', async () => {
  await startRequest(store, '09.one');
  await startRequest(store, '17.two', {}, '17');
  await sequenceAll();
  for (const county of ['09', '17']) {
    const events = await readAll(county);
    expect(events.length).toBe(await store.log.count(county));
    const head = await store.log.head(county);
    expect(head.size).toBe(events.length);
    expectWhole(events, head.root);
    for (const { contentHash, stream, seq, commandId, body, note, actor, salts, ...event } of events) {
      if (!salts || !('seed' in salts) || body === null) throw new Error('An event has lost its salt');
      const row = { ...event, stream, seq, command_id: commandId, body, note, actor: actor.id, role: actor.role };
      expect(hashesOf(county, { ...row, salt: salts.seed, salts_left: null }).content.equals(contentHash)).toBe(true);
    }
  }
  expect((await store.log.read({ county: '09', after: 0, to: 1, limit: 9 })).map(({ position }) => position)).toEqual([
    1,
  ]);
  expect(await store.log.at('09', 99)).toBeUndefined();
});

it('takes transaction ids for the numbers that they are', async () => {
  for (const [seq, xid] of [
    [1, '11'],
    [2, '9'],
  ])
    await sql(
      database.superuserUrl,
      `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body, xid)
       values ('09', '09.numbers', ${seq}, 'fact', 'Written', now(), 'a', 'service', 'c', '{}', '${xid}')`,
    );
  await sequenceAll();
  expect((await readAll('09')).map(({ seq }) => seq)).toEqual([2, 1]);
});

it('waits for a transaction that was there before, also a foreign one that touches nothing of ours, and goes on by itself', async () => {
  const slow = await Writer.open('09', '09.slow');
  const quick = await Writer.open('09', '09.quick');
  const foreign = new Client({ connectionString: database.superuserUrl });
  await foreign.connect();
  try {
    await foreign.query('begin');
    await foreign.query('select pg_current_xact_id()');
    await slow.begin();
    await slow.write();
    await quick.begin();
    await quick.write();
    await quick.end();
    expect(await store.log.behind()).toEqual([{ county: '09', size: 0, ready: false }]);
    expect(await store.log.sequence('09')).toEqual({ outcome: 'nothing' });
    await foreign.query('commit');
    expect(await store.log.sequence('09')).toEqual({ outcome: 'nothing' });
    await slow.write();
    await slow.end();
    await sequenceAll();
    expect((await readAll('09')).map(({ stream, seq }) => `${stream}/${seq}`)).toEqual([
      '09.slow/1',
      '09.slow/2',
      '09.quick/1',
    ]);
  } finally {
    await Promise.all([slow.close(), quick.close(), foreign.end()]);
  }
});

it('logs every event once while writers of every length write, give up, and two sequencers are cut off again and again', async () => {
  const counties = ['09', '17'];
  let isWriting = true;
  const write = async (index: number): Promise<number> => {
    const writer = await Writer.open(counties[index % 2] ?? '', `x.writer-${index}`);
    let committed = 0;
    for (let round = 0; round < 12; round += 1) {
      await writer.begin();
      const many = 1 + ((index + round) % 4);
      for (let count = 0; count < many; count += 1) {
        await writer.write();
        if (index % 3 === 0) await pause(10);
      }
      const fails = (index + round) % 5 === 0;
      await writer.end(fails ? 'rollback' : 'commit');
      if (!fails) committed += many;
    }
    await writer.close();
    return committed;
  };
  const own = await openStore({ databaseUrl: database.engineUrl, applicationName: 'log-test-cut', poolSize: 4 });
  // Whoever is cut off begins again.
  const sequenceOn = async (): Promise<void> => {
    while (isWriting) await Promise.allSettled(counties.map((county) => own.log.sequence(county)));
  };
  const cutOff = async (): Promise<number> => {
    let cuts = 0;
    while (isWriting) {
      await pause(15);
      cuts += (
        await sql(
          database.superuserUrl,
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'log-test-cut'`,
        )
      ).length;
    }
    return cuts;
  };
  const others = [sequenceOn(), sequenceOn(), cutOff()];
  const written = await Promise.all(Array.from({ length: 8 }, (_, index) => write(index)));
  isWriting = false;
  const [, , cuts] = await Promise.all(others);
  await own.close();
  await sequenceAll();
  expect(cuts).toBeGreaterThan(0);
  const logged = (await Promise.all(counties.map(readAll))).flat();
  expect(logged).toHaveLength(written.reduce((sum, count) => sum + count, 0));
  for (const county of counties) expectWhole(await readAll(county), (await store.log.head(county)).root);
});

it('appends once, however many have read the same head', async () => {
  await startRequest(store, '09.one');
  await sequenceAll();
  await startRequest(store, '09.two');
  const direct = await Database.open({ databaseUrl: database.engineUrl, applicationName: 'log-test' });
  try {
    const [head, events] = await direct.inCounty('09', async (query) => {
      const from = await readHead(query, '09');
      let found = await readPending(query, '09', from, 100);
      while (found.length === 0) found = await readPending(query, '09', from, 100);
      return [from, found] as const;
    });
    const append = () => direct.inCounty('09', (query) => appendEvents(query, '09', head, events));
    const outcomes = await Promise.all([append(), append(), append()]);
    expect(outcomes.map(({ appended }) => appended).sort()).toEqual([false, false, true]);
    await sequenceAll();
    expectWhole(await readAll('09'), (await store.log.head('09')).root);
  } finally {
    await direct.close();
  }
});

it('serves tiles and proofs beyond the first full tile', async () => {
  const writer = await Writer.open('09', '09.many');
  await writer.begin();
  for (let count = 0; count < 300; count += 1) await writer.write();
  await writer.end();
  await writer.close();
  await sequenceAll();
  const { log } = store;
  const { size, root } = await log.head('09');
  expect(size).toBe(300);
  const leaves = (await readAll('09')).map(({ leafHash }) => leafHash);
  const tile = await log.tile('09', { level: 0, index: 0, width: 256 });
  expect(decodeTile(tile ?? Buffer.alloc(0))).toEqual(leaves.slice(0, 256));
  const [top] = decodeTile((await log.tile('09', { level: 1, index: 0, width: 1 })) ?? Buffer.alloc(0));
  expect(top?.length).toBe(32);
  const bundle = await log.tile('09', { level: 'entries', index: 1, width: 44 });
  expect(decodeEntries(bundle ?? Buffer.alloc(0)).map(hashLeaf)).toEqual(leaves.slice(256));
  for (const beyond of [
    { level: 0, index: 1, width: 45 },
    { level: 1, index: 0, width: 2 },
    { level: 'entries', index: 2, width: 1 },
  ] as const)
    expect(await log.tile('09', beyond)).toBeUndefined();
  for (const index of [0, 255, 256, 299]) {
    const proof = await inclusionProof(index, size, log.nodes('09'));
    expect(rootOfInclusion(index, size, leaves[index] as Buffer, proof)).toEqual(root);
  }
});

it('ends the log of a county before an event that cannot be read, and goes on with the others', async () => {
  const writer = await Writer.open('09', '09.poison');
  await writer.begin();
  await writer.write();
  await writer.end();
  await writer.begin();
  await expect(writer.write('no JSON')).rejects.toThrow('json');
  await writer.end('rollback');
  await writer.close();
  // As an owner would who takes the salt away.
  await sql(
    database.superuserUrl,
    `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body, salt)
     values ('09', '09.poison', 2, 'fact', 'Written', now(), 'a', 'service', 'c', '{}', null)`,
  );
  await startRequest(store, '17.two', {}, '17');
  const end = performance.now() + 20_000;
  let said: unknown;
  while (said === undefined && performance.now() < end)
    said = await store.log.sequence('09').then(() => undefined, String);
  expect(said).toContain('UnreadableEventError: The event 2 of 09.poison cannot be read');
  expect(await store.log.head('09')).toMatchObject({ size: 1 });
  while ((await store.log.sequence('17')).outcome !== 'appended') if (performance.now() > end) throw new Error('stuck');
});

it('goes on in another cluster, whose transaction ids are smaller', async () => {
  await startRequest(store, '09.one');
  await sequenceAll();
  const { size } = await store.log.head('09');
  // As after a dump and a restore: what is in the log, and one event that is not, carry ids that are yet to come here.
  await sql(
    database.superuserUrl,
    `do $$ begin
       alter table vuosikello.event disable trigger all;
       update vuosikello.event set xid = ((xid::text)::bigint + 1000000000)::text::xid8;
       alter table vuosikello.event enable always trigger append_only;
       update vuosikello.log_head set xid = ((xid::text)::bigint + 1000000000)::text::xid8;
       insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body, xid)
         values ('09', '09.late', 1, 'fact', 'Written', now(), 'a', 'service', 'c', '{}', '4000000000');
       alter table vuosikello.log_epoch disable trigger all;
       update vuosikello.log_epoch set cluster = 'another';
       alter table vuosikello.log_epoch enable always trigger append_only;
     end $$`,
  );
  const reopened = openStore({ databaseUrl: database.engineUrl, applicationName: 'log-test' });
  await expect(reopened).rejects.toThrow('log-epoch');
  await migrate(database.ownerUrl, { appLogins: [], engineLogins: [] });
  await (await openStore({ databaseUrl: database.engineUrl, applicationName: 'log-test' })).close();
  await startRequest(store, '09.two');
  await sequenceAll();
  const events = await readAll('09');
  expect(events).toHaveLength(await store.log.count('09'));
  expect(events.slice(size).map(({ stream }) => stream)[0]).toBe('09.late');
  expectWhole(events, (await store.log.head('09')).root);
  await migrate(database.ownerUrl, { appLogins: [], engineLogins: [] });
  expect(await sql(database.ownerUrl, 'select epoch from vuosikello.log_epoch order by epoch')).toEqual([
    { epoch: 0 },
    { epoch: 1 },
  ]);
});

it('keeps one checkpoint of a size, and the lines of its witnesses only', async () => {
  await startRequest(store, '09.one');
  await sequenceAll();
  const own = generateKeyPairSync('ed25519');
  const witness = generateKeyPairSync('ed25519');
  const origin = 'log.example.invalid/09';
  const { size, root } = await store.log.head('09');
  const text = formatCheckpoint({ origin, size, root });
  const line = signNote(text, origin, own.privateKey);
  const note = formatNote({ text, signatures: [line] });
  expect(await store.log.seal('09', 0, () => Promise.resolve({ note, events: [] }))).toBe('sealed');
  expect(await store.log.seal('09', 0, () => Promise.resolve({ note, events: [] }))).toBe('sealed');
  expect(await store.log.seal('09', 60_000, () => Promise.reject(new Error('too early')))).toBe('early');
  expect(await store.log.checkpoints('09')).toMatchObject([{ origin, size, note }]);
  expect(await store.log.checkpoints('09', { origin, size, root })).toEqual([]);

  const key = verifierKeyOf('witness.example.invalid', witness.publicKey);
  const cosigned = formatNote({ text, signatures: [line, signNote(text, key.name, witness.privateKey)] });
  const others = formatNote({ text: text.replace('09', '17'), signatures: [line] });
  expect(await store.log.cosign('09', others, [key])).toEqual({ outcome: 'unknown-checkpoint' });
  expect(await store.log.cosign('09', note, [key])).toEqual({ outcome: 'no-witness' });
  expect(await store.log.cosign('09', cosigned, [verifierKeyOf(key.name, own.publicKey)])).toEqual({
    outcome: 'no-witness',
  });
  expect(await store.log.checkpoint('09')).toMatchObject({ note });
  // One under the witness's name that is none comes first, and is not kept.
  const forged = { ...signNote('other\n', key.name, witness.privateKey) };
  const both = formatNote({ text, signatures: [line, forged, signNote(text, key.name, witness.privateKey)] });
  expect(await store.log.cosign('09', both, [key])).toMatchObject({ outcome: 'kept' });
  for (let twice = 0; twice < 2; twice += 1)
    expect(await store.log.cosign('09', cosigned, [key])).toMatchObject({ outcome: 'kept', witnesses: [key.name] });
  expect(await store.log.checkpoint('09')).toMatchObject({ note: cosigned });
});
