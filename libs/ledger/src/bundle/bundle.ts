import { contentOf, type Said, type Salts } from '../events/content';
import { envelopeEntry, type Envelope } from '../events/envelope';
import { parseCheckpoint } from '../notes/checkpoint';
import { formatVerifierKey, parseNote, signersOf, type VerifierKey } from '../notes/signed-note';
import type { Hash } from '../tree/hashes';
import type { NodeReader } from '../tree/proofs';
import { nodesIn, type Range } from '../tree/ranges';

/** An event that has its place in the log, with what it said. */
export type BundledEvent = {
  position: number;
  envelope: Envelope;
  /** Null once what it said has been disposed of. */
  said: Said | null;
  salts: Salts | null;
  leaf: Hash;
};

export type BundleRequest = {
  county: string;
  /** The signed checkpoint that the bundle is verified against. */
  checkpoint: string;
  /** Keys that may have signed it; those that have are named in the bundle, as a hint for the reader. */
  keys: readonly VerifierKey[];
  /**
   * Unless given, all that the checkpoint covers. Either these positions, or these streams only, each of which has an event.
   * Hashes stand for what is left out.
   */
  part?: Range | { streams: readonly string[] } | undefined;
  /** Sizes that readers may hold an older checkpoint of: what is left out is cut there, so that they can compare. */
  knownSizes?: readonly number[] | undefined;
};

/** What is to be exported does not fit the log. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

const format = 'vuosikello-log/1';

/**
 * Writes an export of a county's log that a stranger can verify offline, line by line (NDJSON, each line ended): first its head, then for
 * each event its entry and what it said, and for what is left out the hashes of the full subtrees that this consists of. From
 * leaves and hashes the root of the checkpoint follows, whatever part it is. Needs the memory of one event.
 *
 * It says what is stored, also where that is not what was logged, or an event is missing: telling so is the reader's part.
 * @param events those of the range (and of the streams), in order of their positions
 * @param read the nodes of the log
 * @throws BundleError where the checkpoint does not cover the range, or an event comes out of turn
 */
export async function* writeBundle(
  { county, checkpoint, keys, part, knownSizes = [] }: BundleRequest,
  events: AsyncIterable<BundledEvent>,
  read: NodeReader,
): AsyncGenerator<string> {
  const note = parseNote(checkpoint);
  const { origin, size } = parseCheckpoint(note.text);
  const streams = part && 'streams' in part ? part.streams : undefined;
  const { from, to } = part && 'from' in part ? part : { from: 0, to: size };
  if (from < 0 || from > to || to > size)
    throw new BundleError(`The checkpoint covers ${size} entries; the positions ${from} to ${to} are not among them`);
  const signers = signersOf(note, keys).map(formatVerifierKey);
  yield line({ format, county, origin, checkpoint, keys: signers, from, to, ...(streams && { streams }) });

  const cuts = [...new Set([...knownSizes, from, to, size])].sort((one, other) => one - other);
  let next = 0;
  const leaveOutUpTo = async function* (end: number): AsyncGenerator<string> {
    for (const cut of [...cuts.filter((place) => place > next && place < end), end]) {
      if (cut === next) continue;
      const hashes = await read(nodesIn({ from: next, to: cut }));
      yield line({ gap: cut - next, hashes: hashes.map(hex) });
      next = cut;
    }
  };
  for await (const event of events) {
    if (event.position < Math.max(next, from) || event.position >= to)
      throw new BundleError(`The event at position ${event.position} comes out of turn`);
    yield* leaveOutUpTo(event.position);
    yield line(bundled(event));
    next += 1;
  }
  yield* leaveOutUpTo(size);
}

function bundled({ position, envelope, said, salts, leaf }: BundledEvent): object {
  const head = { position, entry: envelopeEntry(envelope), leaf: hex(leaf) };
  if (said === null || salts === null) return { ...head, disposed: true };
  const { json, salt, texts } = contentOf(said, salts);
  const known = Object.entries(texts).map(([pointer, told]) => [pointer, { salt: hex(told.salt), text: told.text }]);
  const erased = erasedIn(salts);
  return {
    ...head,
    content: json,
    salt: hex(salt),
    ...(known.length > 0 && { texts: Object.fromEntries(known) as object }),
    ...(erased.length > 0 && { erased }),
  };
}

/** Where the texts were of which the hash alone is left. */
function erasedIn(salts: Salts): string[] {
  if ('seed' in salts) return [];
  return Object.keys(salts.left)
    .filter((pointer) => 'hash' in (salts.left[pointer] ?? {}))
    .sort();
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
