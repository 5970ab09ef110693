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

/** Events read at once. */
const page = 2_000;

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
  const to = checkpoint.size - 1;
  const covered = async (wanted: readonly string[]) => {
    const streams = new Set<string>();
    for (let after = -1; ;) {
      const events = await log.read({ county, after, to, streams: wanted, limit: page });
      for (const { stream } of events) streams.add(stream);
      const last = events.at(-1);
      if (!last) return [...streams];
      after = last.position;
    }
  };
  if ((await log.read({ county, to, streams: [workflow], limit: 1 })).length === 0) return undefined;
  const { note } = checkpoint;
  return {
    checkpoint,
    signers: checkpointSigners({ checkpoint: note, keys }),
    async *lines(wanted) {
      const streams = await covered(wanted);
      yield* bundleLines(log, { county, checkpoint: note, keys, part: { streams } });
    },
  };
}
