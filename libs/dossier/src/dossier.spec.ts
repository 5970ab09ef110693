import { readFileSync } from 'node:fs';
import type { Instant } from '@app/domain';
import type { SignedCheckpoint } from '@app/store';
import { definitionOf, type Instance, namingOf, type WorkflowEvent } from '@app/workflows';
import { unzipSync } from 'fflate';
import { askedOfAsikkala } from '../../../test/support/asked-of-asikkala';
import { exampleRegister } from '../../../test/support/example-area';
import { checkingOf } from './checking';
import { titleOf } from './facts';
import { safeName } from './file-names';
import type { Names } from './names';
import { ArchivedPdf } from './pdf/pdf-document';
import { unpackWoff } from './pdf/unpack-woff';
import { saidIn } from './said';
import { actorMeaning } from './words/actor-words';
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

it('contents get the pages of their chapters, which readers of the outline find too', async () => {
  const head = { title: 'T', author: 'A', subject: 'S', keywords: 'K', language: 'fi' as const, at };
  const paper = async () => {
    const pdf = new ArchivedPdf(head);
    const titles = Array.from({ length: 60 }, (_, place) => `Vastauspyyntö ${place} – Asikkalan kunta`);
    pdf.contents(titles);
    for (const title of titles) pdf.chapter(title);
    return Buffer.from(await pdf.finished()).toString('latin1');
  };
  const whole = await paper();
  expect(whole.match(/\/S \/TOCI/g)).toHaveLength(60);
  expect(whole.match(/\/S \/H2/g)).toHaveLength(60);
  // Two pages of contents, then each chapter on its own.
  expect(whole.match(/\/Type \/Page\b/g)).toHaveLength(62);
  expect(whole.match(/\/Dest \[\d+ 0 R/g)).toHaveLength(60);
  expect(whole).toBe(await paper());
});

const register = exampleRegister();
const names: Names = {
  language: 'fi',
  county: register.county,
  naming: namingOf(register),
  workflows: new Map(),
  mayReadAll: true,
};

it('what was recorded reads as words: days, organisations by name, numbers with their labels', () => {
  const definition = { name: 'event', version: 1 };
  const event = {
    type: 'EventHeld',
    data: { participants: [{ people: 3, organisation: '016' }], heldOn: '2026-08-27', unnamed: 'x' },
  };
  const said = (language: Names['language']) =>
    saidIn(definitionOf(definition), { definition, context: {} } as Instance, event as unknown as WorkflowEvent, {
      ...names,
      language,
    });
  expect(said('fi')).toEqual([
    { label: 'Pidetty', value: '27.8.2026' },
    { label: 'Osallistujat', value: 'Asikkalan kunta; henkilöitä: 3' },
  ]);
  expect(said('sv')[1]).toEqual({ label: 'Deltagare', value: 'Asikkala kommun; personer: 3' });
});

it.each([
  [
    'key:09-1',
    { kind: 'key', role: 'coordinator', label: 'Oma' },
    /^rajapinta-avain, jonka rooli on koordinaattori.*Oma/,
  ],
  [
    'link:3',
    { kind: 'link', organisation: '016', audience: 'respondent', sentAt: at },
    /^vastauslinkki: Asikkalan kunta, vastaaja; lähetetty 1.6.2026 klo 9.00$/,
  ],
  [
    'link:09-4',
    { kind: 'link', organisation: '016', audience: null, sentAt: null },
    /^pysyvä linkki: Asikkalan kunta$/,
  ],
  ['link:5', undefined, /^vastaaja \(ei enää tiedossa\)$/],
  ['clock', undefined, /^järjestelmä itse/],
] as const)('the legend says whose %s is', (id, known, words) => {
  const role = id === 'clock' ? 'clock' : 'respondent';
  expect(actorMeaning({ id, role }, known && { id, ...known }, names)).toMatch(words);
});

it('how to check names the checkpoint, the key and the command, or says that there are no proofs', () => {
  const checkpoint: SignedCheckpoint = { origin: 'log.test/09', size: 7, root: Buffer.alloc(32, 1), note: '', at };
  const checking = (signers: string[]) => checkingOf({ checkpoint, signers, lines: jest.fn() }, 'sv')[1];
  expect(checking(['log.test/09+12+abc'])).toMatchObject({
    command: 'node verify-log.mjs log.ndjson --key log.test/09+12+abc',
    facts: [
      { value: 'log.test/09' },
      { value: '7' },
      {},
      { value: '1.6.2026 kl. 9.00' },
      { value: 'log.test/09+12+abc' },
    ],
  });
  expect(checking([])?.command).toBe('node verify-log.mjs log.ndjson --key …');
  expect(checkingOf(undefined, 'fi').map(({ command }) => command)).toEqual(['sha256sum -c SHA256SUMS', null]);
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

it('a matter that is withheld from the reader is called by its kind only', () => {
  const definition = { name: 'information-request', version: 1 };
  const context = { ...askedOfAsikkala, title: { fi: 'Salainen', sv: 'Hemligt', en: 'Secret' } };
  const records = [{ publicity: 'restricted' }];
  const instance = { definition, context, life: { records } } as unknown as Instance;
  expect(titleOf(instance, names)).toContain('Salainen');
  expect(titleOf(instance, { ...names, mayReadAll: false })).not.toContain('Salainen');
});
