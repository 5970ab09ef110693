import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excelParts, excelWorkbook } from '../../test/excel-workbook';
import { zipOf } from '../../test/zip';
import { readDataFile } from './read-data-file';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vuosikello-files-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Buffer, name = 'data'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What a file is refused for: `line:column words`. */
async function faults(content: string | Buffer, name?: string): Promise<string[]> {
  const read = await readDataFile(file(content, name), 'invalid-register');
  if (!('findings' in read)) throw new Error(`read as ${JSON.stringify(read.data).slice(0, 200)}`);
  for (const finding of read.findings) {
    expect(finding).toMatchObject({ code: 'invalid-register', severity: 'error' });
    expect(Object.values(finding.message).filter((text) => text.length < 10)).toEqual([]);
  }
  return read.findings.map(({ where, message }) => `${where ? `${where.line}:${where.column}` : '-'} ${message.en}`);
}

describe('what cannot be read is a finding', () => {
  it('a file of 100 MB is refused at once, by its size', async () => {
    const path = file('county: x\n');
    truncateSync(path, 100_000_000);
    const before = process.memoryUsage().rss;
    const read = await readDataFile(path, 'invalid-plan');
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    expect(read).toMatchObject({
      findings: [{ message: { fi: expect.stringContaining('(100 Mt). Suurin sallittu koko on 10 Mt') } }],
    });
  });

  it('so is a pipe that does not end', async () => {
    expect(await readDataFile('/dev/zero', 'invalid-plan')).toMatchObject({
      findings: [{ message: { en: expect.stringContaining('at most 10 MB') } }],
    });
  });

  it('a folder, an empty file, one of blanks', async () => {
    expect(await readDataFile(folder, 'invalid-plan')).toMatchObject({
      findings: [{ message: { en: expect.stringContaining('folder') } }],
    });
    expect(await faults('')).toEqual(['- The file is empty.']);
    expect(await faults(' \n\n')).toEqual(['- The file is empty.']);
    expect(await faults(excelWorkbook({ Taul1: [] }))).toEqual(['- The file is empty.']);
  });

  it('a file that is not there is wrong usage', async () => {
    await expect(readDataFile(join(folder, 'none.yaml'), 'invalid-plan')).rejects.toMatchObject({ exitCode: 2 });
  });

  it('aliases that multiply (a billion laughs), before they are followed', async () => {
    const lines = ['a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]'];
    for (let level = 1; level < 10; level += 1) {
      lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
    }
    const [fault, ...others] = await faults(lines.join('\n'));
    expect(fault).toMatch(/^\d+:\d+ The references \(\*\) in the file multiply/);
    expect(others).toEqual([]);
  });

  it('an alias that leads to itself; ordinary ones are followed', async () => {
    expect(await faults('a: &a\n  b: [1, *a]\n')).toEqual([
      '2:10 The reference *a leads to itself. Write the value out.',
    ]);
    expect(await readDataFile(file('a: &a { on: 2026-08-17 }\nb: *a\n'), 'invalid-plan')).toMatchObject({
      data: { a: { on: '2026-08-17' }, b: { on: '2026-08-17' } },
    });
  });

  it.each(['[', '{"a":', '- ', '? '])('nesting without end: %j', async (opening) => {
    const [fault, ...others] = await faults(opening.repeat(1_000_000));
    expect(fault).toContain('more than 64 levels');
    expect(others).toEqual([]);
  });

  it('nesting of 64 levels is read', async () => {
    expect(await readDataFile(file(`${'['.repeat(64)}a${']'.repeat(64)}`), 'invalid-plan')).toHaveProperty('data');
    expect(await faults('['.repeat(65) + ']'.repeat(65))).toEqual([expect.stringMatching(/^1:1 .* 64 levels/)]);
  });

  it('every error of syntax, not the first', async () => {
    const found = await faults('a: "x\\q"\nb: @x\nc: [1, 2\nd: 1\n');
    expect(found.map((text) => text.split(' ')[0])).toEqual(expect.arrayContaining(['1:6', '2:4']));
    expect(found.length).toBeGreaterThanOrEqual(3);
  });

  it('every key given twice, also in JSON', async () => {
    expect(await faults('a: 1\nb: { c: 1, c: 2 }\na: 2\n')).toEqual([
      '2:12 The key c stands twice in the same place. Leave one.',
      '3:1 The key a stands twice in the same place. Leave one.',
    ]);
    expect(await faults('{\n\t"a": 1,\n\t"a": 2\n}')).toEqual([
      '3:2 The key a stands twice in the same place. Leave one.',
    ]);
  });

  it('several documents', async () => {
    expect(await faults('a: 1\n---\nb: 2\n')).toEqual([
      expect.stringMatching(/^3:1 The file has several YAML documents/),
    ]);
  });

  it('Windows-1252 and other bytes that are not UTF-8, with their place and how to save it right', async () => {
    const [fault] = await faults(Buffer.from('Nimi;Sähköposti\n', 'latin1'), 'c.csv');
    expect(fault).toMatch(/^1:7 The file is not UTF-8: byte 7 is 0xe4\. Save it again: in Excel as “CSV UTF-8/);
    expect(await faults(Buffer.concat([Buffer.from('a: å\nb: '), Buffer.from([0xff])]))).toEqual([
      expect.stringMatching(/^2:4 .* byte 10 is 0xff/),
    ]);
    expect(await faults(Buffer.from('a\0b'))).toEqual([expect.stringMatching(/^1:2 .*neither text/)]);
  });

  it('a protected or old workbook, a broken one, another archive', async () => {
    expect(await faults(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).toEqual([
      expect.stringMatching(/protected by a password/),
    ]);
    expect(await faults(zipOf(excelParts({ Taul1: [['a']] }), { encrypted: true }))).toEqual([
      expect.stringMatching(/protected by a password/),
    ]);
    expect(await faults(zipOf({ 'word/document.xml': '<a/>' }))).toEqual([
      expect.stringMatching(/broken or another kind/),
    ]);
    const whole = excelWorkbook({ Taul1: [['a']] });
    expect(await faults(whole.subarray(0, whole.length - 40))).toEqual([
      expect.stringMatching(/broken or another kind/),
    ]);
    expect(
      await faults(
        zipOf({ ...excelParts({ Taul1: [['a']] }), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }),
      ),
    ).toEqual([expect.stringMatching(/broken or another kind/)]);
  });

  it('a workbook that would grow beyond measure, also when its directory lies', async () => {
    const blanks = Buffer.alloc(20_000_000, ' ');
    const parts = excelParts({ Taul1: [['a']] });
    expect(await faults(zipOf({ ...parts, 'xl/a.xml': blanks }))).toEqual([
      expect.stringMatching(/^- The file would grow/),
    ]);
    const noisy = Buffer.from(Array.from({ length: 60_000 }, (_, index) => `${index * 7919}`).join(' '));
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`xl/${index}.bin`, noisy]));
    expect(await faults(zipOf({ ...parts, ...many }, { declared: 30_000_000 }))).toEqual([
      expect.stringMatching(/^- The file would grow/),
    ]);
    expect(await faults(zipOf({ ...parts, 'xl/a.xml': blanks }, { declared: 1000 }))).toEqual([
      expect.stringMatching(/broken or another kind/),
    ]);
  });

  it('a workbook with a cell in its last corner', async () => {
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await faults(excelWorkbook({ Taul1: [['a']] }, { beforeEnd: corner }))).toEqual([
      expect.stringMatching(/^- The sheet is too large/),
    ]);
    const far = '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>';
    expect(await faults(excelWorkbook({ Taul1: [['a']] }, { beforeEnd: far }))).toEqual([
      expect.stringMatching(/^- The sheet is too large/),
    ]);
  });

  it.each([
    ['other quotation marks', "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", /too large/],
    ['blanks', '<row r = "1048576"><c r\n=\n"XFD1048576"><v>1</v></c></row>', /too large/],
    ['a bracket before it', '<row r="1048576"><c x="a>b" r="XFD1048576"><v>1</v></c></row>', /broken/],
    ['a character by its number', '<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row>', /broken/],
    ['small letters', '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>', /broken/],
    ['a power of ten', '<row r="1e9"><c r="A9"><v>1</v></c></row>', /broken/],
    ['a prefix', '<x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>', /too large/],
    ['an empty cell', '<row><c r="A1000000000"/></row>', /too large/],
    [
      'another number for the row than for its cells',
      '<row r="2"><c r="XFD2"><v>1</v></c></row><row r="1048576"><c r="A3"><v>1</v></c></row>',
      /too large/,
    ],
  ])('a cell in a last corner, disguised by %s', async (_, disguised, said) => {
    expect(await faults(excelWorkbook({ Taul1: [['a']] }, { beforeEnd: disguised }))).toEqual([
      expect.stringMatching(said),
    ]);
  });

  it('a cell without a readable value', async () => {
    const unreadable = { xml: '<c r="@" t="s"><v>999</v></c>' };
    expect(
      await faults(
        excelWorkbook({
          Taul1: [
            ['a', 'b'],
            ['c', unreadable],
          ],
        }),
      ),
    ).toEqual([expect.stringMatching(/row 2, column 2/)]);
  });

  it('quotation marks of a table that do not match', async () => {
    expect(await faults('Nimi;Sähköposti\n"Aino;a@b.test\n', 'c.csv')).toEqual([
      expect.stringMatching(/quotation marks/),
    ]);
  });
});
