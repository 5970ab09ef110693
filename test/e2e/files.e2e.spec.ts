import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excelWorkbook } from '../../apps/cli/test/excel-workbook';
import { command } from './command-line';

const AREA = 'data/paijat-hame-organisations.yaml';

/** What coordinators do with their files, from the command line, on an installation of their own. */
describe('files in and out', () => {
  let home: string;
  beforeAll(() => (home = mkdtempSync(join(tmpdir(), 'vuosikello-files-'))));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const run = (...words: string[]) =>
    command(words, { VUOSIKELLO_HOME: join(home, 'installation'), LC_ALL: 'fi_FI.UTF-8' });
  const path = (name: string): string => join(home, name);

  it('a dry run sets up nothing; an import says what it added; a second one changes nothing', async () => {
    const dry = await run('import', 'organisations', AREA, '--dry-run', '--json');
    expect(dry.code).toBe(0);
    expect(JSON.parse(dry.stdout)).toMatchObject({ dryRun: true, imported: { county: '09' } });
    expect(await run('export', 'organisations')).toMatchObject({ code: 3 });
    const imported = JSON.parse((await run('import', 'organisations', AREA, '--json')).stdout).imported;
    expect(imported.changes).toEqual(JSON.parse(dry.stdout).imported.changes);
    const again = await run('import', 'organisations', AREA, '--json');
    expect(JSON.parse(again.stdout).imported.changes).toEqual([]);
  });

  it.each(['yaml', 'xlsx'])('what is exported as %s changes nothing when it is imported', async (format) => {
    expect(await run('export', 'organisations', '--format', format, '--out', path(`area.${format}`))).toMatchObject({
      code: 0,
    });
    const { stdout } = await run('import', 'organisations', path(`area.${format}`), '--dry-run');
    expect(stdout).toContain('Nothing would change.');
  });

  it('a table of contacts replaces the contacts only: first shown, then done', async () => {
    const { stdout: csv } = await run('export', 'organisations', '--format', 'csv', '--table', 'contacts');
    const [titles, first, second, ...others] = csv.split('\r\n');
    const changed = [titles, first?.replace('aino.esimerkki@', 'aino.uusi@'), ...others].join('\r\n');
    writeFileSync(path('contacts.csv'), changed);
    const dry = JSON.parse((await run('import', 'organisations', path('contacts.csv'), '--dry-run', '--json')).stdout);
    expect(dry.imported.changes).toEqual([
      { kind: 'contact', id: first?.replace('\ufeff', '').split(';')[0], how: 'changed' },
      { kind: 'contact', id: second?.split(';')[0], how: 'removed' },
    ]);
    const done = await run('import', 'organisations', path('contacts.csv'));
    expect(done.stdout).toContain('0 added, 1 changed, 1 removed.');
    expect((await run('import', 'organisations', path('contacts.csv'))).stdout).toContain('Nothing had changed.');
    expect((await run('import', 'organisations', AREA)).stdout).toContain('1 added, 1 changed, 0 removed.');
  });

  it('a workbook with mistakes is refused with all of them and their cells; nothing is imported', async () => {
    const workbook = excelWorkbook({
      Yhteyshenkilöt: [
        ['Nimi', 'Sähköposti', 'Organisaatio', 'Kieli', 'Roolit', 'Voimassa alkaen'],
        ['Aino', 'aino@kunta.test, eero@kunta.test', 16, 'fi', 'manager', '30.2.2026'],
        ['Eero', 'eero@kunta.test', 999, 'saksa', 'chair', { day: 46251 }],
      ],
    });
    writeFileSync(path('virheet.xlsx'), workbook);
    const { code, stdout, stderr } = await run('import', 'organisations', path('virheet.xlsx'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const [cell, finding] of [
      ['B2', 'invalid-address'],
      ['F2', 'invalid-date'],
      ['C3', 'unknown-organisation'],
      ['D3', 'invalid-register'],
    ]) {
      expect(stderr).toContain(`virheet.xlsx:Yhteyshenkilöt!${cell}: error ${finding}`);
    }
    expect((await run('import', 'organisations', AREA, '--dry-run')).stdout).toContain('Nothing would change.');
  });

  it('a plan goes out as it came in, also as a table', async () => {
    expect(await run('plan', 'activate', 'data/paijat-hame-2026.yaml')).toMatchObject({ code: 0 });
    const asked = ['export', 'plan', '--county', '09', '--year', '2026', '--format'];
    const original = JSON.parse((await run(...asked, 'json')).stdout);
    await run(...asked, 'xlsx', '--out', path('plan.xlsx'));
    const table = await run(...asked, 'csv', '--table', 'plan');
    writeFileSync(path('plan.csv'), table.stdout);
    const checked = JSON.parse((await run('plan', 'check', 'data/paijat-hame-2026.yaml', '--json')).stdout).findings;
    const findingsOf = async (...words: string[]) =>
      JSON.parse((await run('plan', 'check', ...words, '--json')).stdout).findings.map(withoutPlace);
    expect(await findingsOf(path('plan.xlsx'))).toEqual(checked.map(withoutPlace));
    expect(await findingsOf(path('plan.csv'), '--county', '09', '--year', '2026')).toEqual(checked.map(withoutPlace));
    expect(original).toMatchObject({ county: '09', year: 2026 });
  });

  it('municipalities come from the classification', async () => {
    const area = {
      counties: [
        { code: '09', fi: 'Päijät-Hämeen hyvinvointialue', sv: 'Päijänne-Tavastlands välfärdsområde', en: 'x', n: 1 },
      ],
      municipalities: [{ code: '016', fi: 'Asikkala', sv: 'Asikkala', lang: 'fi', wsc: '09' }],
    };
    writeFileSync(path('kunnat.json'), JSON.stringify(area));
    const words = ['import', 'municipalities', path('kunnat.json'), '--on', '2027-01-01', '--dry-run', '--json'];
    const { imported } = JSON.parse((await run(...words)).stdout);
    expect(imported).toHaveLength(1);
    expect(imported[0].changes).toContainEqual({ kind: 'organisation', id: '781', how: 'changed' });
    expect(await run('import', 'municipalities', AREA)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('import organisations'),
    });
  });

  it('writes nothing where it may not', async () => {
    const { code, stderr } = await run('export', 'organisations', '--out', path('none/area.yaml'));
    expect({ code, said: stderr.includes('cannot be written') }).toEqual({ code: 2, said: true });
    expect(readFileSync(path('area.yaml'), 'utf8')).toContain('county:');
  });
});

function withoutPlace({ where: _where, path: _path, ...finding }: Record<string, unknown>): object {
  return finding;
}
