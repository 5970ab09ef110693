/** What the central directory of a zip file says of an entry. */
export type ZipEntry = { name: string; encrypted: boolean };

const localHeader = 0x04034b50;
const directoryHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const directoryHeaderLength = 46;
/** An office file has some hundreds. */
const mostEntries = 10_000;

/**
 * The entries of a zip file by its central directory; nothing is inflated, so that a small file that would become a huge one does
 * no harm. Undefined where the file is not one whole zip: something before or after it, in several parts, or in the 64-bit form,
 * which no file of our size needs.
 */
export function zipEntries(content: Buffer): ZipEntry[] | undefined {
  if (content.length < endLength || content.readUInt32LE(0) !== localHeader) return undefined;
  const end = endOf(content);
  if (end === undefined) return undefined;
  const [disks, directoryDisk] = [content.readUInt16LE(end + 4), content.readUInt16LE(end + 6)];
  const [here, count] = [content.readUInt16LE(end + 8), content.readUInt16LE(end + 10)];
  const [size, from] = [content.readUInt32LE(end + 12), content.readUInt32LE(end + 16)];
  if (disks !== 0 || directoryDisk !== 0 || here !== count || count > mostEntries || from + size !== end)
    return undefined;
  return entriesIn(content.subarray(from, end), count);
}

/** Where the record stands that ends the file: its comment has to reach to the very end. */
function endOf(content: Buffer): number | undefined {
  const first = Math.max(0, content.length - endLength - longestComment);
  for (let at = content.length - endLength; at >= first; at -= 1) {
    if (content.readUInt32LE(at) === endOfDirectory)
      return at + endLength + content.readUInt16LE(at + 20) === content.length ? at : undefined;
  }
  return undefined;
}

function entriesIn(directory: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + directoryHeaderLength > directory.length || directory.readUInt32LE(at) !== directoryHeader)
      return undefined;
    const nameFrom = at + directoryHeaderLength;
    const nameTo = nameFrom + directory.readUInt16LE(at + 28);
    if (nameTo > directory.length) return undefined;
    const flags = directory.readUInt16LE(at + 8);
    entries.push({ name: directory.toString('utf8', nameFrom, nameTo), encrypted: (flags & 1) === 1 });
    at = nameTo + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return at === directory.length ? entries : undefined;
}
