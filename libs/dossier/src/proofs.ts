import { bundleLines, checkpointSigners, type SignedCheckpoint } from '@app/store';
import type { DossierSource } from './dossier-source';

/** Keys of the log and its witnesses; those that have signed are named as a hint for the reader. */
export type KnownKeys = Parameters<typeof bundleLines>[1]['keys'];

export type Proofs = {
  checkpoint: SignedCheckpoint;
  /** The known keys that have signed it, each as its one line. */
  signers: string[];
  lines: (streams: readonly string[]) => AsyncIterable<string>;
};

/**
 * What proves the events of streams, as lines of the log's bundle under its latest checkpoint; of those streams that it covers.
 * Undefined where it covers no event of the workflow yet, or nobody signs the log.
 */
export async function proofsOf(
  { log }: DossierSource,
  { county, workflow, keys }: { county: string; workflow: string; keys: KnownKeys },
): Promise<Proofs | undefined> {
  const checkpoint = await log.checkpoint(county);
  if (!checkpoint || checkpoint.size === 0) return undefined;
  const { note, size } = checkpoint;
  if ((await log.streamsWithin(county, size, [workflow])).length === 0) return undefined;
  return {
    checkpoint,
    signers: checkpointSigners({ checkpoint: note, keys }),
    async *lines(wanted) {
      const streams = await log.streamsWithin(county, size, wanted);
      yield* bundleLines(log, { county, checkpoint: note, keys, part: { streams } });
    },
  };
}
