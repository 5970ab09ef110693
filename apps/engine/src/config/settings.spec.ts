import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKey } from '../../test/signing-key';
import { readSettings } from './environment';
import { nodeVersionProblem } from './node-version';
import { SettingsError, settingsFrom } from './settings';

const enough = {
  DATABASE_URL: 'postgresql://engine:secret@127.0.0.1:5432/vuosikello',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'vuosikello@paijatha.example.invalid',
};

function problemsOf(given: Record<string, string>): readonly string[] {
  try {
    settingsFrom(given);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings of the engine', () => {
  it('fills in what is not given', () => {
    expect(settingsFrom(enough)).toEqual({
      databaseUrl: enough.DATABASE_URL,
      queue: { postgresUrl: enough.DATABASE_URL },
      concurrency: 8,
      leaseMs: 45_000,
      reconcileMs: 15_000,
      mail: {
        mode: { kind: 'send' },
        smtpUrl: enough.SMTP_URL,
        smtpTimeoutMs: 20_000,
        from: enough.MAIL_FROM,
        replyTo: undefined,
      },
      sending: {
        bouncesTo: enough.MAIL_FROM,
        ttlMs: 120 * 3_600_000,
        perMinute: 1_200,
        perMinuteAndDomain: 120,
        connections: 8,
        dkim: undefined,
      },
      log: { signing: undefined, checkpointEveryMs: 10_000 },
      webhooks: { key: undefined, allowPrivate: false },
      publicUrl: 'http://127.0.0.1:3000',
      port: 0,
      accessLogDays: 1827,
      logLevel: 'info',
    });
  });

  it('takes a webhook key of 32 bytes or more in base64, and never says what it was', () => {
    const key = Buffer.alloc(32, 7);
    expect(
      settingsFrom({ ...enough, WEBHOOK_KEY: key.toString('base64'), WEBHOOK_ALLOW_PRIVATE: 'yes' }).webhooks,
    ).toEqual({
      key,
      allowPrivate: true,
    });
    for (const wrong of ['secret', key.subarray(1).toString('base64'), `${key.toString('base64')}!`])
      expect(problemsOf({ ...enough, WEBHOOK_KEY: wrong, WEBHOOK_ALLOW_PRIVATE: 'true' })).toEqual([
        'WEBHOOK_KEY: must be 32 random bytes or more in base64: openssl rand -base64 32',
        'WEBHOOK_ALLOW_PRIVATE: must be yes or no',
      ]);
  });

  it('hangs the bell on Redis where there is one, else on the login of the queue', () => {
    const queueUrl = 'postgres://queue@127.0.0.1/vuosikello';
    expect(settingsFrom({ ...enough, QUEUE_URL: queueUrl }).queue).toEqual({ postgresUrl: queueUrl });
    const both = { ...enough, QUEUE_URL: queueUrl, REDIS_URL: 'redis://127.0.0.1:6379' };
    expect(settingsFrom(both).queue).toEqual({ redisUrl: 'redis://127.0.0.1:6379' });
  });

  it.each([
    ['smtp', { kind: 'send' }],
    ['inbox', { kind: 'send', inbox: true }],
    ['hold', { kind: 'hold' }],
    ['redirect:koe@kunta.example.invalid', { kind: 'redirect', to: 'koe@kunta.example.invalid' }],
  ])('MAIL_MODE=%s', (mode, expected) => {
    expect(settingsFrom({ ...enough, MAIL_MODE: mode }).mail.mode).toEqual(expected);
  });

  it.each(['redirect:', 'redirect:a@y.fi,b@x.fi', 'hold:now', 'INBOX', 'off'])('refuses MAIL_MODE=%s', (mode) => {
    expect(problemsOf({ ...enough, MAIL_MODE: mode })).toEqual([
      'MAIL_MODE: must be smtp, inbox, hold or redirect:<address>',
    ]);
  });

  it('wants a mail server and a sender where mail leaves the house', () => {
    expect(problemsOf({ DATABASE_URL: enough.DATABASE_URL })).toEqual([
      'SMTP_URL: must be given, or MAIL_MODE=hold, with which no mail leaves',
      'MAIL_FROM: must be given, the address that mails are sent from',
    ]);
    expect(problemsOf({ DATABASE_URL: enough.DATABASE_URL, MAIL_MODE: 'hold' })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: enough.DATABASE_URL, MAIL_MODE: 'inbox', SMTP_URL: enough.SMTP_URL })).toEqual(
      [],
    );
  });

  it('wants a lease longer than the time a mail server may take', () => {
    expect(problemsOf({ ...enough, SMTP_TIMEOUT_SECONDS: '40' })).toEqual([
      'LEASE_SECONDS: must be at least 10 more than SMTP_TIMEOUT_SECONDS',
    ]);
    expect(problemsOf({ ...enough, SMTP_TIMEOUT_SECONDS: '40', LEASE_SECONDS: '50' })).toEqual([]);
  });

  it.each([
    ['MAIL_BOUNCES_TO', 'a@y.fi,b@x.fi', 'must be one bare e-mail address'],
    ['MAIL_TTL_HOURS', '0', 'must be a number of hours from 1 to 720'],
    ['MAIL_PER_MINUTE', 'many', 'must be a whole number from 1 to 1000000'],
    ['MAIL_PER_MINUTE_AND_DOMAIN', '0', 'must be a whole number from 1 to 1000000'],
  ])('refuses %s=%s', (name, value, problem) => {
    expect(problemsOf({ ...enough, [name]: value })).toEqual([`${name}: ${problem}`]);
  });

  it('names every setting that is wrong', () => {
    const wrong = {
      DATABASE_URL: 'mysql://x',
      REDIS_URL: 'x',
      ENGINE_PORT: '70000',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'x y',
    };
    expect(problemsOf(wrong).map((problem) => problem.split(':')[0])).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
      'PUBLIC_URL',
      'ENGINE_PORT',
      'LOG_LEVEL',
    ]);
    expect(problemsOf({})).toContain('DATABASE_URL: must be given');
  });

  it('links to pages without a double slash', () => {
    expect(settingsFrom({ ...enough, PUBLIC_URL: 'https://vuosikello.example/' }).publicUrl).toBe(
      'https://vuosikello.example',
    );
  });
});

describe('the key that logs are signed with', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vuosikello-log-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: string, mode = 0o600): string => {
    writeFileSync(join(folder, name), content, { mode });
    return join(folder, name);
  };

  it('is taken from its file, with the name of the logs from where they are read', () => {
    const LOG_SIGNING_KEY_FILE = file('key', signingKey('ed25519').pem);
    const given = { ...enough, LOG_SIGNING_KEY_FILE, LOG_SIGNER_STATE: 'state.json', LOG_CHECKPOINT_SECONDS: '3' };
    const { log } = settingsFrom({ ...given, PUBLIC_URL: 'https://hyte.example.invalid:8443/vk/' });
    expect(log).toMatchObject({ checkpointEveryMs: 3_000, signing: { origin: 'hyte.example.invalid:8443/vk/log' } });
    expect(log.signing?.stateFile).toBe(join(process.cwd(), 'state.json'));
    expect(settingsFrom({ ...given, PUBLIC_URL: 'http://127.0.0.1:49152' }).log.signing?.origin).toBe('127.0.0.1/log');
    expect(settingsFrom({ ...given, LOG_ORIGIN: 'log.example.invalid' }).log.signing?.origin).toBe(
      'log.example.invalid',
    );
  });

  it('is refused where it will not do, without saying what the file holds', () => {
    const wanted = /^LOG_SIGNING_KEY_FILE: must name an Ed25519 private key in PEM/;
    const state = { LOG_SIGNER_STATE: join(folder, 'state') };
    const wrong = (LOG_SIGNING_KEY_FILE: string) => problemsOf({ ...enough, ...state, LOG_SIGNING_KEY_FILE });
    expect(wrong(file('rsa', signingKey('rsa').pem))).toEqual([expect.stringMatching(wanted)]);
    expect(wrong(file('text', 'hunter2'))).toEqual([expect.not.stringContaining('hunter2')]);
    expect(wrong(join(folder, 'nothing'))).toEqual([expect.stringMatching(wanted)]);
    const { pem } = signingKey('ed25519');
    expect(wrong(file('open', pem, 0o644))).toEqual([expect.stringContaining('chmod 600')]);
    expect(problemsOf({ ...enough, LOG_SIGNING_KEY_FILE: file('key', pem) })).toEqual([
      expect.stringContaining('LOG_SIGNER_STATE: must be given with LOG_SIGNING_KEY_FILE'),
    ]);
    expect(problemsOf({ ...enough, LOG_PREVIOUS_SIGNING_KEY_FILE: file('last', pem) })).toEqual([
      expect.stringContaining('must be given with LOG_SIGNING_KEY_FILE'),
    ]);
    expect(problemsOf({ ...enough, LOG_ORIGIN: 'https://x' })).toEqual([
      expect.stringContaining('LOG_ORIGIN: must be'),
    ]);
  });
});

describe('the key that mails are signed with', () => {
  const { pem: key } = signingKey();
  const all = { MAIL_DKIM_DOMAIN: 'example.invalid', MAIL_DKIM_SELECTOR: 'vk2026', MAIL_DKIM_KEY: key };
  const wanted = 'MAIL_DKIM_KEY_FILE: must be an unencrypted RSA private key in PEM of at least 2048 bits';

  it('is taken with its domain and selector', () => {
    expect(settingsFrom({ ...enough, ...all }).sending.dkim).toEqual({
      domain: 'example.invalid',
      selector: 'vk2026',
      key,
    });
  });

  it.each(['MAIL_DKIM_DOMAIN', 'MAIL_DKIM_SELECTOR', 'MAIL_DKIM_KEY'])('comes with all or none: without %s', (left) => {
    const given = Object.fromEntries(Object.entries({ ...enough, ...all }).filter(([name]) => name !== left));
    const name = left === 'MAIL_DKIM_KEY' ? 'MAIL_DKIM_KEY_FILE' : left;
    expect(problemsOf(given)).toEqual([`${name}: must be given with the other MAIL_DKIM settings, or none of them`]);
  });

  it.each([
    ['no key', 'x', wanted],
    ['a key of another kind', signingKey('ed25519').pem, `${wanted}; this is ed25519`],
    ['a short key', signingKey('rsa', 1_024).pem, `${wanted}; this is rsa of 1024`],
  ])('is refused when it is %s', (_what, MAIL_DKIM_KEY, problem) => {
    expect(problemsOf({ ...enough, ...all, MAIL_DKIM_KEY })).toEqual([problem]);
  });

  it('speaks for the domain that mails are sent from', () => {
    expect(problemsOf({ ...enough, ...all, MAIL_DKIM_DOMAIN: 'other.invalid' })).toEqual([
      'MAIL_DKIM_DOMAIN: must be the domain of MAIL_FROM or one above it',
    ]);
  });
});

describe('secrets in files', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'engine-settings-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are read without the line feed at their end', () => {
    const file = join(folder, 'database-url');
    writeFileSync(file, `${enough.DATABASE_URL}\n`);
    const { DATABASE_URL: _left, ...rest } = enough;
    expect(readSettings({ ...rest, DATABASE_URL: '', DATABASE_URL_FILE: file }).databaseUrl).toBe(enough.DATABASE_URL);
  });

  it('must not be given twice, and must be there', () => {
    const missing = join(folder, 'missing');
    expect(() => readSettings({ ...enough, SMTP_URL_FILE: missing })).toThrow('SMTP_URL: is given twice');
    const { SMTP_URL: _left, ...rest } = enough;
    expect(() => readSettings({ ...rest, SMTP_URL_FILE: missing })).toThrow('SMTP_URL_FILE: the file cannot be read');
  });
});

it.each([
  ['24.21.0', true],
  ['24.9.0', true],
  ['26.0.0', true],
  ['24.8.1', false],
  ['20.20.2', false],
])('Node.js %s will do: %s', (version, enoughOfIt) => {
  expect(nodeVersionProblem(version) === undefined).toBe(enoughOfIt);
});
