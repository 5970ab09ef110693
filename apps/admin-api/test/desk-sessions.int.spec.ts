import { createAdminApi } from '../src/admin-api';
import { listen } from '../src/http/listen';
import { sql } from '../../../test/support/requests';
import { cookieIn, DeskVisitor, formTo, readable, signIn } from './desk-visitor';
import { request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
let asked: string;
beforeAll(async () => {
  api = await runApi();
  asked = await startRequest(api, 'asked');
});
afterAll(() => api.close());

const newKey = (more: object = {}) => api.store.keys.create({ county: '09', role: 'coordinator', ...more });
const commandPath = (command: string) => `/desk/workflows/${asked}/commands/${command}`;

describe('the way in', () => {
  it('is shown to whoever has no session, with where to go on', async () => {
    const answer = await request(api, undefined, '/desk/tasks?status=closed', { headers: { 'Accept-Language': 'sv' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/desk/sign-in?lang=sv&next=%2Fdesk%2Ftasks%3Fstatus%3Dclosed',
    ]);
    const post = await request(api, undefined, commandPath('withdraw'), {
      method: 'POST',
      body: new URLSearchParams({ do: 'confirm' }),
      headers: { Origin: api.url },
    });
    expect([post.status, readable(post)]).toEqual([401, expect.stringContaining('Istunto on päättynyt')]);
  });

  it('does not open with a wrong key, and says so next to the field', async () => {
    const answer = await signIn(api, 'vk_00000000_wrong');
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
    expect(answer.text).toContain('aria-describedby="key-help key-error"');
    expect(answer.text).not.toContain('vk_00000000_wrong');
    expect((await signIn(api, '')).status).toBe(401);
  });

  it('opens with a key, and keeps its secret from scripts, other sites and the database', async () => {
    const answer = await signIn(api, api.keys.coordinator, '/desk/sign-in?lang=fi&next=%2Fdesk%2Ftasks');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/tasks']);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^vuosikello=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const [secret = ''] = /(?<==)[\w-]{43}/.exec(cookie) ?? [];
    const rows = await sql<{ all: string }>(
      api.database.superuserUrl,
      `select string_agg(s::text, ' ') as all from vuosikello.desk_session s`,
    );
    expect(rows[0]?.all).toBeDefined();
    expect(rows[0]?.all).not.toContain(secret);
    const page = await request(api, undefined, '/desk', { headers: { Cookie: cookieIn(answer) } });
    expect(page.text).not.toContain(secret);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'self' 'sha256-[^']+'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(page.text).not.toMatch(/<script|\son\w+=|\sstyle=/);
  });

  it('leads nowhere else', async () => {
    const answer = await signIn(api, api.keys.coordinator, '/desk/sign-in?lang=sv&next=https%3A%2F%2Fevil.test%2Fdesk');
    expect(answer.headers.get('location')).toBe('/desk?lang=sv');
  });

  it('gives a cookie of this host alone where people come by https', async () => {
    const app = await createAdminApi({
      store: api.store,
      log: () => undefined,
      https: true,
      publicUrl: 'https://vuosikello.example.test',
    });
    const url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
    const answer = await request({ url }, undefined, '/desk/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ key: api.keys.admin }),
      headers: { Origin: 'https://vuosikello.example.test' },
    });
    await app.close();
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-vuosikello=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
  });
});

describe('a session', () => {
  it('opens the desk and nothing of the API; a key in a header opens the API and no desk', async () => {
    const { cookie } = await DeskVisitor.signIn(api, api.keys.admin);
    expect((await request(api, undefined, '/v1/tasks', { headers: { Cookie: cookie } })).status).toBe(401);
    expect((await request(api, api.keys.admin, '/desk')).status).toBe(303);
  });

  it('ends when somebody signs out, also for whoever has kept the cookie', async () => {
    const visitor = await DeskVisitor.signIn(api, api.keys.coordinator);
    const out = await visitor.send(await visitor.get('/desk'), /sign-out/, {});
    expect([out.status, out.headers.get('location')]).toEqual([303, '/desk/sign-in?lang=fi&signedOut']);
    expect(out.headers.getSetCookie()[0]).toMatch(/^vuosikello=; Max-Age=0;/);
    expect((await visitor.get('/desk')).status).toBe(303);
  });

  it('ends with its key', async () => {
    const { id, key } = await newKey();
    const visitor = await DeskVisitor.signIn(api, key);
    expect((await visitor.get('/desk')).status).toBe(200);
    await api.store.keys.revoke('09', id);
    expect((await visitor.get('/desk')).status).toBe(303);
  });

  it('does not outlive an earlier one of the same browser', async () => {
    const before = await DeskVisitor.signIn(api, api.keys.coordinator);
    await request(api, undefined, '/desk/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ key: api.keys.coordinator }),
      headers: { Origin: api.url, Cookie: before.cookie },
    });
    expect((await before.get('/desk')).status).toBe(303);
  });
});

describe('a form', () => {
  const withdrawn = () => api.store.workflows.read('09', asked).then((instance) => instance?.status);

  it.each([
    ['no origin', { Origin: '' }],
    ['an origin of its own', { Origin: 'null' }],
    ['another site', { Origin: 'https://evil.test' }],
    ['another port', { Origin: 'http://127.0.0.1:1' }],
  ])('is not taken from %s', async (_, headers) => {
    const visitor = await DeskVisitor.signIn(api, api.keys.coordinator);
    const { action, fields } = formTo(await visitor.get(commandPath('withdraw')), /withdraw/);
    const sent = await visitor.post(action, { ...fields, reason: 'Vieras.', do: 'confirm' }, headers);
    expect([sent.status, await withdrawn()]).toEqual([403, 'open']);
    expect(readable(sent)).toContain('Mitään ei tallennettu');
    expect(api.logged).toContainEqual({ level: 'warn', event: 'foreign-form' });
  });

  it.each(['', 'x', 'other'])('is not taken without the seal of its session (%p)', async (seal) => {
    const visitor = await DeskVisitor.signIn(api, api.keys.coordinator);
    const other = await DeskVisitor.signIn(api, api.keys.admin);
    const theirs = formTo(await other.get(commandPath('withdraw')), /withdraw/).fields.seal ?? '';
    const { action, fields } = formTo(await visitor.get(commandPath('withdraw')), /withdraw/);
    const values = { ...fields, seal: seal === 'other' ? theirs : seal, reason: 'Vieras.', do: 'confirm' };
    expect([(await visitor.post(action, values)).status, await withdrawn()]).toEqual([403, 'open']);
    const out = await visitor.post('/desk/sign-out?lang=fi', { seal });
    expect([out.status, (await visitor.get('/desk')).status]).toEqual([403, 200]);
  });

  it('of signing in is not taken from another site either', async () => {
    const answer = await request(api, undefined, '/desk/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ key: api.keys.coordinator }),
      headers: { Origin: 'https://evil.test' },
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
  });
});

describe('what one may not do', () => {
  it('is not offered, and is refused', async () => {
    const auditor = await DeskVisitor.signIn(api, api.keys.auditor);
    const page = await auditor.get(`/desk/workflows/${asked}`);
    expect(page.text).not.toContain('/commands/');
    expect(readable(page)).toContain('Tässä tilassa sinulla ei ole tehtävää.');
    expect((await auditor.get(commandPath('withdraw'))).status).toBe(403);
    const { seal = '' } = formTo(page, /sign-out/).fields;
    expect((await auditor.post(commandPath('withdraw'), { seal })).status).toBe(403);
    const operator = await DeskVisitor.signIn(api, api.keys.operator);
    const today = await operator.get('/desk');
    expect([today.text.includes('/desk/log'), (await operator.get('/desk/log')).status]).toEqual([false, 403]);
  });

  it('follows the permissions of a key that is held to some', async () => {
    const { key } = await newKey({ permissions: ['workflows:read'] });
    const visitor = await DeskVisitor.signIn(api, key);
    const { text } = await visitor.get('/desk');
    expect([...text.matchAll(/href="\/desk(\/\w+)?\?/g)].map(([, path]) => path ?? '')).toContain('');
    for (const path of ['tasks', 'duties', 'notifications', 'log']) {
      expect([path, text.includes(`href="/desk/${path}`)]).toEqual([path, false]);
      expect([path, (await visitor.get(`/desk/${path}`)).status]).toEqual([path, 403]);
    }
  });

  it('is also what belongs to another county', async () => {
    const visitor = await DeskVisitor.signIn(api, api.keys.admin);
    const other = await DeskVisitor.signIn(api, (await api.store.keys.create({ county: '17', role: 'admin' })).key);
    expect((await visitor.get(`/desk/workflows/${asked}`)).status).toBe(200);
    for (const path of [`workflows/${asked}`, `notifications/${asked}.n3`, `workflows/${asked}/commands/withdraw`]) {
      const answer = await other.get(`/desk/${path}`);
      expect([path, answer.status, answer.text.includes('Asikkala')]).toEqual([path, 404, false]);
    }
  });
});

it('notes who read what', async () => {
  const { id, key } = await newKey();
  const visitor = await DeskVisitor.signIn(api, key);
  await visitor.get('/desk');
  await visitor.get(`/desk/workflows/${asked}`);
  await visitor.get('/desk/workflows/17.other');
  const { items } = await api.store.access.list('09', { actor: `key:${id}` }, { limit: 10 });
  const noted = items.map(({ what, subject, how, outcome }) => [how, what, subject, outcome].join(' '));
  expect(noted.sort()).toEqual([
    'GET /desk task  given',
    'GET /desk workflow  given',
    `GET /desk/workflows/{id} event ${asked} given`,
    `GET /desk/workflows/{id} notification ${asked} given`,
    `GET /desk/workflows/{id} workflow ${asked} given`,
    'GET /desk/workflows/{id} workflow 17.other refused',
  ]);
});

it('ends after an hour without a page, and after twelve with', async () => {
  const [idle, busy] = [
    await DeskVisitor.signIn(api, api.keys.coordinator),
    await DeskVisitor.signIn(api, api.keys.coordinator),
  ];
  await api.setClock('2026-06-01T09:59:00+03:00');
  expect([(await idle.get('/desk')).status, (await busy.get('/desk')).status]).toEqual([200, 200]);
  for (let hour = 10; hour < 21; hour += 1) {
    await api.setClock(`2026-06-01T${hour}:30:00+03:00`);
    expect([hour, (await busy.get('/desk')).status]).toEqual([hour, 200]);
    await api.setClock(`2026-06-01T${hour}:59:30+03:00`);
    expect([hour, (await busy.get('/desk')).status]).toEqual([hour, 200]);
  }
  expect((await idle.get('/desk')).status).toBe(303);
  await api.setClock('2026-06-01T21:00:30+03:00');
  expect((await busy.get('/desk')).status).toBe(303);
  // Whoever signs in next drops what is used up.
  await DeskVisitor.signIn(api, api.keys.coordinator);
  const [left] = await sql<{ count: number }>(
    api.database.superuserUrl,
    `select count(*)::integer as count from vuosikello.desk_session where county = '09'`,
  );
  expect(left?.count).toBe(1);
});
