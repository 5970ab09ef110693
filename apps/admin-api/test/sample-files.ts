/** Small files of every kind, and zip files made by hand. */

type Entry = { name: string; content?: string; flags?: number };

/** A zip file whose entries are stored as they are; `before` and `after` stand around it. */
export function zip(entries: readonly (Entry | string)[], { before = '', after = '', comment = '' } = {}): Buffer {
  const whole = entries.map((entry) => (typeof entry === 'string' ? { name: entry } : entry));
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', flags = 0 } of whole) {
    const file = Buffer.concat([header(0x04034b50, 30, { name, content, flags }), Buffer.from(name + content)]);
    const listed = header(0x02014b50, 46, { name, content, flags });
    listed.writeUInt32LE(at, 42);
    files.push(file);
    directory.push(Buffer.concat([listed, Buffer.from(name)]));
    at += file.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(whole.length, 8);
  end.writeUInt16LE(whole.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([Buffer.from(before), ...files, listing, end, Buffer.from(comment), Buffer.from(after)]);
}

/** What the header before a file and the one in the directory have in common; the latter says two bytes more at the front. */
function header(signature: number, length: number, { name, content = '', flags = 0 }: Entry): Buffer {
  const bytes = Buffer.alloc(length);
  const shift = length === 46 ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(flags, 6 + shift);
  bytes.writeUInt32LE(content.length, 18 + shift);
  bytes.writeUInt32LE(content.length, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  return bytes;
}

const types = '[Content_Types].xml';
const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';
const openDocument = (type: string) =>
  zip([{ name: 'mimetype', content: type }, 'content.xml', 'META-INF/manifest.xml']);

export const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1');
export const docx = zip([types, '_rels/.rels', 'word/document.xml']);
export const docm = zip([types, 'word/document.xml', 'word/vbaProject.bin']);
export const exe = Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000', 'latin1');
export const html = Buffer.from('\n<!doctype html><script>alert(1)</script>');
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

/** One of each type that is taken. */
export const taken: readonly [type: string, content: Buffer][] = [
  ['application/pdf', pdf],
  [`${office}.wordprocessingml.document`, docx],
  [`${office}.spreadsheetml.sheet`, zip([types, 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'], { comment: 'x' })],
  [`${office}.presentationml.presentation`, zip([types, 'ppt/presentation.xml'])],
  [`${open}.text`, openDocument(`${open}.text`)],
  [`${open}.spreadsheet`, openDocument(`${open}.spreadsheet`)],
  ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['text/plain', Buffer.from('Pöytäkirja 3/2026\n\t1 § Kokouksen avaus: läsnä 5 < 7\r\n')],
  ['text/csv', Buffer.from('\uFEFFkunta;väestö\nAsikkala;7848\n')],
];

/** What is not taken, with a word of what it is found to be. */
export const refused: readonly [what: string, content: Buffer, found: string][] = [
  ['a program renamed', exe, 'Windows program'],
  ['a program of another system', Buffer.from('7f454c46020101', 'hex'), 'program'],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'script'],
  ['HTML', html, 'HTML'],
  ['HTML behind a byte order mark', Buffer.from('\uFEFF <html></html>'), 'HTML'],
  ['SVG', svg, 'SVG'],
  ['Word with macros', docm, 'macros'],
  ['Excel with macros under another name', zip([types, 'xl/workbook.xml', 'xl\\VBAPROJECT.BIN']), 'macros'],
  ['Excel with macro sheets', zip([types, 'xl/workbook.xml', 'xl/macrosheets/sheet1.xml']), 'macros'],
  ['OpenDocument with macros', zip([{ name: 'mimetype', content: `${open}.text` }, 'Basic/Standard/a.xml']), 'macros'],
  ['an encrypted zip', zip([types, { name: 'word/document.xml', flags: 1 }]), 'encrypted'],
  ['an old or encrypted office file', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'password'],
  ['any other zip', zip(['a.txt']), 'zip'],
  ['a Java archive', zip(['META-INF/MANIFEST.MF', 'A.class']), 'zip'],
  ['two office files in one', zip([types, 'word/document.xml', 'xl/workbook.xml']), 'zip'],
  ['OpenDocument of a type not taken', openDocument(`${open}.graphics`), 'zip'],
  ['a zip with something behind it', zip([types, 'word/document.xml'], { after: '<script>' }), 'zip'],
  ['a zip with something before it', zip([types, 'word/document.xml'], { before: 'PK\u0003\u0004' }), 'zip'],
  ['a zip cut off', docx.subarray(0, docx.length - 30), 'zip'],
  ['a zip of one byte more than its beginning', Buffer.from('504b0304ff', 'hex'), 'zip'],
  ['text in another encoding', Buffer.from('Hyvinkää', 'latin1'), 'another type'],
  ['text with a null', Buffer.from('a\u0000b'), 'another type'],
  ['a picture of another kind', Buffer.from('GIF89a\u0001\u0000'), 'another type'],
];
