import { calendarList, madeCalendar } from '../src/calendar/calendar.schema';
import { parseCalendar } from '../../../test/support/calendar-client';
import { makeCalendar } from './made-calendar';
import { keysFor, problemIn, refusalIn, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi({ at: '2026-01-02T09:00:00+02:00' });
});
afterAll(() => api.close());

const make = (body: unknown) => makeCalendar(api, body);
const feed = (path: string, headers = {}) => request(api, undefined, path, { headers });

describe('making calendars', () => {
  it('is for those who may write; auditors see which there are, and nobody their addresses', async () => {
    const { id, path } = await make({ scope: 'organisation', subject: '016', label: 'Asikkalan kirjaamo' });
    expect(path).toMatch(/^\/v1\/calendar\.ics\?token=[\w-]{43}$/);
    for (const role of ['auditor', 'operator', 'service'] as const) {
      const body = { method: 'POST', json: { scope: 'county' } };
      expect((await request(api, api.keys[role], '/v1/calendars', body)).status).toBe(403);
      expect((await request(api, api.keys[role], `/v1/calendars/${id}`, { method: 'DELETE' })).status).toBe(403);
    }
    const answer = await request(api, api.keys.auditor, '/v1/calendars');
    expect(calendarList.parse(answer.body).items).toContainEqual({
      id,
      scope: 'organisation',
      subject: '016',
      language: null,
      label: 'Asikkalan kirjaamo',
      createdAt: '2026-01-02T07:00:00.000Z',
      subjectKnown: true,
    });
    expect(answer.text).not.toContain(path.slice(-43));
    expect((await request(api, undefined, '/v1/calendars')).status).toBe(401);
  });

  it('asked for again with one Idempotency-Key makes one; the answer says which, and not its secret', async () => {
    const json = { scope: 'organisation', subject: '111', label: 'Kerran' };
    const post = (body: unknown, key = api.keys.coordinator) =>
      request(api, key, '/v1/calendars', { method: 'POST', json: body, headers: { 'Idempotency-Key': 'k1' } });
    const first = await post(json);
    expect(first.status).toBe(201);
    const again = await post(json);
    expect([again.status, problemIn(again).code]).toEqual([409, 'calendar-already-made']);
    expect(again.headers.get('location')).toBe(`/v1/calendars/${madeCalendar.parse(first.body).id}`);
    expect(again.text).not.toContain('token');
    const other = await post({ ...json, label: 'Toinen' });
    expect([other.status, problemIn(other).code]).toEqual([422, 'idempotency-key-reused']);
    const { items } = calendarList.parse((await request(api, api.keys.admin, '/v1/calendars?limit=200')).body);
    expect(items.filter(({ subject }) => subject === '111')).toHaveLength(1);
    expect((await post(json, api.keys.admin)).status).toBe(201);
  });

  it.each([
    [{ scope: 'organisation', subject: '999' }, 422, 'subject'],
    [{ scope: 'person', subject: '016' }, 422, 'subject'],
    [{ scope: 'organisation' }, 422, 'subject'],
    [{ scope: 'county', subject: '09' }, 422, 'subject'],
    [{ scope: 'country' }, 422, 'scope'],
    [{ scope: 'county', language: 'de' }, 422, 'language'],
    [{ scope: 'county', colour: 'blue' }, 400, ''],
    [{}, 422, 'scope'],
  ])('refuses %j with %i and names the field', async (json, status, field) => {
    const answer = await request(api, api.keys.admin, '/v1/calendars', { method: 'POST', json });
    expect(answer.status).toBe(status);
    expect(problemIn(answer).errors?.map(({ path }) => path)).toEqual([field]);
  });

  it("knows nothing of another county's organisations and calendars", async () => {
    const { id, path } = await make({ scope: 'county' });
    const { admin } = await keysFor(api.store, '07');
    const foreign = { method: 'POST', json: { scope: 'organisation', subject: '016' } };
    expect((await request(api, admin, '/v1/calendars', foreign)).status).toBe(422);
    const revoke = await request(api, admin, `/v1/calendars/${id}`, { method: 'DELETE' });
    expect([revoke.status, problemIn(revoke).code]).toEqual([404, 'unknown-id']);
    expect((await request(api, admin, '/v1/calendars')).body).toEqual({ items: [], next: null });
    expect((await feed(path)).status).toBe(200);
  });
});

describe('a feed', () => {
  it('is for whoever has its address, is not kept by others, and says when nothing has changed', async () => {
    const { path } = await make({ scope: 'county' });
    const answer = await feed(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toMatch(/^private/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    const etag = answer.headers.get('etag') ?? '';
    const again = await feed(path, { 'If-None-Match': `W/${etag}, "other"` });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await feed(path, { 'If-None-Match': '"other"' })).text).toBe(answer.text);
    expect((await feed(`${path}&lang=sv&_=1`)).text).toBe(answer.text);
    const head = await request(api, undefined, path, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
  });

  it('has no more to it than any wrong address once it is revoked', async () => {
    const { id, path } = await make({ scope: 'county' });
    const wrong = ['', '?token=', '?token=x', `?token=${'A'.repeat(43)}`, `?token=${'x'.repeat(5_000)}`];
    const several = `${path}&token=${'A'.repeat(43)}`;
    const answers = await Promise.all([...wrong.map((query) => feed(`/v1/calendar.ics${query}`)), feed(several)]);
    const revoke = () => request(api, api.keys.coordinator, `/v1/calendars/${id}`, { method: 'DELETE' });
    expect((await revoke()).status).toBe(204);
    answers.push(await feed(path));
    expect(new Set(answers.map((answer) => JSON.stringify(refusalIn(answer)))).size).toBe(1);
    for (const answer of answers)
      expect(problemIn(answer)).toMatchObject({ status: 404, code: 'unknown-calendar', instance: '/v1/calendar.ics' });
    expect((await revoke()).status).toBe(404);
  });

  it('leaves no trace of its secret in the log, also when something fails', async () => {
    const { path } = await make({ scope: 'county' });
    await feed(path);
    await feed(path.slice(0, -1));
    const { resolve } = api.store.calendars;
    api.store.calendars.resolve = () => Promise.reject(new Error('out of order'));
    expect((await feed(path)).status).toBe(500);
    api.store.calendars.resolve = resolve;
    expect(api.logged.some(({ event }) => event === 'internal-error')).toBe(true);
    expect(JSON.stringify(api.logged)).not.toContain(path.slice(-42));
  });

  it('speaks the language of its owner, or the one that was chosen', async () => {
    const tuula = api.register.contacts.find(({ email }) => email.startsWith('tuula.mallikas'));
    const name = async (body: object) => parseCalendar((await feed((await make(body)).path)).text).name;
    expect(await name({ scope: 'county' })).toBe('Vuosikello: Päijät-Hämeen hyvinvointialue');
    expect(await name({ scope: 'county', language: 'sv' })).toBe('Vuosikello: Päijänne-Tavastlands välfärdsområde');
    expect(await name({ scope: 'organisation', subject: '398' })).toBe('Vuosikello: Lahden kaupunki');
    expect(await name({ scope: 'organisation', subject: '398', language: 'en' })).toBe('Vuosikello: City of Lahti');
    expect(await name({ scope: 'organisation', subject: 'jarjesto-5' })).toBe(
      'Vuosikello: Svenska Exempelföreningen i Lahtis rf',
    );
    expect(await name({ scope: 'person', subject: tuula?.id })).toBe('Vuosikello: egna datum');
  });
});
