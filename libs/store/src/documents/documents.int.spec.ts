import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sql, startRequest, step } from '../../../../test/support/requests';
import { openStore, type Store } from '../index';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');

/** A request to attach these bytes, with an id of its own. */
function attaching(workflow: string, content: string, more: Parameters<typeof step>[3] & { claimed?: string } = {}) {
  const { claimed = content, ...own } = more;
  const file = { sha256: hashOf(claimed), bytes: claimed.length, mediaType: 'text/plain', name: 'muistio.txt' };
  const request = step(workflow, 'attach-document', { title: 'Muistio', publicity: 'public' }, own);
  return { ...request, file, content: Buffer.from(content) };
}

const files = () =>
  sql<{ county: string; media_type: string; bytes: number; text: string }>(
    database.superuserUrl,
    `select county, media_type, bytes, convert_from(data, 'utf8') as text from vuosikello.document_file order by county, text`,
  );
const typesOf = async (id: string, county = '09') =>
  (await store.workflows.events(county, id, { after: 3, limit: 10 })).map(({ type }) => type);

it('keeps a file and its fact, and gives the file to its county only', async () => {
  await startRequest(store, '09.one');
  const answer = await store.documents.attach(attaching('09.one', 'yksi', { ifVersion: 3 }));
  expect(answer).toMatchObject({
    outcome: 'accepted',
    replayed: false,
    instance: { version: 4, life: { documents: [{ id: 'd1', file: { sha256: hashOf('yksi'), bytes: 4 } }] } },
  });
  expect(await store.workflows.read('09', '09.one')).toEqual(answer.outcome === 'accepted' && answer.instance);
  expect(Buffer.from((await store.documents.content('09', hashOf('yksi'))) ?? []).toString()).toBe('yksi');
  expect(await store.documents.content('17', hashOf('yksi'))).toBeUndefined();
  const inOther = `do $$ begin perform set_config('app.county', '17', true);
    if exists (select from vuosikello.document_file) then raise 'seen'; end if; end $$`;
  expect(await sql(database.appUrl, inOther)).toEqual([]);
  expect(await store.documents.attach(attaching('09.one', 'muu', { county: '17' }))).toEqual({ outcome: 'not-found' });
  expect(await store.replay.run()).toMatchObject({ differences: [] });
});

it('keeps the same content once per county, however often it is attached', async () => {
  await startRequest(store, '09.two');
  await startRequest(store, '17.two', {}, '17');
  await store.documents.attach(attaching('09.two', 'kaksi'));
  await store.documents.attach(attaching('09.two', 'kaksi'));
  await store.documents.attach(attaching('17.two', 'kaksi', { county: '17' }));
  expect((await files()).filter(({ text }) => text === 'kaksi').map(({ county }) => county)).toEqual(['09', '17']);
  const two = await store.workflows.read('09', '09.two');
  expect(two?.life.documents.map(({ id }) => id)).toEqual(['d1', 'd2']);
});

it('answers a repeated request again, and no other under its id', async () => {
  await startRequest(store, '09.three');
  const request = attaching('09.three', 'kolme', { commandId: 'same', ifVersion: 3 });
  await store.documents.attach(request);
  await store.documents.attach(attaching('09.three', 'kolme'));
  expect(await store.documents.attach(request)).toMatchObject({
    outcome: 'accepted',
    replayed: true,
    instance: { version: 4 },
  });
  expect(await store.documents.attach({ ...request, requestHash: 'other' })).toEqual({ outcome: 'key-reused' });
  expect(await store.documents.attach(attaching('09.three', 'x', { ifVersion: 3 }))).toEqual({
    outcome: 'stale',
    version: 5,
  });
});

it('leaves neither file nor fact where the file is not what its hash says, or the command is refused', async () => {
  await startRequest(store, '09.four');
  await expect(store.documents.attach(attaching('09.four', 'neljä', { claimed: 'viisi' }))).rejects.toMatchObject({
    code: '23514',
  });
  const refused = attaching('09.four', 'kuusi');
  expect(await store.documents.attach({ ...refused, data: { title: '' } })).toMatchObject({ outcome: 'refused' });
  expect(await typesOf('09.four')).toEqual([]);
  expect((await files()).filter(({ text }) => ['neljä', 'viisi', 'kuusi'].includes(text))).toEqual([]);
  // The workflow goes on as if nothing had been.
  expect(await store.documents.attach(attaching('09.four', 'kuusi', { ifVersion: 3 }))).toMatchObject({
    outcome: 'accepted',
  });
});

it('lets nobody of the application change or delete a file', async () => {
  for (const url of [database.appUrl, database.engineUrl]) {
    for (const statement of [`update vuosikello.document_file set data = ''`, 'delete from vuosikello.document_file']) {
      await expect(sql(url, statement)).rejects.toMatchObject({ code: '42501' });
    }
  }
});

it('takes many at once to one workflow, one after another', async () => {
  await startRequest(store, '09.five');
  const answers = await Promise.all(
    ['a', 'b', 'c', 'd'].map((content) => store.documents.attach(attaching('09.five', content))),
  );
  expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
  const five = await store.workflows.read('09', '09.five');
  expect(five?.life.documents.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4']);
});
