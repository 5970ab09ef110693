import { requestData } from './request-data';
import { problemIn, request, type RunningApi, runApi, workflowIn } from './running-api';

let api: RunningApi;
let key: string;
beforeAll(async () => {
  api = await runApi();
  key = api.keys.coordinator;
});
afterAll(() => api.close());

describe('starting a workflow', () => {
  const start = (json: unknown, headers = {}) => request(api, key, '/v1/workflows', { method: 'POST', json, headers });
  const good = { definition: 'information-request', key: 'made', data: requestData(), year: 2026 };

  it('says where it is', async () => {
    const made = await start(good);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe('/v1/workflows/09.made');
    expect(made.headers.get('etag')).toBe('"3"');
    expect(workflowIn(made)).toMatchObject({ id: '09.made', status: 'open' });
  });

  it('is done once for one Idempotency-Key', async () => {
    const both = [
      await start({ ...good, key: 'once' }, { 'Idempotency-Key': 's1' }),
      await start({ ...good, key: 'once' }, { 'Idempotency-Key': 's1' }),
    ];
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both.map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(both[1]?.body).toEqual(both[0]?.body);
    const other = await start({ ...good, key: 'twice' }, { 'Idempotency-Key': 's1' });
    expect([other.status, problemIn(other).code]).toEqual([422, 'idempotency-key-reused']);
  });

  it.each([
    ['an id that is taken', good, 409, 'already-exists'],
    ['an unknown definition', { ...good, key: 'x', definition: 'party' }, 422, 'unknown-definition'],
    ['start data that will not do', { ...good, key: 'x', data: requestData({ dueOn: 'soon' }) }, 422, 'invalid-data'],
    ['a key that is no key', { ...good, key: 'a.b' }, 422, 'invalid-data'],
    [
      'an unknown field in the start data',
      { ...good, key: 'x', data: requestData({ colour: 'red' }) },
      400,
      'unknown-field',
    ],
    ['an unknown field', { ...good, key: 'x', colour: 'red' }, 400, 'unknown-field'],
  ])('refuses %s', async (_, json, status, code) => {
    await start(good);
    const answered = await start(json);
    expect([answered.status, problemIn(answered).code]).toEqual([status, code]);
    if (code === 'unknown-definition') expect(problemIn(answered).allowed).toContain('hyte-negotiation');
  });
});
