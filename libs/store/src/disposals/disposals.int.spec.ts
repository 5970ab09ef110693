import { createHash } from 'node:crypto';
import type { CivilDate, Instant } from '@app/domain';
import { contentHash, contentOf } from '@app/ledger';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { begin, handlingData, sql, startRequest, step } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store } from '../index';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  await clockTo('2026-06-01T06:00:00.000Z');
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const clockTo = (now: string) => setVirtualClock(database.ownerUrl, now as Instant);
const admin = { id: 'key:09-0000000a', role: 'admin' as const };
const secret = 'Liikuntaa Kalevankankaalla';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const give = async (workflow: string, name: string, data: Parameters<typeof step>[2]) => {
  const answer = await store.workflows.give(step(workflow, name, data));
  expect(answer.outcome).toBe('accepted');
};
const attach = async (workflow: string, content: string) => {
  const name = workflow === '09.asked' ? `${secret}.txt` : 'liite.txt';
  const file = { sha256: hashOf(content), bytes: content.length, mediaType: 'text/plain', name };
  const about = { title: `Liite ${content}`, publicity: 'restricted', caseNumber: 'A/1' };
  const request = step(workflow, 'attach-document', about);
  const answer = await store.documents.attach({ ...request, file, content: Buffer.from(content) });
  expect(answer.outcome).toBe('accepted');
};
/** As the sequencer does: every event gets a place, and the hash of what it said. */
async function seal(): Promise<void> {
  type Event = {
    county: string;
    stream: string;
    seq: number;
    command_id: string;
    body: string;
    note: string;
    salt: Buffer;
  };
  const rows = await sql<Event>(
    database.superuserUrl,
    `select e.county, e.stream, e.seq, e.command_id, e.body, e.note, e.salt from vuosikello.event e
     where not exists (select from vuosikello.log_leaf l where (l.county, l.stream, l.seq) = (e.county, e.stream, e.seq)) order by xid, ord`,
  );
  for (const { county, stream, seq, command_id: commandId, body, note, salt } of rows) {
    const hash = contentHash(contentOf({ commandId, body, note }, { seed: salt }));
    await sql(
      database.superuserUrl,
      `insert into vuosikello.log_leaf (county, position, stream, seq, content_hash, leaf_hash)
       select $1, count(*), $2, $3, $4, $4 from vuosikello.log_leaf where county = $1`,
      [county, stream, seq, hash],
    );
  }
}
const dispose = (workflow: string) =>
  store.disposals.dispose({ county: '09', workflow, reason: 'Säilytysaika on päättynyt.', actor: admin });
const recordsOf = async (filter: Parameters<Store['records']['list']>[1]) =>
  (await store.records.list('09', filter, { limit: 50 })).items.map(({ workflow, id }) => `${workflow}/${id}`);

it('keeps a register of records, and disposes of what was kept long enough without a trace but its proofs', async () => {
  await startRequest(store, '09.asked');
  await startRequest(store, '09.other');
  await startRequest(store, '17.asked', {}, '17');
  await store.workflows.start(begin('09.handled', 'board-handling', handlingData()));
  await attach('09.asked', 'shared');
  await attach('09.asked', 'own');
  await attach('09.other', 'shared');
  await give('09.asked', 'record-answer', { answers: { efforts: secret } });
  await give('09.asked', 'register-answer', { caseNumber: '539/00.04.01/2026' });

  // The register: with the classes of the definition until somebody says otherwise.
  expect((await store.records.list('09', { workflow: '09.asked', kind: 'answer' }, { limit: 9 })).items).toEqual([
    {
      ...{
        id: 'r3',
        kind: 'answer',
        fact: 'AnswerReceived',
        seq: expect.any(Number),
        workflow: '09.asked',
        year: null,
      },
      ...{
        registeredAt: '2026-06-01T06:00:00.000Z',
        caseNumber: '539/00.04.01/2026',
        publicity: 'public',
        ground: null,
      },
      ...{ retention: { years: 10 }, definition: 'information-request', matterEndedOn: null, disposableFrom: null },
    },
  ]);
  expect(await recordsOf({ publicity: 'unclassified' })).toEqual(['09.asked/r1', '09.asked/r2', '09.other/r1']);
  const page = await store.records.list('09', {}, { limit: 2 });
  expect(page.next).toBe('09.asked/r2');
  expect((await store.records.list('09', {}, { limit: 2, after: page.next ?? '' })).items.map(({ id }) => id)).toEqual([
    'r3',
    'r1',
  ]);
  const classify = { record: 'r3', publicity: 'secret', retentionYears: 12, reason: 'Terveystietoja.' };
  const refused = await store.workflows.give(step('09.asked', 'classify-record', classify));
  expect(refused).toMatchObject({ refused: { issues: [{ path: 'ground', code: 'ground-missing' }] } });
  await give('09.asked', 'classify-record', { ...classify, ground: 'Peruste' });
  expect(await recordsOf({ publicity: 'secret' })).toEqual(['09.asked/r3']);

  // Nothing goes while it is open, before its time, for ever kept, or without a place in the log.
  expect(await dispose('09.asked')).toBe('open');
  await give('09.asked', 'accept-answer', {});
  expect(await dispose('09.asked')).toBe('too-early');
  await clockTo('2038-12-31T21:59:00.000Z');
  expect(await dispose('09.asked')).toBe('too-early');
  await clockTo('2038-12-31T22:01:00.000Z');
  expect(await dispose('09.asked')).toBe('unsealed');
  await seal();
  expect(await dispose('09.other')).toBe('open');
  await give('09.other', 'withdraw', { reason: 'Ei tarvita.' });
  await give('09.other', 'classify-record', { record: 'r1', permanent: true, reason: 'Tutkimus.' });
  expect(await dispose('09.other')).toBe('permanent');
  expect(await dispose('17.asked')).toBe('unknown');

  expect((await store.disposals.due('09', '2039-01-02' as CivilDate, { limit: 10 })).items).toEqual([
    {
      ...{ workflow: '09.asked', definition: 'information-request', year: null, startedOn: '2026-06-01' },
      ...{
        endedOn: '2026-06-01',
        matterEndedOn: '2026-06-01',
        retentionYears: 12,
        disposableFrom: '2039-01-01',
        records: 3,
      },
    },
  ]);
  const hashes = () =>
    sql(database.superuserUrl, `select position, content_hash from vuosikello.log_leaf where county = '09' order by 1`);
  const before = await hashes();
  const streams = await sql<{ id: string }>(
    database.superuserUrl,
    `select id from vuosikello.notification where workflow = '09.asked' order by id`,
  );
  expect(await store.disposals.forecast('09', '09.asked')).toBe('disposable');
  expect(await dispose('09.asked')).toBe('disposed');

  // It was there, and that is all.
  expect(await store.disposals.read('09', '09.asked')).toMatchObject({
    ...{ definition: { name: 'information-request', version: 1 }, retentionYears: 12, disposedBy: admin.id },
    ...{ startedOn: '2026-06-01', endedOn: '2026-06-01' },
  });
  expect(await dispose('09.asked')).toBe('unknown');
  expect(await store.workflows.read('09', '09.asked')).toBeUndefined();
  expect(await store.documents.content('09', hashOf('own'))).toBeUndefined();
  expect(await store.documents.content('09', hashOf('shared'))).toBeDefined();
  const [told] = await store.workflows.events('09', '09.log', { after: 0, limit: 9 });
  expect(told).toMatchObject({
    ...{ type: 'RecordDisposed', actor: admin, seq: 1 },
    data: {
      ...{ workflow: '09.asked', retentionYears: 12, reason: 'Säilytysaika on päättynyt.' },
      streams: ['09.asked', ...streams.map(({ id }) => id)],
      records: [{ id: 'r1' }, { id: 'r2' }, { id: 'r3', kind: 'answer', caseNumber: '539/00.04.01/2026' }],
    },
  });
  const tables = await sql<{ name: string }>(
    database.superuserUrl,
    `select relname as name from pg_class where relnamespace = 'vuosikello'::regnamespace and relkind = 'r' order by 1`,
  );
  for (const { name } of tables) {
    const rows = await sql<{ text: string }>(database.superuserUrl, `select t::text as text from vuosikello.${name} t`);
    expect([name, rows.filter(({ text }) => text.includes(secret) || text.includes('Terveystietoja'))]).toEqual([
      name,
      [],
    ]);
  }
  expect(await hashes()).toEqual(before);
  const [left] = await sql<{ open: number }>(
    database.superuserUrl,
    `select count(*)::integer as open from vuosikello.event where stream = '09.asked' and (body is not null or salt is not null)`,
  );
  expect(left?.open).toBe(0);
  expect(await store.replay.run()).toEqual({ streams: 3, disposed: 1, differences: [] });
  expect((await store.duties.evidence('09')).evidence).toEqual([]);
});

it('counts the retention of a part from the end of the whole matter', async () => {
  await clockTo('2040-06-01T06:00:00.000Z');
  await startRequest(store, '09.part');
  await sql(database.superuserUrl, `update vuosikello.workflow set parent = '09.handled' where id = '09.part'`);
  await give('09.part', 'withdraw', { reason: 'Ei tarvita.' });
  await clockTo('2060-06-01T06:00:00.000Z');
  expect(await dispose('09.part')).toBe('open');
  await give('09.handled', 'withdraw', { reason: 'Ei tarvita.' });
  await seal();
  expect(await dispose('09.part')).toBe('too-early');
  const { items } = await store.disposals.due('09', '2099-01-01' as CivilDate, { limit: 10 });
  expect(items.map(({ workflow, disposableFrom }) => [workflow, disposableFrom])).toEqual([
    ['09.handled', '2071-01-01'],
    ['09.part', '2071-01-01'],
  ]);
});

it('goes by what the workflow itself says, whatever the application asks for', async () => {
  const app = (statement: string) =>
    sql(database.appUrl, `do $$ begin perform set_config('app.county', '09', true); ${statement}; end $$`);
  await expect(app(`perform vuosikello.dispose_workflow('09', '09.handled', -2, 'x')`)).rejects.toMatchObject({
    code: '42883',
  });
  for (const write of [
    `update vuosikello.record set retention_years = 1`,
    `delete from vuosikello.record`,
    `insert into vuosikello.record select * from vuosikello.record limit 1`,
  ])
    await expect(app(write)).rejects.toMatchObject({ code: '42501' });

  // Not even where the register says otherwise.
  await clockTo('2060-06-01T06:00:00.000Z');
  await startRequest(store, '09.kept');
  await give('09.kept', 'record-answer', { answers: { efforts: 'Vastaus' } });
  await give('09.kept', 'accept-answer', {});
  const forEver = { publicity: 'public', permanent: true, reason: 'Arvokas.' };
  await give('09.kept', 'classify-record', { record: 'r1', ...forEver });
  await seal();
  await clockTo('2080-06-01T06:00:00.000Z');
  const register = (value: string) =>
    sql(database.superuserUrl, `update vuosikello.record set retention_years = ${value} where workflow = '09.kept'`);
  await register('1');
  expect(await dispose('09.kept')).toBe('permanent');
  await expect(register('-2')).rejects.toMatchObject({ code: '23514' });
  const negative = `replace(snapshot, '"retention":"permanent"', '"retention":{"years":-2}')`;
  await expect(app(`update vuosikello.workflow set snapshot = ${negative} where id = '09.kept'`)).rejects.toMatchObject(
    { code: '23514' },
  );
});

it('leaves a file that is being attached to another workflow at that moment', async () => {
  await clockTo('2040-06-01T06:00:00.000Z');
  await startRequest(store, '09.first');
  await attach('09.first', 'both');
  await give('09.first', 'withdraw', { reason: 'Ei tarvita.' });
  await seal();
  await clockTo('2060-06-01T06:00:00.000Z');
  await startRequest(store, '09.second');
  const holder = new Client({ connectionString: database.superuserUrl });
  await holder.connect();
  const waiting = async () =>
    (
      await sql(
        database.superuserUrl,
        `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`,
      )
    ).length;
  const until = async (holds: () => Promise<boolean>) => {
    for (let tries = 0; !(await holds()); tries += 1) {
      if (tries > 400) throw new Error('It has not come to that');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  try {
    // It stops when the file is kept, and its transaction has not ended.
    await holder.query(`set vuosikello.migrating = 'on';
      create function vuosikello.pause() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(42); return new; end';
      grant execute on function vuosikello.pause() to vuosikello_app;
      create trigger pause before insert on vuosikello.document_name for each row execute function vuosikello.pause();
      select pg_advisory_lock(42)`);
    const attaching = attach('09.second', 'both');
    await until(async () => (await waiting()) === 1);
    let isDone = false;
    const disposing = dispose('09.first').finally(() => (isDone = true));
    await until(async () => isDone || (await waiting()) === 2);
    await holder.query('select pg_advisory_unlock(42)');
    expect(await Promise.all([attaching, disposing])).toEqual([undefined, 'disposed']);
  } finally {
    await holder.query(
      'drop trigger if exists pause on vuosikello.document_name; drop function if exists vuosikello.pause()',
    );
    await holder.end();
  }
  expect(await store.documents.content('09', hashOf('both'))).toBeDefined();
});

it('lets nobody take away what an event says but by disposal, and replay finds what was taken otherwise', async () => {
  const asCounty = (statement: string) =>
    `do $$ begin perform set_config('app.county', '09', true); ${statement}; end $$`;
  const erase = `update vuosikello.event set body = null where stream = '09.other'`;
  for (const url of [database.appUrl, database.engineUrl, database.ownerUrl])
    await expect(sql(url, asCounty(erase))).rejects.toMatchObject({ code: '42501' });
  await expect(sql(database.appUrl, 'set role vuosikello_disposal')).rejects.toMatchObject({ code: '42501' });
  await expect(
    sql(database.ownerUrl, asCounty(`set role vuosikello_disposal; update vuosikello.event set type = 'x'`)),
  ).rejects.toMatchObject({ code: '42501' });
  await sql(
    database.superuserUrl,
    `do $$ begin alter table vuosikello.event disable trigger all; ${erase} and seq = 3;
       update vuosikello.event set body = '{}' where stream = '09.asked' and seq = 1;
       alter table vuosikello.event enable always trigger append_only; end $$`,
  );
  await sql(database.superuserUrl, `update vuosikello.record set retention_years = 1 where workflow = '09.other'`);
  const { differences } = await store.replay.run('09');
  expect(differences).toEqual(
    expect.arrayContaining([
      { workflow: '09.other', detail: 'has lost what it said and was not disposed of' },
      { workflow: '09.other', detail: 'the stored records is not what the log gives' },
      { workflow: '09.asked', detail: 'is not disposed of as the log says' },
    ]),
  );
});
