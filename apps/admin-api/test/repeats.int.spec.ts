import { sql } from '../../../test/support/requests';
import { problemIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const contact = {
  name: 'Aino Esimerkki',
  email: 'aino@kunta.example.invalid',
  of: '016',
  language: 'fi',
  roles: ['kirjaamo'],
};
const add = (json: object, key: string, { path = '/v1/contacts', by = api.keys.coordinator } = {}) =>
  request(api, by, path, { method: 'POST', json, headers: { 'Idempotency-Key': key } });
const kept = () =>
  sql<{ status: number | null; body: string | null }>(
    api.database.superuserUrl,
    'select status, body from vuosikello.kept_answer',
  );

it('a change of the register asked for fifty times at once under one key is made once, with one answer', async () => {
  const revisions = () =>
    sql<{ n: number }>(
      api.database.superuserUrl,
      `select count(*)::integer as n from vuosikello.contact where email = '${contact.email}'`,
    );
  const all = await Promise.all(Array.from({ length: 50 }, () => add(contact, 'fifty')));
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(all.map(({ text }) => text)).size).toBe(1);
  expect(all.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
  expect(await revisions()).toEqual([{ n: 1 }]);
  expect(await kept()).toEqual([{ status: 201, body: all[0]?.text }]);
});

it('the key is for that request of that caller; what was refused leaves it free', async () => {
  expect(problemIn(await add({ ...contact, name: 'Toinen' }, 'fifty')).code).toBe('idempotency-key-reused');
  expect(problemIn(await add(contact, 'fifty', { path: '/v1/organisations' })).code).toBe('idempotency-key-reused');
  expect((await add(contact, 'fifty', { by: api.keys.admin })).headers.get('idempotency-replayed')).toBeNull();
  expect(problemIn(await add({ ...contact, of: 'nobody' }, 'free')).status).toBe(422);
  expect((await add({ ...contact, email: 'toinen@kunta.example.invalid' }, 'free')).status).toBe(201);
  expect(problemIn(await add(contact, 'ä')).code).toBe('invalid-header');
});

it('is freed by whoever began it, and not once it is in other hands', async () => {
  const { keptAnswers } = api.store;
  const keyed = { county: '09', id: 'freed-twice', requestHash: 'a' };
  const begin = async () => {
    const begun = await keptAnswers.begin(keyed);
    return begun.outcome === 'begun' ? begun.mark : begun.outcome;
  };
  const first = await begin();
  await keptAnswers.release({ ...keyed, mark: first });
  const second = await begin();
  await keptAnswers.release({ ...keyed, mark: first });
  expect([await begin(), first === second]).toEqual(['unfinished', false]);
  await keptAnswers.release({ ...keyed, mark: second });
  expect(await begin()).toMatch(/^\d+$/);
});

it('is forgotten with the person it names, and after thirty days whole', async () => {
  const added = (await add({ ...contact, email: 'kolmas@kunta.example.invalid' }, 'person')).body as {
    item: { id: string };
  };
  const erased = await request(api, api.keys.admin, `/v1/contacts/${added.item.id}/erasure`, {
    method: 'POST',
    json: { reason: 'Pyyntö', dryRun: false },
  });
  expect([erased.status, erased.text]).toEqual([200, expect.any(String)]);
  expect((await kept()).every(({ body }) => body === null)).toBe(true);
  const again = await add({ ...contact, email: 'kolmas@kunta.example.invalid' }, 'person');
  expect(problemIn(again).code).toBe('done-before');
  const drop = () => sql(api.database.engineUrl, 'select vuosikello.drop_old_answers()');
  await api.setClock('2026-07-01T08:59:00+03:00');
  await drop();
  expect((await kept()).length).toBeGreaterThan(0);
  await api.setClock('2026-07-01T09:01:00+03:00');
  await drop();
  expect(await kept()).toEqual([]);
});
