import {
  type BundledEvent,
  type BundleRequest,
  formatVerifierKey,
  parseCheckpoint,
  parseNote,
  type Range,
  signersOf,
  writeBundle,
} from '@app/ledger';
import { envelopeOf } from './entries';
import type { LoggedEvent, LogStore } from './log-store';

/** Events read at once. */
const page = 2_000;

/**
 * An export that strangers verify offline, line by line and ended, of a whole log, of some positions or of some streams; in flat memory.
 * @throws BundleError @throws NoteFormatError
 */
export function bundleLines(log: Pick<LogStore, 'read' | 'nodes'>, request: BundleRequest): AsyncGenerator<string> {
  const { county, part } = request;
  const { size } = parseCheckpoint(parseNote(request.checkpoint).text);
  const range = part && 'from' in part ? part : { from: 0, to: size };
  const streams = part && 'streams' in part ? part.streams : undefined;
  return writeBundle(request, bundledEvents(log, county, range, streams), log.nodes(county));
}

/** Of these keys those that have signed a checkpoint, each as its one line. @throws NoteFormatError */
export function checkpointSigners({ checkpoint, keys }: Pick<BundleRequest, 'checkpoint' | 'keys'>): string[] {
  return signersOf(parseNote(checkpoint), keys).map(formatVerifierKey);
}

async function* bundledEvents(
  log: Pick<LogStore, 'read'>,
  county: string,
  { from, to }: Range,
  streams: readonly string[] | undefined,
): AsyncGenerator<BundledEvent> {
  for (let after = from - 1; ;) {
    const events = await log.read({ county, after, to: to - 1, limit: page, streams });
    yield* events.map(bundled);
    after = events.at(-1)?.position ?? to;
    // Where an event has vanished a page is short as well: only an empty one is the end.
    if (after >= to - 1) return;
  }
}

function bundled(event: LoggedEvent): BundledEvent {
  const { position, commandId, body, note, salts, leafHash: leaf } = event;
  return { position, envelope: envelopeOf(event), said: body === null ? null : { commandId, body, note }, salts, leaf };
}
