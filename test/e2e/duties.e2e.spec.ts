import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, root } from './command-line';

const FILE = 'data/history-2023.yaml';

describe('history and the register of duties on the command line', () => {
  let home: string;
  beforeAll(() => (home = mkdtempSync(join(tmpdir(), 'vuosikello-duties-'))));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const vuosikello = (...words: string[]) =>
    command(words, { VUOSIKELLO_HOME: join(home, 'home'), LANG: 'fi_FI.UTF-8' });
  const file = (name: string, text: string): string => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  it('shows the negotiation of 2023 as fulfilled, with exactly its evidence', async () => {
    await vuosikello('import', 'organisations', 'data/paijat-hame-organisations.yaml');
    const imported = await vuosikello('import', 'history', FILE);
    expect(imported).toEqual({ code: 0, stdout: '09: 1 entered, 0 corrected, 0 unchanged.\n', stderr: '' });

    const { code, stdout } = await vuosikello('duties', '--year', '2023');
    const [, county = ''] = plain(stdout).split('\n\n');
    expect(code).toBe(0);
    expect(county.split('\n').slice(0, 7)).toEqual([
      'Vuosi 2023',
      '  Vuosittainen hyte-neuvottelu kuntien ja muiden toimijoiden kanssa (laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021, 7 § 4 mom.)',
      '    Päijät-Hämeen hyvinvointialue: Täytetty',
      '      · 7.8.2023  Heinola, Hyvinvointilautakunta: Vastasi ennakkotehtävään. [09.history-hyte-negotiation-2023#1]',
      '      + 17.8.2023  Neuvottelu pidettiin. Läsnä yhteensä 49 osallistujaa. [09.history-hyte-negotiation-2023#1]',
      '      · 12.10.2023  Hyvinvoinnin ja terveyden edistämisen lautakunta, § 36: Käsitteli neuvottelun tuloksen. [09.history-hyte-negotiation-2023#1]',
      '      · 21.11.2023  Heinola, Hyvinvointilautakunta, § 91, asianumero 539/00.04.01/2023: Käsitteli neuvottelun tuloksen. Päätös: merkitä tiedoksi ja lähettää edelleen. Otteet: kaupunginhallitus, valtuusto. [09.history-hyte-negotiation-2023#1]',
    ]);
  });

  it('gives it as data and for a spreadsheet', async () => {
    const json = await vuosikello('duties', '--county', '09', '--year', '2023', '--json');
    const { items, next } = JSON.parse(json.stdout);
    expect([json.code, next, items[0].status, items[0].evidence.length]).toEqual([0, null, 'fulfilled', 4]);
    const csv = await vuosikello('duties', '--year', '2023', '--csv');
    expect(csv.stdout).toMatch(/^\ufeffTunnus;Velvoite;/);
    expect(csv.stdout.split('\r\n').filter((line) => line.startsWith('annual-negotiation:09:2023;'))).toHaveLength(4);
    // What ended before the log began is not called missed.
    expect(await vuosikello('duties', '--year', '2023', '--check')).toMatchObject({ code: 0 });
  });

  it('enters nothing twice, and corrects what has changed in the file', async () => {
    expect((await vuosikello('import', 'history', FILE)).stdout).toBe('09: 0 entered, 0 corrected, 1 unchanged.\n');
    const changed = readFileSync(join(root, FILE), 'utf8').replace('participantsTotal: 49', 'participantsTotal: 50');
    const path = file('changed.yaml', changed);
    expect((await vuosikello('import', 'history', path)).stdout).toBe('09: 0 entered, 1 corrected, 0 unchanged.\n');
    expect((await vuosikello('import', 'history', path)).stdout).toBe('09: 0 entered, 0 corrected, 1 unchanged.\n');
    const { stdout } = await vuosikello('duties', '--year', '2023');
    expect(stdout).toContain('Läsnä yhteensä 50 osallistujaa. [09.history-hyte-negotiation-2023#2]');
    expect(stdout).not.toContain('49 osallistujaa');
    expect(await vuosikello('log', 'replay', '--json')).toMatchObject({ code: 0 });
  });

  it('finds all that is wrong in a file at once, and enters nothing of it', async () => {
    const entry = (key: string, rest: string) =>
      `  - { key: ${key}, duty: annual-negotiation, source: Pöytäkirja, ${rest} }\n`;
    const path = file(
      'wrong.yaml',
      `county: '09'\nentries:\n${entry('good', 'year: 2024, heldOn: 2024-08-29')}` +
        entry('no-such-day', 'year: 2024, heldOn: 2024-02-30') +
        entry('another-year', 'year: 2023, heldOn: 2024-08-29') +
        entry('good', 'year: 2025, heldOn: 2025-08-28'),
    );
    const { code, stdout, stderr } = await vuosikello('import', 'history', path);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('invalid-history (no-such-day): heldOn: Anna päivä muodossa VVVV-KK-PP');
    expect(stderr).toContain(
      'invalid-history (another-year): heldOn: Päivän on oltava jaksolla 2023-01-01–2023-12-31.',
    );
    expect(stderr).toContain('invalid-history (good): Avain good on kahdella merkinnällä.');
    expect((await vuosikello('duties', '--year', '2024', '--json')).stdout).not.toContain('"fulfilled"');
  });

  it.each([
    [['duties', '--year', '23'], 'Write a year from 2000 to 2199.'],
    [['duties', '--json', '--csv'], 'cannot be used with option'],
  ])('refuses %j as wrong usage', async (words, message) => {
    const { code, stderr } = await vuosikello(...words);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('says what is missing where the county is not known', async () => {
    const { code, stderr } = await vuosikello('duties', '--county', '17');
    expect([code, stderr]).toEqual([1, expect.stringContaining('Import them first')]);
  });
});
