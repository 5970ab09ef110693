import { consistencyProof, type Hash, isConsistent } from '@app/ledger';
import type { Unsigned } from './log-store';
import type { SignedBefore } from './signer-memory';

/** Why a log is not signed: what was signed before is not its beginning. */
export type Refusal =
  /** It has fewer entries than were signed: the database was restored to an earlier moment. */
  | 'shorter'
  /** What was signed is not its beginning: entries were changed, or it grew otherwise after a restore. */
  | 'inconsistent'
  /** There are checkpoints, but the signer's file knows of none. */
  | 'memory-missing';

/** Whether what was signed before is the beginning of the log; undefined when it is. */
export async function judgeGrowth(
  before: SignedBefore | undefined,
  { head, last, nodes }: Unsigned,
): Promise<Refusal | undefined> {
  if (!before) return last ? 'memory-missing' : undefined;
  if (before.size > head.size) return 'shorter';
  const old = { size: before.size, root: Buffer.from(before.root, 'hex') };
  const proof = await consistencyProof(old.size, head.size, nodes).catch((error: unknown): Hash[] | undefined => {
    // A hash is missing.
    if (error instanceof RangeError) return undefined;
    throw error;
  });
  return proof && isConsistent(old, head, proof) ? undefined : 'inconsistent';
}
