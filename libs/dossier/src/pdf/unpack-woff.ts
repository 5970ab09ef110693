import { inflateSync } from 'node:zlib';

const header = { size: 44, entry: 20 };
const sfnt = { header: 12, entry: 16 };

/**
 * A font of the web (WOFF 1.0) as the font that is packed in it. The PDF library would unpack its outlines anew for every letter. Checksums
 * are those of the packed font. @throws RangeError where the file is none
 */
export function unpackWoff(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('Not a WOFF file');
  const count = file.readUInt16BE(12);
  const exponent = Math.floor(Math.log2(count));
  const head = Buffer.alloc(sfnt.header + count * sfnt.entry);
  file.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** exponent * 16, 6);
  head.writeUInt16BE(exponent, 8);
  head.writeUInt16BE((count - 2 ** exponent) * 16, 10);
  const tables: Buffer[] = [];
  let at = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = header.size + index * header.entry;
    const [offset, packed, length] = [4, 8, 12].map((field) => file.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const bytes = file.subarray(offset, offset + packed);
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packed < length ? inflateSync(bytes) : bytes).copy(table);
    const place = sfnt.header + index * sfnt.entry;
    file.copy(head, place, entry, entry + 4);
    file.copy(head, place + 4, entry + 16, entry + 20);
    head.writeUInt32BE(at, place + 8);
    head.writeUInt32BE(length, place + 12);
    tables.push(table);
    at += table.length;
  }
  return Buffer.concat([head, ...tables]);
}
