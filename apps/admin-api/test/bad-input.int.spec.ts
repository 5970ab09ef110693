import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnsecuredJWT, SignJWT } from 'jose';
import { everyRow } from '../../../test/support/every-row';
import { examplePlan } from '../../../test/support/example-area';
import { createAdminApi } from '../src/admin-api';
import { listen } from '../src/http/listen';
import { usualProtection } from '../src/protection/protection';
import { formIn, linkTo, openPage, send } from './answer-links';
import { TestIssuer } from './issuer';
import { requestData } from './request-data';
import { give, keysFor, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

/** Every line of the design's list of bad input, over HTTP against a server that listens; in its order, one test or more for each. */

const issuer = new TestIssuer();
const reason = { reason: 'Kahteen kertaan pyydetty.' };
const withdraw = { command: 'withdraw', data: reason };

let api: RunningApi;
let id: string;
let made = 0;
beforeAll(async () => {
  await issuer.start();
  await issuer.addKey('k1');
  api = await runApi({
    oidc: {
      issuer: issuer.url,
      audience: issuer.audience,
      roleClaim: 'roles',
      countyClaim: 'county',
      keyCooldownMs: 0,
    },
  });
});
afterAll(async () => {
  await api.close();
  await issuer.stop();
});
beforeEach(async () => {
  id = await startRequest(api, `bad-${(made += 1)}`);
});

const raw = (body: string | Uint8Array<ArrayBuffer>, path = `/v1/workflows/${id}/commands`, headers = {}) =>
  request(api, api.keys.coordinator, path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', 'If-Match': '"3"', ...headers },
  });

/** Every row but who asked for what and when a key was last used. */
async function rows() {
  const { 'vuosikello.access_log': _, 'vuosikello.api_key': __, ...others } = await everyRow(api.database.superuserUrl);
  return others;
}

describe('what comes as JSON: nothing is written, and the answer says what is wrong', () => {
  const deep = (levels: number) => `{"command":"withdraw","data":${'['.repeat(levels)}1${']'.repeat(levels)}}`;
  it.each<[string, string | Uint8Array<ArrayBuffer>, number, string, RegExp]>([
    [
      'an unknown field',
      '{"command":"withdraw","data":{},"colour":"red"}',
      400,
      'unknown-field',
      /colour.*Known: command, data, note/,
    ],
    [
      'a key __proto__',
      '{"command":"withdraw","data":{"__proto__":{"admin":true}}}',
      400,
      'unknown-field',
      /__proto__/,
    ],
    [
      'a key constructor',
      '{"constructor":{"prototype":{}},"command":"withdraw","data":{}}',
      400,
      'unknown-field',
      /constructor/,
    ],
    [
      'a field twice',
      '{"command":"withdraw","data":{"reason":"a","\\u0072eason":"b"}}',
      400,
      'invalid-json',
      /«reason» stands twice/,
    ],
    ['33 levels', deep(32), 400, 'invalid-json', /more than 32 levels/],
    ['a hundred thousand levels', deep(100_000), 400, 'invalid-json', /more than 32 levels/],
    [
      'a list of 1,001',
      `{"command":"withdraw","data":[${'1,'.repeat(1_000)}1]}`,
      400,
      'invalid-json',
      /more than 1000 items/,
    ],
    ['256 KB and one byte', new Uint8Array(256 * 1024 + 1), 413, 'body-too-large', /256 KB/],
    ['half a text', '{"command":"withdr', 400, 'invalid-json', /one JSON value/],
    ['another character set', new Uint8Array(Buffer.from('{"command":"ä"}', 'latin1')), 400, 'invalid-json', /UTF-8/],
    ['U+0000', '{"command":"withdraw","data":{"reason":"a\\u0000"}}', 400, 'invalid-json', /U\+0000/],
  ])('%s', async (_, body, status, code, said) => {
    const before = await rows();
    const answer = await raw(body);
    expect([answer.status, problemIn(answer)]).toEqual([
      status,
      expect.objectContaining({ code, detail: expect.stringMatching(said) }),
    ]);
    expect(await rows()).toEqual(before);
  });

  it.each([
    ['POST', '/v1/contacts/09-none/erasure', { reason: 'Pyyntö' }],
    ['PUT', '/v1/four-eyes', { commands: [] }],
    ['POST', '/v1/webhooks', { url: 'https://hook.example.invalid/', types: [] }],
    ['GET', '/v1/counties', undefined],
    ['GET', '/log/09/checkpoint', undefined],
  ])('a parameter that nobody knows: %s %s?dryRun=true', async (method, path, json) => {
    const before = await rows();
    const headers = { 'Idempotency-Key': 'not-tried' };
    const answer = await request(api, api.keys.admin, `${path}?dryRun=true`, { method, json, headers });
    expect([answer.status, problemIn(answer)]).toEqual([
      400,
      expect.objectContaining({ code: 'unknown-field', detail: expect.stringMatching(/"dryRun".*Known: none/) }),
    ]);
    expect(await rows()).toEqual(before);
  });

  it('a batch of 501, or more than 2 MB of it', async () => {
    const items = Array.from({ length: 501 }, () => ({ workflow: id, ...withdraw, ifMatch: '"3"' }));
    const many = await request(api, api.keys.coordinator, '/v1/workflows:batch', { method: 'POST', json: { items } });
    expect([many.status, problemIn(many).errors?.[0]?.path]).toEqual([422, 'items']);
    const large = await raw(new Uint8Array(2 * 1024 * 1024 + 1), '/v1/workflows:batch');
    expect([large.status, problemIn(large).code]).toEqual([413, 'body-too-large']);
  });
});

describe('a request that comes again, or together with others', () => {
  it('same Idempotency-Key and body, 50 in parallel: one event, the same answer', async () => {
    const command = { ...withdraw, note: 'Sovittu puhelimessa.' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        give(api, api.keys.coordinator, id, command, { version: 3, idempotency: 'fifty' }),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    const events = await api.store.workflows.events('09', id, { after: 3, limit: 50 });
    expect(events.filter(({ kind }) => kind === 'fact')).toHaveLength(1);
  });

  it('same key, other body: 422', async () => {
    expect((await give(api, api.keys.coordinator, id, withdraw, { version: 3, idempotency: 'k' })).status).toBe(200);
    const other = { ...withdraw, data: { reason: 'Muu.' } };
    const answer = await give(api, api.keys.coordinator, id, other, { version: 3, idempotency: 'k' });
    expect([answer.status, problemIn(answer).code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('two admins on one step: one 200, one 412', async () => {
    const { admin } = await keysFor(api.store, '09');
    const both = await Promise.all([api.keys.admin, admin].map((key) => give(api, key, id, withdraw, { version: 3 })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('an illegal transition: 409 with the commands that are allowed', async () => {
    await give(api, api.keys.coordinator, id, withdraw, { version: 3 });
    const { version, availableCommands } = workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));
    const ended = await give(api, api.keys.coordinator, id, withdraw, { version });
    expect([ended.status, problemIn(ended)]).toEqual([
      409,
      expect.objectContaining({ code: 'illegal-step', allowed: availableCommands.map(({ name }) => name) }),
    ]);
    const unknown = await give(api, api.keys.coordinator, id, { command: 'fly', data: {} }, { version });
    expect([unknown.status, problemIn(unknown).code]).toEqual([422, 'unknown-command']);
  });
});

describe('whoever may not', () => {
  it("another county's id: 404, and the attempt is in the log", async () => {
    const { coordinator } = await keysFor(api.store, '07');
    const answer = await request(api, coordinator, `/v1/workflows/${id}`);
    expect([answer.status, problemIn(answer).code]).toEqual([404, 'unknown-id']);
    expect(api.logged).toContainEqual(expect.objectContaining({ event: 'foreign-county', county: '07', asked: '09' }));
  });

  it('a token with alg none, for another audience, or HS256 with the public key: 401', async () => {
    const claims = { sub: 'u-1', roles: ['coordinator'], county: '09' };
    const unsigned = new UnsecuredJWT(claims)
      .setIssuer(issuer.url)
      .setAudience(issuer.audience)
      .setExpirationTime('10m');
    const forged = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).setIssuer(issuer.url);
    const secret = new TextEncoder().encode(await issuer.publicKey('k1'));
    const tokens = [
      unsigned.encode(),
      await issuer.token(claims, { audience: 'another' }),
      await forged.setAudience(issuer.audience).setExpirationTime('10m').sign(secret),
    ];
    for (const token of tokens) expect((await request(api, token, '/v1/workflows')).status).toBe(401);
    expect((await request(api, await issuer.token(claims), '/v1/workflows')).status).toBe(200);
  });

  it('a revoked key: 401 on every replica', async () => {
    const app = await createAdminApi({ store: api.store, log: () => undefined, https: false });
    try {
      const replica = { url: `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}` };
      const { id: keyId, key } = await api.store.keys.create({ county: '09', role: 'auditor' });
      for (const server of [api, replica]) expect((await request(server, key, '/v1/counties')).status).toBe(200);
      expect((await request(api, api.keys.admin, `/v1/keys/${keyId}`, { method: 'DELETE' })).status).toBe(204);
      const deadline = performance.now() + 60_000;
      for (const server of [api, replica])
        while ((await request(server, key, '/v1/counties')).status !== 401) {
          expect(performance.now()).toBeLessThan(deadline);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
    } finally {
      await app.close();
    }
  });
});

describe('an answer page', () => {
  const filled = { 'answers.efforts': 'Liikunta.', body: 'Lautakunta', handledOn: '2026-05-19', section: '91' };

  it('used twice in parallel: one success; looked at by a program beforehand: not used up', async () => {
    const page = await linkTo(api, id);
    for (const headers of [{ Purpose: 'prefetch' }, { 'User-Agent': 'Link scanner' }, {}])
      expect((await openPage(api, page, headers)).status).toBe(200);
    const form = formIn(await openPage(api, page), 'record-answer');
    const both = await Promise.all([1, 2].map(() => send(api, page, form, filled)));
    expect(both.map(({ status }) => status).every((status) => [303, 409, 412, 422].includes(status))).toBe(true);
    const facts = await api.store.workflows.events('09', id, { after: 3, limit: 20 });
    expect(facts.filter(({ type, kind }) => kind === 'fact' && type.includes('Answer'))).toHaveLength(1);
  });
});

describe('text that would be more than text', () => {
  const evil = '<script>alert(1)</script>{{7919*7}}${7919*7}';

  it.each(['a@y.test\r\nBcc: evil@x.test', 'a@y.test, b@y.test', 'Ryhmä: a@y.test;', 'a@y.test <b@y.test>', 'nobody'])(
    'an address %j: 422',
    async (email) => {
      const contact = { name: 'Aino Malli', email, of: '016', language: 'fi', roles: ['kirjaamo'] };
      const answer = await request(api, api.keys.admin, '/v1/contacts', { method: 'POST', json: contact });
      expect([answer.status, problemIn(answer).errors?.map(({ path }) => path)]).toEqual([422, ['email']]);
    },
  );

  it('a name: inert in the page and in the mail; a line break in it opens no header; ä, ö and emoji stay', async () => {
    const name = `Åbo 🌲 ${evil}\r\nBcc: evil@x.test`;
    const title = { fi: name, sv: name, en: name };
    const started = await startRequest(
      api,
      'evil',
      requestData({
        title,
        questions: [{ id: 'q', text: title }],
        next: { title, on: '2026-08-27', at: '08:30', place: name, basis: 'agreed' },
      }),
    );
    const page = await openPage(api, await linkTo(api, started));
    expect(page.text).not.toMatch(/<script|55433/);
    const notification = (await api.store.notifications.list('09', { workflow: started }, { limit: 1 })).items[0]?.id;
    const mail = await request(
      api,
      api.keys.auditor,
      `/v1/notifications/preview?notification=${notification}&language=fi`,
    );
    const { subject, html, text } = mail.body as { subject: string; html: string; text: string };
    expect([mail.status, /[\r\n]/.test(subject), html.includes('<script')]).toEqual([200, false, false]);
    expect(`${subject}${html}${text}`).not.toMatch(/55433/);
    expect(text).toContain('Åbo 🌲');
  });

  it('=HYPERLINK in an export: an inert cell', async () => {
    const data = { answers: { efforts: '=HYPERLINK("http://x.test")' }, receivedOn: '2026-06-01', way: 'email' };
    const command = { command: 'record-received-answer', data, note: '=1+1' };
    expect((await give(api, api.keys.coordinator, id, command, { version: 3 })).status).toBe(200);
    const { status, text } = await request(api, api.keys.auditor, '/v1/events', { headers: { Accept: 'text/csv' } });
    expect([status, text.split(/[;\r\n]+"?/).filter((cell) => /^[=+@]/.test(cell))]).toEqual([200, []]);
  });
});

describe('addresses, times and dates', () => {
  it('a forged X-Forwarded-For moves no limit', async () => {
    const limits = { reads: 9, writes: 9, address: 2, wrongSecrets: 9 };
    const app = await createAdminApi({
      store: api.store,
      log: () => undefined,
      https: false,
      protection: { ...usualProtection, limits },
    });
    try {
      const url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
      const statuses: number[] = [];
      for (let turn = 0; turn < 4; turn += 1) {
        const headers = { 'X-Forwarded-For': `203.0.113.${turn}`, Forwarded: `for=203.0.113.${turn}` };
        statuses.push((await request({ url }, undefined, '/nowhere', { headers })).status);
      }
      expect(statuses).toEqual([404, 404, 429, 429]);
    } finally {
      await app.close();
    }
  });

  it.each(['https://169.254.169.254/', 'https://[::1]/', 'https://localhost/', 'http://receiver.example.test/'])(
    'a webhook to %s: 422',
    async (url) => {
      const answer = await request(api, api.keys.admin, '/v1/webhooks', { method: 'POST', json: { url } });
      expect([answer.status, problemIn(answer).errors?.[0]?.path]).toEqual([422, 'url']);
    },
  );

  it('impossible dates and a wrong weekday: findings', async () => {
    const plan = examplePlan();
    const [first, second, ...rest] = plan.entries;
    const dated = (entry: typeof first, change: object) => {
      const [name = '', date] = Object.entries(entry?.dates ?? {})[0] ?? [];
      return { ...entry, dates: { ...entry?.dates, [name]: { ...date, ...change } } };
    };
    const entries = [dated(first, { on: '2026-02-30' }), dated(second, { weekday: 'su', on: '2026-03-11' }), ...rest];
    const answer = await request(api, api.keys.coordinator, '/v1/year-clocks/check', {
      method: 'POST',
      json: { ...plan, entries },
    });
    const { findings } = answer.body as { findings: { code: string }[] };
    expect([answer.status, findings.map(({ code }) => code)]).toEqual([
      200,
      expect.arrayContaining(['invalid-date', 'weekday-mismatch']),
    ]);
  });
});

/** Lines that only another room can be asked about: where it is. */
it.each([
  ['CRLF in a subject: a clean header', 'libs/mail/src/injection.spec.ts', 'Bcc: evil@example.test'],
  [
    'a display name with a line break, over real SMTP',
    'apps/engine/src/mail/transport.int.spec.ts',
    'Lauri\\r\\nBcc: paha@y.fi',
  ],
  ['an IDN domain', 'apps/engine/src/mail/address-in-ascii.spec.ts', 'xn--krkl-load8j'],
  ['ä, ö and emoji in a mail', 'libs/embedded/src/inbox.int.spec.ts', 'with ä, ö and emoji'],
  ['a webhook’s redirect', 'apps/engine/src/webhooks/deliver.spec.ts', 'does not follow a redirect'],
  ['a webhook’s rebinding name', 'apps/engine/src/webhooks/deliver.spec.ts', 'leads inside now'],
  ['a time that does not exist', 'libs/domain/src/calendar/instant.spec.ts', "helsinkiInstant(springDay, '03:30')"],
  ['a time that does not exist, in a calendar', 'apps/admin-api/src/calendar/calendar-event.spec.ts', "at: '03:30'"],
  ['a term that is exceeded', 'libs/domain/src/plan/term-and-budget-findings.spec.ts', 'term-exceeded'],
])('%s is tested where it is done', (_, file, said) => {
  expect(readFileSync(join(__dirname, '../../..', file), 'utf8')).toContain(said);
});
