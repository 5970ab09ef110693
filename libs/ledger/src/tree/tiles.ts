import { hashLength, hashNode, type Hash } from './hashes';
import type { Node } from './ranges';

/** Tiles are 8 levels high: 256 hashes wide (C2SP tlog-tiles). */
export const tileHeight = 8;
export const tileWidth = 256;

/** A tile, or as much of it as there is: `width` is 1 up to 256. The level counts tiles; `entries` are the bundles of what was logged. */
export type Tile = { level: number | 'entries'; index: number; width: number };

const largestIndex = 999_999_999_999;
const partPattern = /^(?:\d{3}|x\d{3})$/;

/** Where a tile stands below the log's address: `tile/0/x001/x234/067.p/8` (C2SP tlog-tiles). */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(3, '0');
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** Reads the path of a tile; undefined where it is none, or not written as `tilePath` writes it. */
export function parseTilePath(path: string): Tile | undefined {
  const [room, level, ...rest] = path.split('/');
  if (room !== 'tile' || level === undefined || !/^(entries|0|[1-9]|[1-5]\d|6[0-3])$/.test(level)) return undefined;
  const isPartial = rest.at(-2)?.endsWith('.p') ?? false;
  const width = isPartial ? Number(rest.pop()) : tileWidth;
  const parts = rest.map((part, place) => (isPartial && place === rest.length - 1 ? part.slice(0, -2) : part));
  if (parts.length === 0 || parts.length > 4 || !parts.every((part) => partPattern.test(part))) return undefined;
  const index = Number(parts.map((part) => part.replace('x', '')).join(''));
  const tile: Tile = { level: level === 'entries' ? level : Number(level), index, width };
  const isWidth = width > 0 && width <= tileWidth;
  return index <= largestIndex && isWidth && tilePath(tile) === path ? tile : undefined;
}

/** Which hashes of which tile level give the root of a full subtree. */
export function tileRowsOf({ level, index }: Node): { tileLevel: number; from: number; to: number } {
  const tileLevel = Math.floor(level / tileHeight);
  const width = 2 ** (level - tileLevel * tileHeight);
  return { tileLevel, from: index * width, to: (index + 1) * width };
}

/** The root over the hashes of a full subtree: as many as a power of two. */
export function fullRoot(hashes: readonly Hash[]): Hash {
  let row = [...hashes];
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, place) =>
      hashNode(row[place * 2] as Hash, row[place * 2 + 1] as Hash),
    );
  return row[0] as Hash;
}

export function encodeTile(hashes: readonly Hash[]): Buffer {
  return Buffer.concat(hashes);
}

/** @throws RangeError when these are not whole hashes */
export function decodeTile(bytes: Buffer): Hash[] {
  if (bytes.length % hashLength !== 0) throw new RangeError(`A tile of ${bytes.length} bytes has no whole hashes`);
  return Array.from({ length: bytes.length / hashLength }, (_, place) =>
    bytes.subarray(place * hashLength, (place + 1) * hashLength),
  );
}

/** A bundle of entries, each led by its length in two bytes (C2SP tlog-tiles). @throws RangeError for an entry above 65,535 bytes */
export function encodeEntries(entries: readonly (Buffer | string)[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const bytes = Buffer.from(entry as string);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** @throws RangeError when the bundle ends within an entry */
export function decodeEntries(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const begin = at + 2;
    at = begin <= bytes.length ? begin + bytes.readUInt16BE(at) : begin;
    if (at > bytes.length) throw new RangeError('The bundle ends within an entry');
    entries.push(bytes.subarray(begin, at));
  }
  return entries;
}
