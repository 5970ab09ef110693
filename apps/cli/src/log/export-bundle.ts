import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BundleRequest, parseVerifierKey } from '@app/ledger';
import { bundleLines, type Store } from '@app/store';
import { refused, wrongUsage } from '../output/cli-error';
import { checkpointIn, type LogKnown } from './log-check';

export type BundleWish = {
  county: string;
  /** Positions, the first and the last; all that is signed unless given. */
  from?: number | undefined;
  to?: number | undefined;
  /** One workflow: its stream, and those of the mails and tasks that it owed. */
  streams?: readonly string[] | undefined;
  keysOf: LogKnown['keysOf'];
  /** A checkpoint that the reader holds. */
  old?: string | undefined;
};

/**
 * Writes the export that strangers verify offline, whole or not at all.
 * @returns how many entries its checkpoint covers
 * @throws CliError (refused) when nothing is signed yet, or a stream is not known; (wrong usage) for positions that are not signed, or a file that cannot be written
 */
export async function exportBundle(
  store: Pick<Store, 'log'>,
  file: string,
  wish: BundleWish,
): Promise<{ size: number }> {
  const { county, from, to, streams, keysOf, old } = wish;
  const checkpoint = await store.log.checkpoint(county);
  if (!checkpoint)
    throw refused(
      `The log of county ${county} has no checkpoint yet.`,
      'The engine signs it within seconds when LOG_SIGNING_KEY_FILE is set.',
    );
  const { size, note, origin } = checkpoint;
  const range = { from: from ?? 0, to: to === undefined ? size : to + 1 };
  if (range.from >= range.to || range.to > size)
    throw wrongUsage(`The positions ${range.from} to ${range.to - 1} are not signed.`, `Signed are 0 to ${size - 1}.`);
  for (const stream of streams ?? [])
    if ((await store.log.read({ county, streams: [stream], to: size - 1, limit: 1 })).length === 0)
      throw refused(
        `The log of county ${county} has no events of ${stream}, or none that is signed yet.`,
        'Is the id right? vuosikello log export shows the streams.',
      );
  const request: BundleRequest = {
    county,
    checkpoint: note,
    keys: keysOf(origin).map(parseVerifierKey),
    part: streams ? { streams } : from === undefined && to === undefined ? undefined : range,
    knownSizes: old === undefined ? [] : [checkpointIn(old).size],
  };
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(bundleLines(store.log, request)), createWriteStream(unfinished));
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    if ((cause as NodeJS.ErrnoException).syscall !== undefined)
      throw wrongUsage(`${file} cannot be written: ${(cause as Error).message}`, 'Give another path.', cause);
    throw cause;
  }
  return { size };
}
