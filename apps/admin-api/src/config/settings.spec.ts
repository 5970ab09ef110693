import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualProtection } from '../protection/protection';
import { assertNodeVersion, NodeVersionError } from './node-version';
import { readSettings, SettingsError } from './settings';

const DATABASE_URL = 'postgresql://app:secret@127.0.0.1:5432/vuosikello';

describe('settings', () => {
  it('listen on this machine only unless told otherwise; empty ones count as not given', () => {
    expect(readSettings({ DATABASE_URL, PORT: '', HOST: '' })).toEqual({
      databaseUrl: DATABASE_URL,
      host: '127.0.0.1',
      port: 3000,
      https: false,
      witnesses: [],
      webhooks: { key: undefined, allowPrivate: false },
      protection: usualProtection,
    });
    const settings = readSettings({
      DATABASE_URL,
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://vuosikello.example.invalid/',
    });
    expect(settings).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      publicUrl: 'https://vuosikello.example.invalid',
      https: true,
    });
  });

  it('say whose X-Forwarded-For is believed, who may read from other origins, and how much is answered', () => {
    expect(readSettings({ DATABASE_URL, TRUST_PROXY: '2', RATE_LIMIT_WRITES: '50' }).protection).toMatchObject({
      trustProxy: 2,
      limits: { reads: 6_000, writes: 50 },
    });
    const TRUST_PROXY = '10.0.0.0/8, 2001:db8::1';
    const CORS_ORIGINS = 'https://desk.example.invalid,http://127.0.0.1:5173';
    expect(readSettings({ DATABASE_URL, TRUST_PROXY, CORS_ORIGINS, RATE_LIMITS: 'off' }).protection).toEqual({
      trustProxy: ['10.0.0.0/8', '2001:db8::1'],
      corsOrigins: ['https://desk.example.invalid', 'http://127.0.0.1:5173'],
      limits: undefined,
    });
  });

  it.each<[string, string, string]>([
    ...['0', '10', 'true', 'proxy.example.invalid', '10.0.0.0/99'].map((value): [string, string, string] => [
      'TRUST_PROXY',
      value,
      'must be the number of proxies',
    ]),
    ...['*', 'https://a.example.invalid/', 'null'].map((value): [string, string, string] => [
      'CORS_ORIGINS',
      value,
      'must be origins',
    ]),
    ['RATE_LIMIT_READS', '0', 'must be how many a minute'],
  ])('do not take %s=%s', (name, value, message) => {
    expect(() => readSettings({ DATABASE_URL, [name]: value })).toThrow(`${name} ${message}`);
  });

  it('take tokens of an issuer where one is set', () => {
    const OIDC_ISSUER = 'https://issuer.example.invalid/realms/vuosikello';
    expect(readSettings({ DATABASE_URL, OIDC_ISSUER, OIDC_AUDIENCE: 'vuosikello' }).oidc).toEqual({
      issuer: OIDC_ISSUER,
      audience: 'vuosikello',
      roleClaim: 'roles',
      countyClaim: 'county',
    });
    const OIDC_ROLE_CLAIM = 'realm_access.roles';
    const local = { OIDC_ISSUER: 'http://127.0.0.1:8080', OIDC_AUDIENCE: 'a', OIDC_ROLE_CLAIM, OIDC_COUNTY_CLAIM: 'c' };
    expect(readSettings({ DATABASE_URL, ...local }).oidc).toMatchObject({
      roleClaim: OIDC_ROLE_CLAIM,
      countyClaim: 'c',
    });
  });

  it.each([
    [{}, 'DATABASE_URL must be the PostgreSQL address'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be'],
    [{ DATABASE_URL, PORT: '70000' }, 'PORT must be a port from 0 to 65535'],
    [{ DATABASE_URL, LOG_WITNESS_KEYS: 'witness+00000000+AAAA' }, 'LOG_WITNESS_KEYS must be verifier keys'],
    [{ DATABASE_URL, WEBHOOK_KEY: 'c2hvcnQ=' }, 'WEBHOOK_KEY must be 32 random bytes or more in base64'],
    [{ DATABASE_URL, WEBHOOK_ALLOW_PRIVATE: 'true' }, 'WEBHOOK_ALLOW_PRIVATE must be yes or no'],
    [{ DATABASE_URL, PORT: 'http' }, 'PORT must be a port'],
    [{ DATABASE_URL, PORT: '30.5' }, 'PORT must be a port'],
    [{ DATABASE_URL, PUBLIC_URL: 'vuosikello.example.invalid' }, 'PUBLIC_URL must be the http or https address'],
    [{ DATABASE_URL, DATABASE_URL_FILE: '/nowhere' }, 'set either DATABASE_URL or DATABASE_URL_FILE'],
    [{ DATABASE_URL, OIDC_ISSUER: 'https://issuer.example.invalid' }, 'OIDC_ISSUER and OIDC_AUDIENCE must both be set'],
    [{ DATABASE_URL, OIDC_AUDIENCE: 'vuosikello' }, 'OIDC_ISSUER and OIDC_AUDIENCE must both be set'],
    [{ DATABASE_URL, OIDC_ISSUER: 'http://issuer.example.invalid', OIDC_AUDIENCE: 'a' }, 'OIDC_ISSUER must be'],
    [{ DATABASE_URL, OIDC_ISSUER: 'http://127.0.0.1.example.invalid', OIDC_AUDIENCE: 'a' }, 'OIDC_ISSUER must be'],
    [{ DATABASE_URL, OIDC_ISSUER: 'https://a:b@issuer.example.invalid', OIDC_AUDIENCE: 'a' }, 'OIDC_ISSUER must be'],
    [{ DATABASE_URL_FILE: '/nowhere/at/all' }, 'DATABASE_URL_FILE must name a readable file (ENOENT)'],
  ])('%j are refused, and it is said what is right', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(message);
  });

  it('never tell a secret', () => {
    expect(() => readSettings({ DATABASE_URL: 'http://app:secret@x/y', PORT: 'x' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });

  it('read a secret from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'));
    try {
      const file = join(folder, 'url');
      writeFileSync(file, `${DATABASE_URL}\n`);
      expect(readSettings({ DATABASE_URL_FILE: file }).databaseUrl).toBe(DATABASE_URL);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the version of Node.js', () => {
  it.each(['24.9.0', '24.21.0', '25.0.0'])('%s will do', (version) => {
    expect(() => assertNodeVersion(version)).not.toThrow();
  });
  it.each(['20.20.2', '24.8.9', '22.22.0'])('%s will not', (version) => {
    expect(() => assertNodeVersion(version)).toThrow(NodeVersionError);
  });
});
