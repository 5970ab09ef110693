/** What a ZIP archive's directory says of one file in it. Sizes are in bytes. */
export type ZipEntry = { name: string; isEncrypted: boolean; isDeflated: boolean; packed: Buffer; size: number };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const entryBytes = 46;
const localBytes = 30;
const longestComment = 65_535;

/** The directory of an archive, read without unpacking anything; undefined when the archive is broken (or larger than 4 GB). */
export function zipDirectory(bytes: Buffer): ZipEntry[] | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + entryBytes > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return undefined;
    const nameBytes = bytes.readUInt16LE(at + 28);
    const packed = packedAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20));
    if (packed === undefined) return undefined;
    entries.push({
      name: bytes.toString('utf8', at + entryBytes, at + entryBytes + nameBytes),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      isDeflated: bytes.readUInt16LE(at + 10) === 8,
      packed,
      size: bytes.readUInt32LE(at + 24),
    });
    at += entryBytes + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end of the directory stands at the end of the archive, before a comment. */
function endOf(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  return undefined;
}

function packedAt(bytes: Buffer, local: number, size: number): Buffer | undefined {
  if (local + localBytes > bytes.length || bytes.readUInt32LE(local) !== localSignature) return undefined;
  const from = local + localBytes + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return from + size > bytes.length ? undefined : bytes.subarray(from, from + size);
}
