import {
  decodeEntries,
  decodeTile,
  Frontier,
  fullRoot,
  hashLeaf,
  type Hash,
  type Tile,
  tilePath,
  tileWidth,
} from '@app/ledger';
import { environmentFailed } from '../output/cli-error';
import { checked, expectOld, fault, type LogCheck, type LogKnown, noteCheckpoint, RootsToPass } from './log-check';

/** Answers the bytes at an address below the log; undefined where there are none. */
export type Fetch = (path: string) => Promise<Buffer | undefined>;

/** How many tiles are asked for at once. */
const atOnce = 8;

/**
 * Checks a log that is served as tiles (C2SP tlog-tiles): every entry against its leaf, every leaf and every tile above against what is
 * served, the root against the checkpoint, and that against the one that was kept. What events said is not served: an export has it.
 */
export async function checkTiles(fetch: Fetch, { keysOf, old }: LogKnown): Promise<LogCheck> {
  return checked({ source: 'tiles', county: null }, async (check) => {
    const note = (await got(fetch, 'checkpoint', null)).toString('utf8');
    const { origin, size, root } = noteCheckpoint(check, { note, keysOf, called: 'the checkpoint' });
    check.checkpoints = 1;
    const roots = new RootsToPass();
    roots.expect(size, root, 'root', 'the checkpoint');
    if (old !== undefined) check.old = expectOld(roots, old, origin, keysOf);
    await readEntries(fetch, size, roots, check);
    roots.end(size);
  });
}

async function readEntries(fetch: Fetch, size: number, roots: RootsToPass, check: LogCheck): Promise<void> {
  const frontier = Frontier.empty();
  roots.pass(0, () => frontier.root());
  let row: Hash[] = [];
  for (let begin = 0; begin < size; begin += tileWidth * atOnce) {
    const tiles = tilesOf(0, begin, Math.min(size, begin + tileWidth * atOnce));
    const served = await Promise.all(tiles.map((tile) => bundleAndLeaves(fetch, tile)));
    for (const { entries, leaves } of served) {
      const first = frontier.size;
      entries.forEach((entry, at) => {
        const leaf = hashLeaf(entry);
        if (leaves[at]?.equals(leaf) !== true)
          throw fault('entry', first + at, `The entry at position ${first + at} is not that of its leaf`);
        readHead(entry, first + at, check);
        frontier.append(leaf);
        roots.pass(frontier.size, () => frontier.root());
      });
      if (entries.length === tileWidth) row.push(fullRoot(leaves));
    }
  }
  for (let level = 1; row.length > 0; level += 1) row = await compareLevel(fetch, level, row);
}

/** Compares a level of tiles with the hashes computed from below. @returns those of its full tiles, for the level above */
async function compareLevel(fetch: Fetch, level: number, row: readonly Hash[]): Promise<Hash[]> {
  const above: Hash[] = [];
  for (const tile of tilesOf(level, 0, row.length)) {
    const begin = tile.index * tileWidth;
    const computed = row.slice(begin, begin + tile.width);
    const bytes = await got(fetch, tilePath(tile), null);
    const served = readable(() => decodeTile(bytes), begin * tileWidth ** level);
    // One hash too many is one that was slipped in.
    const other = served.findIndex((hash, place) => computed[place]?.equals(hash) !== true);
    const at = other < 0 && served.length < computed.length ? served.length : other;
    const position = (begin + at) * tileWidth ** level;
    if (at >= 0)
      throw fault('node', position, `The tile ${tilePath(tile)} is not over the leaves from position ${position} on`);
    if (tile.width === tileWidth) above.push(fullRoot(computed));
  }
  return above;
}

function tilesOf(level: number, from: number, to: number): (Tile & { level: number })[] {
  const tiles = [];
  for (let begin = from; begin < to; begin += tileWidth)
    tiles.push({ level, index: begin / tileWidth, width: Math.min(tileWidth, to - begin) });
  return tiles;
}

async function bundleAndLeaves(fetch: Fetch, tile: Tile): Promise<{ entries: Buffer[]; leaves: Hash[] }> {
  const first = tile.index * tileWidth;
  const [bundle, leaves] = await Promise.all([
    got(fetch, tilePath({ ...tile, level: 'entries' }), first),
    got(fetch, tilePath(tile), first),
  ]);
  const found = {
    entries: readable(() => decodeEntries(bundle), first),
    leaves: readable(() => decodeTile(leaves), first),
  };
  if (found.entries.length !== tile.width || found.leaves.length !== tile.width)
    throw fault('position', first, `There are not ${tile.width} entries from position ${first} on`);
  return found;
}

function readable<T>(decode: () => T, position: number): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof RangeError) throw fault('unreadable', position, error.message);
    throw error;
  }
}

/** What an entry says of itself: all are of one county. */
function readHead(entry: Buffer, position: number, check: LogCheck): void {
  const { county, at } = readable(() => envelopeIn(entry), position);
  check.county ??= county;
  if (county !== check.county)
    throw fault('entry', position, `The entry at position ${position} is of county ${county}`);
  check.events += 1;
  check.lastAt = at;
}

function envelopeIn(entry: Buffer): { county: string; at: string } {
  try {
    const { county, at } = JSON.parse(entry.toString('utf8')) as { county: unknown; at: unknown };
    if (typeof county === 'string' && typeof at === 'string') return { county, at };
  } catch {
    // Told below.
  }
  throw new RangeError('An entry is not written as it must be');
}

async function got(fetch: Fetch, path: string, position: number | null): Promise<Buffer> {
  const bytes = await fetch(path);
  if (bytes === undefined) throw fault('not-served', position, `There is no ${path} at this address`);
  return bytes;
}

const timeoutMs = 30_000;
const largestAnswer = tileWidth * 65_537;

/**
 * Reads below an address over HTTP. Entries are given out to whoever has an API key; hashes and the checkpoint to anybody.
 * @throws CliError (environment) when nobody answers there, or with anything but 200 and 404
 */
export function fetchBelow(address: string, apiKey?: string): Fetch {
  const base = address.replace(/\/+$/, '');
  const headers: Record<string, string> = apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` };
  return async (path) => {
    const url = `${base}/${path}`;
    let answer: Response;
    try {
      answer = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs) });
      if (answer.status === 404) return undefined;
      if (answer.ok) return await bytesOf(answer);
    } catch (cause) {
      throw environmentFailed(`${url} cannot be read: ${(cause as Error).message}`, 'Is the address right?', cause);
    }
    const isLocked = answer.status === 401 || answer.status === 403;
    throw environmentFailed(
      `${url} answered ${answer.status}.`,
      isLocked ? 'Give the file with an API key that may read the log: --api-key-file FILE' : 'Try again later.',
    );
  };
}

/** No more of it is taken than a tile can have. */
async function bytesOf({ body }: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > largestAnswer) throw new RangeError(`it has more than the ${largestAnswer} bytes of the largest tile`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
