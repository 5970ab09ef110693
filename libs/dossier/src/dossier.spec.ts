import { readFileSync } from 'node:fs';
import type { Instant } from '@app/domain';
import { unzipSync } from 'fflate';
import { safeName } from './file-names';
import { ArchivedPdf } from './pdf/pdf-document';
import { unpackWoff } from './pdf/unpack-woff';
import { zipped } from './zip/zip-stream';

const at = '2026-06-01T06:00:00.000Z' as Instant;

it.each([
  ['Pöytäkirja 36 §.pdf', 'd1-Pöytäkirja 36 _.pdf'],
  ['../../etc/passwd', 'd1-____etc_passwd'],
  ['C:\\temp\\a.PDF', 'd1-C_temp_a.pdf'],
  ['\u202Egnp.exe', 'd1-_gnp.exe'],
  ['', 'd1-file'],
  ['.htaccess', 'd1-file.htaccess'],
])('a file that is called %j gets a name that is only a name', (chosen, name) => {
  const safe = safeName('d1', chosen);
  expect(safe).not.toMatch(/[/\\:\p{C}]|\.\./u);
  expect(safe).toBe(name);
});

it('an archive holds its files, and the same files are the same bytes', async () => {
  const files = [
    { name: 'a/ä.txt', content: Buffer.from('Liikuntaa. '.repeat(200_000)) },
    { name: 'b.pdf', content: Buffer.from('%PDF') },
    { name: 'c.txt', content: Buffer.alloc(0) },
  ];
  const archive = async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of zipped(
      (async function* () {
        yield* files;
      })(),
      at,
    ))
      pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const once = await archive();
  expect(once.equals(await archive())).toBe(true);
  const read = unzipSync(once);
  expect(Object.keys(read)).toEqual(['a/ä.txt', 'b.pdf', 'c.txt']);
  for (const { name, content } of files) expect(Buffer.compare(read[name] ?? new Uint8Array(1), content)).toBe(0);
});

it('metadata of a PDF survive markup, and letters that the font lacks become question marks', async () => {
  const head = { title: 'Liikunta & <ravinto>', author: 'A', subject: 'S', keywords: 'K', language: 'sv' as const, at };
  const pdf = new ArchivedPdf(head);
  pdf.heading('H1', 'Rubrik');
  pdf.paragraph('Ä 🙂\u0007 ŋ Ж');
  const paper = Buffer.from(await pdf.finished()).toString('latin1');
  expect(paper).toContain('Liikunta &amp; &lt;ravinto&gt;</rdf:li>');
  expect(paper).toContain('(Liikunta & <ravinto>)');
  expect(paper).toContain('/Lang (sv-FI)');
});

it('a packed font is unpacked to tables that lie where its directory says', () => {
  const font = unpackWoff(readFileSync(require.resolve('roboto-fontface/fonts/roboto/Roboto-Regular.woff')));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const place = 12 + index * 16;
    return [
      font.toString('latin1', place, place + 4),
      font.readUInt32BE(place + 8),
      font.readUInt32BE(place + 12),
    ] as const;
  });
  expect(tables.map(([tag]) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'loca']));
  for (const [, offset, length] of tables) expect(offset + length).toBeLessThanOrEqual(font.length);
  const head = tables.find(([tag]) => tag === 'head')?.[1] ?? 0;
  expect(font.readUInt32BE(head + 12)).toBe(0x5f0f3cf5);
  expect(() => unpackWoff(Buffer.from('OTTO'))).toThrow('Not a WOFF file');
});
