import { emptyRoot } from '@app/ledger';
import type { Actor } from '@app/workflows';
import { judgeGrowth, type Refusal } from './judge-growth';
import type { LogStore, Unsigned } from './log-store';
import type { Remembered, SignedBefore, SignerMemory } from './signer-memory';

export type Restored =
  | { outcome: 'restored'; origin: string; earlier: Remembered; why: Why }
  /** The log goes on from what was signed, or nothing was signed yet. */
  | { outcome: 'nothing-to-recover' };

/** `key-lost`: the log itself is whole, but what it was signed with is gone. */
type Why = Exclude<Refusal, 'key-changed'> | 'key-lost';

type Recovery = { origin: string; earlier: Remembered; why: Why; before: SignedBefore | undefined };

/**
 * After a restore to an earlier moment, which the signer refuses to sign: the log goes on under a new name, and says in itself what was
 * signed last under the one before. Cut off and done again it says so once. Nothing else may have written the signer's file meanwhile;
 * an engine that runs has no reason to for this county.
 */
export async function declareRestored(
  log: LogStore,
  memory: SignerMemory,
  { county, reason, actor, isKeyLost }: { county: string; reason: string; actor: Actor; isKeyLost: boolean },
): Promise<Restored> {
  const recovery = await underLock(log, county, async (unsigned) =>
    recoveryOf(memory.read()[county], unsigned, isKeyLost),
  );
  if (!recovery) return { outcome: 'nothing-to-recover' };
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
  const why = refusal === undefined || refusal === 'key-changed' ? (isKeyLost ? 'key-lost' : undefined) : refusal;
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

/** Runs while nobody signs. */
async function underLock<T>(
  log: LogStore,
  county: string,
  work: (unsigned: Unsigned) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (;;) {
    let result: T | undefined;
    const outcome = await log.seal(county, 0, async (unsigned) => {
      result = await work(unsigned);
      return undefined;
    });
    if (outcome !== 'busy') return result;
  }
}
