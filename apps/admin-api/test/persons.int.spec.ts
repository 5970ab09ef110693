import type { AccessEntry } from '@app/store';
import { sql } from '../../../test/support/requests';
import { linkTo } from './answer-links';
import { give, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

type Entry = Omit<AccessEntry, 'county'>;

async function log(query = '', key = api.keys.auditor): Promise<Entry[]> {
  const { status, body } = await request(api, key, `/v1/access-log${query}`);
  expect(status).toBe(200);
  return (body as { items: Entry[] }).items;
}

const said = ({ role, what, subject, how, filter, outcome }: Entry) => [role, what, subject, how, filter, outcome];

describe('the access log', () => {
  it('says who read what: lists by their filters, single things by their ids, refusals, and its own readers', async () => {
    const id = await startRequest(api, 'read');
    const { auditor, coordinator } = api.keys;
    await request(api, auditor, '/v1/contacts?organisation=016&limit=2');
    await request(api, coordinator, `/v1/workflows/${id}`);
    await request(api, auditor, `/v1/workflows/${id}/events`);
    await request(api, coordinator, '/v1/workflows/17.foreign');
    await request(api, coordinator, `/v1/workflows/${id}/documents/d9`);
    await request(api, undefined, `/v1/contacts`);
    await request(api, undefined, await linkTo(api, id));
    expect((await log('?what=answer')).map(({ actor }) => actor)).toEqual([expect.stringMatching(/^link:\d+$/)]);
    const entries = await log();
    expect(entries.map(said)).toEqual([
      ['auditor', 'access-log', null, 'GET /v1/access-log', { what: 'answer' }, 'given'],
      ['respondent', 'answer', id, 'GET /r/{token}', null, 'given'],
      ['coordinator', 'document', `${id}/d9`, 'GET /v1/workflows/{id}/documents/{document}', null, 'refused'],
      ['coordinator', 'document', `${id}/d9`, 'GET /v1/workflows/{id}/documents/{document}', null, 'given'],
      ['coordinator', 'workflow', '17.foreign', 'GET /v1/workflows/{id}', null, 'refused'],
      ['auditor', 'event', id, 'GET /v1/workflows/{id}/events', null, 'given'],
      ['coordinator', 'workflow', id, 'GET /v1/workflows/{id}', null, 'given'],
      ['auditor', 'contact', null, 'GET /v1/contacts', { organisation: '016' }, 'given'],
    ]);
    expect(entries[0]).toMatchObject({
      at: '2026-06-01T06:00:00.000Z',
      actor: expect.stringMatching(/^key:09-/) as string,
    });
  });

  it('is read page by page by admins and auditors, of their own county, however many entries it has', async () => {
    await sql(api.database.ownerUrl, 'alter table vuosikello.access_log alter column id restart with 9998');
    for (let reads = 0; reads < 4; reads += 1) await log('?limit=1');
    const pages = async (cursor = ''): Promise<number[]> => {
      const { body } = await request(api, api.keys.admin, `/v1/access-log?limit=2&what=access-log${cursor}`);
      const { items, next } = body as { items: Entry[]; next: string | null };
      const ids = items.map(({ id }) => Number(id));
      return next === null ? ids : [...ids, ...(await pages(`&cursor=${next}`))];
    };
    expect(await pages()).toEqual([10_001, 10_000, 9999, 9998, expect.any(Number), expect.any(Number)]);
    const first = await request(api, api.keys.admin, '/v1/access-log?limit=3&to=2026-06-01T09:00:01%2B03:00');
    const { items, next } = first.body as { items: Entry[]; next: string };
    const rest = await log(`?limit=3&cursor=${next}`);
    expect(rest.map(({ id }) => Number(id)).every((id) => id < Number(items.at(-1)?.id))).toBe(true);
    expect(await log('?from=2026-06-01T09:00:01%2B03:00')).toEqual([]);
    expect(await log('?to=2026-05-31')).toEqual([]);
    expect((await log('?from=2026-06-01&to=2026-06-01&what=contact')).length).toBeGreaterThan(0);
    expect((await request(api, api.keys.admin, '/v1/access-log?from=soon')).text).toContain('Give a day (2026-08-17)');
    for (const key of [api.keys.coordinator, api.keys.operator, api.keys.service])
      expect((await request(api, key, '/v1/access-log')).status).toBe(403);
    expect((await api.store.access.list('17', {}, { limit: 10 })).items).toEqual([]);
  });

  it('loses nothing of many readers at once, and nothing is read that it cannot take', async () => {
    const before = (await api.store.access.list('09', { what: 'duty' }, { limit: 200 })).items.length;
    const reads = Array.from({ length: 60 }, () => request(api, api.keys.auditor, '/v1/duties?year=2026'));
    expect((await Promise.all(reads)).every(({ status }) => status === 200)).toBe(true);
    expect((await api.store.access.list('09', { what: 'duty' }, { limit: 200 })).items).toHaveLength(before + 60);
    await sql(
      api.database.superuserUrl,
      'alter table vuosikello.access_log add constraint closed check (id < 0) not valid',
    );
    const answer = await request(api, api.keys.auditor, '/v1/contacts');
    await sql(api.database.superuserUrl, 'alter table vuosikello.access_log drop constraint closed');
    expect([answer.status, answer.text.includes('example.invalid')]).toEqual([500, false]);
  });

  it('is purged of what is old, never of the last year', async () => {
    const { purge } = api.store.access;
    await expect(purge.call(api.store.access, 10, 1)).rejects.toMatchObject({ code: '42501' });
    const asEngine = (days: number) =>
      sql(api.database.engineUrl, 'select vuosikello.purge_some_accesses($1, 100000) as n', [days]);
    await expect(asEngine(364)).rejects.toMatchObject({ code: '23514' });
    expect(await asEngine(365)).toEqual([{ n: 0 }]);
    await api.setClock('2027-07-01T09:00:00+03:00');
    expect((await asEngine(365))[0]).toMatchObject({ n: expect.any(Number) as number });
    expect((await api.store.access.list('09', {}, { limit: 5 })).items).toEqual([]);
    await api.setClock('2026-06-01T09:00:00+03:00');
  });
});

describe('erasing a person', () => {
  it('is for admins, is tried first, and says what stays and what is left to people', async () => {
    const lauri = api.register.contacts.find(({ name }) => name === 'Lauri Esimerkki');
    if (!lauri) throw new Error('Lauri is not in the example');
    const id = await startRequest(api, 'erased');
    const { body } = await request(api, api.keys.coordinator, `/v1/workflows/${id}`);
    const { version } = body as { version: number };
    const answers = { efforts: 'Lauri Esimerkki kertoi.' };
    const answered = await give(
      api,
      api.keys.coordinator,
      id,
      { command: 'record-answer', data: { answers } },
      { version },
    );
    expect(answered.status).toBe(200);
    const erase = (json: object, key = api.keys.admin, language = 'sv') =>
      request(api, key, `/v1/contacts/${lauri.id}/erasure`, {
        method: 'POST',
        json,
        headers: { 'Accept-Language': language },
      });

    expect((await erase({}, api.keys.coordinator)).status).toBe(403);
    expect((await erase({ why: 'x' })).status).toBe(400);
    const place = { stream: id, seq: 1, pointer: '/data/organisation' };
    expect(problemIn(await erase({ texts: [place] }))).toMatchObject({
      status: 422,
      code: 'no-such-text',
      errors: [{ path: `${id}#1/data/organisation` }],
    });
    const tried = await erase({ dryRun: true });
    expect(tried.body).toMatchObject({ outcome: 'would-erase', removed: { contact: true, workflows: 1 } });
    expect((await request(api, api.keys.auditor, `/v1/contacts/${lauri.id}`)).status).toBe(200);

    const done = await erase({ reason: 'Lauri Esimerkki pyysi' });
    expect(done.body).toMatchObject({
      outcome: 'erased',
      kept: [{ why: 'id', says: expect.stringMatching(/^Id:t finns kvar/) as string }],
      remains: expect.arrayContaining([expect.objectContaining({ what: 'backups' })]) as unknown,
    });
    expect((await request(api, api.keys.auditor, `/v1/contacts/${lauri.id}`)).status).toBe(404);
    const read = await request(api, api.keys.auditor, `/v1/workflows/${id}/events`);
    expect([read.text.includes('Lauri'), read.text.includes('[poistettu/raderad/erased] kertoi.')]).toEqual([
      false,
      true,
    ]);
    expect(problemIn(await erase({}))).toMatchObject({ status: 409, code: 'person-erased' });
    const again = { id: lauri.id, name: 'Lauri Esimerkki', email: lauri.email, of: '016', language: 'fi', roles: [] };
    expect(problemIn(await request(api, api.keys.admin, '/v1/contacts', { method: 'POST', json: again })).code).toBe(
      'person-erased',
    );
    expect(JSON.stringify(api.logged)).not.toMatch(/lauri/i);
  });
});
