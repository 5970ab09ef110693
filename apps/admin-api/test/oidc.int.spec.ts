import { SignJWT, UnsecuredJWT } from 'jose';
import { TestIssuer, type TokenOptions } from './issuer';
import { give, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

const issuer = new TestIssuer();
let api: RunningApi;
beforeAll(async () => {
  await issuer.start();
  await issuer.addKey('k1');
  const { url, audience } = issuer;
  api = await runApi({
    oidc: { issuer: url, audience, roleClaim: 'roles', countyClaim: 'county', keyCooldownMs: 0 },
  });
});
afterAll(async () => {
  await api.close();
  await issuer.stop();
});

const coordinator = { roles: ['coordinator'], county: '09' };
const read = (token: string, headers: Record<string, string> = {}) => request(api, token, '/v1/workflows', { headers });

/** Asks again until it is answered so; the issuer is left alone for a moment after it was away. */
async function until(status: number, ask: () => ReturnType<typeof read>) {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer.status === status) return answer;
    expect(performance.now()).toBeLessThan(deadline);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('boots, and takes API keys, while the issuer is away; a token then is no mistake of its holder', async () => {
  const token = await issuer.token(coordinator);
  await issuer.stop();
  const away = await read(token);
  expect(away.status).toBe(503);
  expect(problemIn(away).code).toBe('issuer-away');
  expect(away.headers.get('retry-after')).toBe('5');
  expect(away.headers.get('www-authenticate')).toBeNull();
  expect((await read(api.keys.auditor)).status).toBe(200);
  expect((await request(api, undefined, '/health/ready')).status).toBe(200);

  issuer.called = 'http://127.0.0.1:1/realm';
  await issuer.start();
  const asked = issuer.asked.discovery;
  await until(503, async () => {
    const answer = await read(token);
    return issuer.asked.discovery > asked ? answer : { ...answer, status: 0 };
  });
  issuer.called = undefined;
  await until(200, () => read(token));
});

it('asks the issuer once for many requests', async () => {
  const tokens = await Promise.all(
    Array.from({ length: 20 }, (_, n) => issuer.token({ ...coordinator, sub: `u-${n}` })),
  );
  const { discovery, keys } = issuer.asked;
  for (const { status } of await Promise.all(tokens.map((token) => read(token)))) expect(status).toBe(200);
  expect(issuer.asked).toEqual({ discovery, keys });
});

it.each<[string, TokenOptions]>([
  ['PS256', {}],
  ['ES256', { type: 'at+jwt' }],
  ['EdDSA', { type: 'application/AT+JWT', audience: ['other', 'vuosikello-api'] }],
  ['RS256', { type: 'JWT', expiresIn: -30, notBefore: 30 }],
])('takes %s, and a minute of difference between the clocks', async (algorithm, options) => {
  await issuer.addKey(`of-${algorithm}`, algorithm);
  expect((await read(await issuer.token(coordinator, { kid: `of-${algorithm}`, ...options }))).status).toBe(200);
});

describe('a token that does not hold', () => {
  const forged = async () => {
    const asSecret = new TextEncoder().encode(await issuer.publicKey('k1'));
    return new SignJWT({ sub: 'u-1', ...coordinator })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setIssuer(issuer.url)
      .setAudience(issuer.audience)
      .setExpirationTime('10m')
      .sign(asSecret);
  };
  const unsigned = () =>
    new UnsecuredJWT({ sub: 'u-1', ...coordinator })
      .setIssuer(issuer.url)
      .setAudience(issuer.audience)
      .setExpirationTime('10m')
      .encode();
  const tampered = async () => {
    const [header = '', , signature = ''] = (await issuer.token(coordinator)).split('.');
    const [, payload = ''] = (await issuer.token({ ...coordinator, roles: ['admin'] })).split('.');
    return [header, payload, signature].join('.');
  };
  const unlisted = async () => {
    await issuer.addKey('weak', 'RS512');
    return issuer.token(coordinator, { kid: 'weak' });
  };

  it.each<[string, () => string | Promise<string>]>([
    ['unsigned', unsigned],
    ['signed with the public key as a secret', forged],
    ['changed after it was signed', tampered],
    ['of an algorithm that is not listed', unlisted],
    ['for another audience', () => issuer.token(coordinator, { audience: 'another-api' })],
    ['of another issuer', () => issuer.token(coordinator, { issuer: 'https://issuer.example.invalid' })],
    ['of the issuer with a slash', () => issuer.token(coordinator, { issuer: `${issuer.url}/` })],
    ['expired', () => issuer.token(coordinator, { expiresIn: -90 })],
    ['not yet valid', () => issuer.token(coordinator, { notBefore: 90 })],
    ['for logging out', () => issuer.token(coordinator, { type: 'logout+jwt' })],
    ['that says who somebody is', () => issuer.token({ ...coordinator, typ: 'ID' })],
    ['of nobody', () => issuer.token({ ...coordinator, sub: '' })],
    ['too long', () => issuer.token({ ...coordinator, more: 'x'.repeat(9_000) })],
  ])('is refused: %s', async (_, made) => {
    const answer = await read(await made());
    expect(answer.status).toBe(401);
    expect(problemIn(answer).code).toBe('unauthenticated');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="vuosikello", error="invalid_token"');
  });

  it('is refused once its key is gone, and taken once its key is there', async () => {
    await issuer.addKey('k2');
    const token = await issuer.token(coordinator, { kid: 'k2' });
    issuer.removeKey('k2');
    expect((await read(token)).status).toBe(401);
    await issuer.addKey('k3');
    expect((await read(await issuer.token(coordinator, { kid: 'k3' }))).status).toBe(200);
  });
});

describe('who has a token', () => {
  it.each<[string, object, Record<string, string>, number, string]>([
    ['no role', { county: '09' }, {}, 403, 'no-role'],
    ['a role nobody knows', { roles: ['manager'], county: '09' }, {}, 403, 'no-role'],
    ['no county', { roles: ['admin'] }, {}, 403, 'no-role'],
    ['two counties, and names none', { roles: ['admin'], county: ['09', '07'] }, {}, 400, 'county-required'],
    ['another county than the one named', coordinator, { 'Vuosikello-County': '07' }, 403, 'no-role'],
  ])('and has %s is refused', async (_, claims, headers, status, code) => {
    const answer = await read(await issuer.token({ ...claims }), headers);
    expect([answer.status, problemIn(answer).code]).toEqual([status, code]);
    if (status === 403) expect(answer.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
  });

  it('does what the role may in its county, under a name that says nothing', async () => {
    const id = await startRequest(api, 'of-a-user');
    const claims = { sub: 'maija.esimerkki@example.invalid', roles: ['07:admin', 'coordinator'], county: '09' };
    const token = await issuer.token(claims);
    const here = { 'Vuosikello-County': '09' };
    expect((await request(api, token, `/v1/workflows/${id}`, { headers: here })).status).toBe(200);
    expect((await request(api, token, `/v1/workflows/${id}`, { headers: { 'Vuosikello-County': '07' } })).status).toBe(
      404,
    );
    const withdrawn = await give(
      api,
      token,
      id,
      { command: 'withdraw', data: { reason: 'Kahteen kertaan.' } },
      { version: 3, headers: here },
    );
    expect(withdrawn.status).toBe(200);
    const audited = await issuer.token({ roles: ['auditor'], county: '09' });
    expect((await give(api, audited, id, { command: 'withdraw', data: {} }, { version: 4 })).status).toBe(403);

    const events = await api.store.workflows.events('09', id, { after: 0, limit: 50 });
    const actors = events.map(({ actor }) => actor).filter(({ id: actor }) => actor.startsWith('user:'));
    expect(actors.length).toBeGreaterThan(0);
    for (const actor of actors)
      expect(actor).toEqual({ id: expect.stringMatching(/^user:[0-9a-f]{32}$/), role: 'coordinator' });
    const read = await request(api, api.keys.admin, `/v1/access-log?actor=${actors[0]?.id}`);
    expect(read.body).toMatchObject({ items: [{ subject: id, role: 'coordinator', outcome: 'given' }] });
    expect(JSON.stringify([events, api.logged, read.body])).not.toContain('maija');
  });

  it('has another name in each county, and the same one each time', async () => {
    const subject = Buffer.alloc(32, 1);
    const names = await Promise.all(['09', '07', '09'].map((county) => api.store.users.idIn(county, subject)));
    expect(names[0]).toBe(names[2]);
    expect(names[0]).not.toBe(names[1]);
  });
});
