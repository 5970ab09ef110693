import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excelWorkbook } from '../../test/excel-workbook';
import { readPlanFile } from './read-plan-file';
import { readRegisterFile } from './read-register-file';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vuosikello-files-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Buffer, name = 'data'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const contactsCsv = (delimiter: string): string =>
  [
    ['Nimi', 'Sähköposti', 'Organisaatio', 'Kieli', 'Roolit'],
    ['Aino "A" Esimerkki', 'aino@a.test', '09', 'fi', 'manager'],
    ['Eero', 'eero(at)a.test', '9', 'ruotsi', '"chair, contact"'],
  ]
    .map((row) => row.map((cell) => (cell.includes('"A"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter))
    .join('\r\n');

const base = {
  county: { code: '09', name: { fi: 'A', sv: 'B' }, registry: 'k@a.test', closes: '16:15' },
  bodies: [],
  organisations: [],
  contacts: [],
};

describe('tables', () => {
  const known = async (): Promise<typeof base> => base;

  it.each([
    ['semicolons', Buffer.from(contactsCsv(';'))],
    ['commas', Buffer.from(contactsCsv(','))],
    ['tabs', Buffer.from(contactsCsv('\t'))],
    ['a byte order mark', Buffer.from(`\ufeff${contactsCsv(';')}`)],
    ['UTF-16', Buffer.from(`\ufeff${contactsCsv('\t')}`, 'utf16le')],
    ['UTF-16 the other way', Buffer.from(`\ufeff${contactsCsv('\t')}`, 'utf16le').swap16()],
  ])(
    'a CSV with %s is recognised by its titles, whatever its name, and its findings have their places',
    async (_, bytes) => {
      const { findings } = await readRegisterFile(file(bytes, 'kontaktit.txt'), known);
      expect(findings).toMatchObject([{ code: 'invalid-address', where: { line: 3, column: 2 } }]);
    },
  );

  it("Excel's line with the separator is passed over, a cell with line breaks counts its lines, blanks and no-break spaces go", async () => {
    const text =
      'sep=;\nNimi;Sähköposti;Organisaatio;Kieli;Roolit;Yhdyspinnat\n\u00a0Aino ;aino@a.test\u00a0; 09 ;fi;manager;"x\ny"\n;;;;;\nEero;eero@a.test;10;fi;\n';
    const { findings } = await readRegisterFile(file(text, 'c.csv'), known);
    expect(findings.filter(({ code }) => code === 'unknown-organisation')).toMatchObject([
      { where: { line: 6, column: 3 } },
    ]);
  });

  it('cells that were made inert come back as they were', async () => {
    const text =
      "Nimi;Sähköposti;Organisaatio;Kieli;Roolit\n'=Aino;aino@a.test;09;fi;\n''+1;eero@a.test;09;fi;\n'Ilmari;ilmari@a.test;09;fi;\n";
    const { register } = await readRegisterFile(file(text, 'c.csv'), known);
    expect(register?.contacts.map(({ name }) => name)).toEqual(['=Aino', "'+1", "'Ilmari"]);
  });

  it('a workbook from Excel: dates and codes as numbers, a merged heading, blanks and empty rows at the end', async () => {
    const workbook = excelWorkbook(
      {
        Hyvinvointialue: [
          ['Koodi', 'Nimi suomeksi', 'Nimi ruotsiksi', 'Kirjaamo', 'Sulkeutuu'],
          [9, 'Alue', 'Område', 'k@a.test', { time: 0.677083333333333 }],
        ],
        Organisaatiot: [
          ['Tunnus', 'Laji', 'Nimi suomeksi', 'Nimi ruotsiksi', 'Kielet', 'Voimassa alkaen'],
          [16, 'Kunta', ' Asikkala\u00a0', 'Asikkala', 'suomi', { day: 46251 }],
        ],
        Toimielimet: [
          ['Tunnus', 'Organisaatio', 'Nimi suomeksi', 'Nimi ruotsiksi', 'Aineisto päivää ennen', 'Ote päivää jälkeen'],
          ['hallitus', 9, 'Hallitus', 'Styrelsen', 7, 4],
        ],
        Kokoukset: [
          ['Toimielin', 'Kokouspäivä'],
          ['hallitus', { day: 46252 }],
          ['hallitus', '19.8.2026'],
          ['hallitus', 46253],
        ],
        Yhteyshenkilöt: [
          ['Yhteyshenkilöt 2026', null, null],
          [],
          ['Nimi ', 'Sähköposti', 'Organisaatio', 'Kieli', 'Roolit', 'Voimassa asti'],
          ['Aino Esimerkki ', ' aino@a.test', 16, 'fi', 'manager; contact', '31.12.2026'],
          [null, null, null, null],
          [' ', '\u00a0'],
        ],
        Ohjeita: [['Täytä valkoiset solut']],
      },
      { merged: ['A1:C1'] },
    );
    const { register, findings } = await readRegisterFile(file(workbook, 'rekisteri.xlsx'));
    expect(findings).toMatchObject([{ severity: 'warning', where: { sheet: 'Ohjeita' } }]);
    expect(register).toMatchObject({
      county: { code: '09', closes: '16:15' },
      organisations: [
        { id: '016', kind: 'municipality', name: { fi: 'Asikkala' }, languages: ['fi'], validFrom: '2026-08-17' },
      ],
      bodies: [{ id: 'hallitus', of: '09', materialsDaysBefore: 7, meetings: ['2026-08-18', '2026-08-19'] }],
      contacts: [{ name: 'Aino Esimerkki', email: 'aino@a.test', of: '016', validTo: '2026-12-31' }],
    });
  });

  it('findings in a workbook have sheet, row and column', async () => {
    const workbook = excelWorkbook({
      Taul1: [
        ['Nimi', 'Sähköposti', 'Organisaatio', 'Kieli', 'Roolit'],
        ['Aino', 'a@b.test, c@d.test', '09', 'fi', ''],
        ['Eero', null, '09', 'saksa', ''],
      ],
    });
    const { findings } = await readRegisterFile(file(workbook), known);
    expect(findings.map(({ where }) => where)).toEqual(
      expect.arrayContaining([
        { sheet: 'Taul1', line: 3, column: 2 },
        { sheet: 'Taul1', line: 3, column: 4 },
      ]),
    );
  });

  it('a plan with its rows as Excel has them', async () => {
    const workbook = excelWorkbook({
      Suunnitelma: [
        ['Merkintä', 'Työnkulku', 'Päivän nimi', 'Päivä', 'Viikonpäivä', 'Klo', 'Peruste'],
        ['a', 'event', 'event', { day: 46252 }, 'maanantai', { time: 0.354166666666667 }, 'sovittu'],
      ],
      Vuosikello: [
        ['Alue', 'Vuosi', 'Otsikko'],
        [9, 2026, 'Koe'],
      ],
    });
    const { plan, findings } = await readPlanFile(file(workbook));
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'weekday-mismatch', date: '2026-08-18', where: { sheet: 'Suunnitelma', line: 2, column: 4 } },
    ]);
    expect(plan).toMatchObject({
      county: '09',
      year: 2026,
      entries: [{ dates: { event: { at: '08:30', basis: 'agreed' } } }],
    });
  });
});

describe('places and kinds', () => {
  it('are exact to line and column in YAML and JSON; a missing field is where its parent is', async () => {
    const yaml =
      "county: '09'\nyear: twenty\ntitle: Koe\nentries:\n  - id: A\n    workflow: event\n    dates:\n      event:\n        on: 2026-08-17\n        at: '8'\n      other: { on: 2026-08-18, basis: agred }\n";
    const { findings } = await readPlanFile(file(yaml));
    const found = findings.map(({ where, message }) => `${where?.line}:${where?.column} ${message.en}`);
    expect(found).toEqual([
      expect.stringMatching(/^2:7 The field year has to be a number/),
      expect.stringMatching(/^5:9 The value “A” of the field entries\[0\]\.id/),
      expect.stringMatching(/^8:7 The field entries\[0\]\.dates\.event\.basis is missing/),
      expect.stringMatching(/^10:13 The value “8” of the field entries\[0\]\.dates\.event\.at/),
      expect.stringMatching(/^11:39 The value “agred”/),
    ]);
    const json =
      '{"county": "09", "year": 2026, "title": "Koe",\n "entries": [{"id": "A", "workflow": "event", "dates": {}, "abot": "x"}]}';
    const errors = (await readPlanFile(file(json))).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ where }) => where)).toEqual([
      { line: 2, column: 21 },
      { line: 2, column: 47 },
      { line: 2, column: 68 },
    ]);
  });

  it('of a value behind a reference (*) are where the value is written', async () => {
    const head = "county: '09'\nyear: 2026\ntitle: Koe\nentries:\n";
    const entries = ['&day { on: 2026-08-17, basis: agred }', '*day', '*day'].map(
      (date, index) => `  - { id: e${index}, workflow: event, dates: { event: ${date} } }\n`,
    );
    const { findings } = await readPlanFile(file(head + entries.join('')));
    const wrong = findings.filter(({ path }) => path?.at(-1) === 'basis');
    expect(wrong.map(({ path, where }) => [path?.[1], where?.line, where?.column])).toEqual([
      [0, 5, 78],
      [1, 5, 78],
      [2, 5, 78],
    ]);
  });

  it.each([
    ['a plan', "county: '09'\nyear: 2026\ntitle: x\nentries: []\n", 'vuosikello plan check FILE'],
    ['a classification', '{"counties": [], "municipalities": []}', 'vuosikello import municipalities FILE'],
  ])('%s where organisations are expected says which command it is for', async (_, text, command) => {
    const { findings, register } = await readRegisterFile(file(text));
    expect(register).toBeUndefined();
    expect(findings.map(({ message }) => message.en)).toEqual([expect.stringContaining(command)]);
  });

  it('organisations where a plan is expected too, also as tables', async () => {
    const workbook = excelWorkbook({
      Hyvinvointialue: [
        ['Koodi', 'Nimi suomeksi', 'Nimi ruotsiksi', 'Kirjaamo', 'Sulkeutuu'],
        ['09', 'a', 'b', 'c@d.test', '16.15'],
      ],
    });
    expect((await readPlanFile(file(workbook))).findings.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('import organisations'),
    ]);
    expect((await readPlanFile(file('just words\n'))).findings.map(({ message }) => message.en)).toEqual([
      'The file has to contain keys and values.',
    ]);
  });
});
