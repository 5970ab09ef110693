import { emptyRoot } from '@app/ledger';
import type { Actor } from '@app/workflows';
import { judgeGrowth, type Refusal } from './judge-growth';
import type { LogStore, Unsigned } from './log-store';
import type { Remembered, SignedBefore, SignerMemory } from './signer-memory';

export type Restored =
  | { outcome: 'restored'; origin: string; earlier: Remembered; why: Why }
  /** The log goes on from what was signed, or nothing was signed yet. */
  | { outcome: 'nothing-to-recover' }
  /** The log was signed, and the signer's file knows nothing of it: is it the right one? */
  | { outcome: 'state-missing' };

/** `key-lost`: the log itself is whole, but what it was signed with is gone. */
type Why = Refusal | 'key-lost';

type Recovery = { origin: string; earlier: Remembered; why: Why; before: SignedBefore | undefined };

type Declared = {
  county: string;
  reason: string;
  actor: Actor;
  /** The log is whole, and the key that signed it is gone for good. */
  isKeyLost?: boolean;
  /** The signer's file is gone for good. Without it nothing is done: a wrong file would be told from a lost one by nobody. */
  isStateLost?: boolean;
};

/**
 * After a restore to an earlier moment, which the signer refuses to sign: the log goes on under a new name, and says in itself what was
 * signed last under the one before. Cut off and done again it says so once. Nothing else may have written the signer's file meanwhile;
 * an engine that runs has no reason to for this county.
 */
export async function declareRestored(
  log: Pick<LogStore, 'seal' | 'record'>,
  memory: Pick<SignerMemory, 'read' | 'write'>,
  { county, reason, actor, isKeyLost = false, isStateLost = false }: Declared,
): Promise<Restored> {
  const recovery = await underLock(log, county, async (unsigned) =>
    recoveryOf(memory.read()[county], unsigned, isKeyLost),
  );
  if (!recovery) return { outcome: 'nothing-to-recover' };
  if (recovery.why === 'memory-missing' && !isStateLost) return { outcome: 'state-missing' };
  const { origin, earlier, why } = recovery;
  // First the log: cut off after it, the signer goes on refusing, and this is done again.
  await log.record(county, {
    type: 'LogRestored',
    body: { origin, earlier, why },
    actor,
    commandId: `log-restored:${origin}`,
    note: reason,
  });
  await underLock(log, county, () => {
    memory.write(county, {
      origin,
      size: 0,
      root: emptyRoot().toString('hex'),
      earlier: [...(recovery.before?.earlier ?? []), earlier],
    });
    return Promise.resolve(undefined);
  });
  return { outcome: 'restored', origin, earlier, why };
}

async function recoveryOf(
  before: SignedBefore | undefined,
  unsigned: Unsigned,
  isKeyLost: boolean,
): Promise<Recovery | undefined> {
  const refusal = await judgeGrowth(before, unsigned);
  const why = refusal ?? (isKeyLost ? 'key-lost' : undefined);
  const { last } = unsigned;
  const earlier = before
    ? { origin: before.origin, size: before.size, root: before.root }
    : last && { origin: last.origin, size: last.size, root: last.root.toString('hex') };
  return why && earlier && { origin: nextOrigin(earlier.origin), earlier, why, before };
}

/** `host/log/09` → `host/log/09~2` → `host/log/09~3` */
function nextOrigin(origin: string): string {
  const [, base = origin, number = '1'] = /^(.*)~(\d+)$/.exec(origin) ?? [];
  return `${base}~${Number(number) + 1}`;
}

/** Runs while nobody signs, whenever that was last. */
async function underLock<T>(
  log: Pick<LogStore, 'seal'>,
  county: string,
  work: (unsigned: Unsigned) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (;;) {
    let result: T | undefined;
    const outcome = await log.seal(county, -Infinity, async (unsigned) => {
      result = await work(unsigned);
      return undefined;
    });
    // Otherwise the work was not done: another is at it, or the server's clock was put back.
    if (outcome === 'unsigned' || outcome === 'sealed') return result;
  }
}
