import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../output/cli-error';
import { messageLanguage } from './language';
import { readSettings } from './settings';

describe('settings from the environment', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vuosikello-settings-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has what is said nowhere else: loopback, port 3000, ./.vuosikello', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 3000, home: join(process.cwd(), '.vuosikello') });
    expect(readSettings({ DATABASE_URL: '' }).databaseUrl).toBeUndefined();
  });

  it('reads a secret from a file', () => {
    const file = join(folder, 'url');
    writeFileSync(file, 'postgresql://app:secret@db:5432/vuosikello\n');
    expect(readSettings({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgresql://app:secret@db:5432/vuosikello');
  });

  it.each([
    [{ PORT: '99999' }, 'PORT must be a port number between 0 and 65535'],
    [{ PORT: '-1' }, 'PORT must be'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL must be an address that begins with postgresql://'],
    [{ MAIL_MODE: 'post' }, 'MAIL_MODE must be one of smtp, inbox, hold, redirect:<address>'],
    [{ SMTP_URL_FILE: '/no/such/file' }, 'SMTP_URL_FILE names /no/such/file, which cannot be read'],
    [{ SMTP_URL: 'smtp://a', SMTP_URL_FILE: '/no/such/file' }, 'SMTP_URL is given twice'],
  ])('says what is right instead of %j', (environment, message) => {
    const read = (): unknown => readSettings(environment);
    expect(read).toThrow(CliError);
    expect(read).toThrow(message);
  });

  it('never tells a secret', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://app:hunter2@db' })).toThrow(
      expect.not.stringContaining('hunter2'),
    );
  });
});

describe('the language of findings', () => {
  it.each([
    [{ LANG: 'fi_FI.UTF-8' }, 'fi'],
    [{ LANG: 'sv_FI' }, 'sv'],
    [{ LANG: 'fil_PH' }, 'en'],
    [{ LANG: 'fi_FI', LC_ALL: 'C' }, 'en'],
    [{}, 'en'],
  ])('%j → %s', (environment, language) => {
    expect(messageLanguage(environment)).toBe(language);
  });
});
