import type { Store } from '@app/store';
import { waitUntil } from '../clock/wait-until';
import { counted } from '../output/print';

/** What is due was not finished in time, or was given up. */
export class StuckError extends Error {
  override readonly name = 'StuckError';
}

export type Settling = {
  /** As the engine: sees work across counties. */
  engineStore: Store;
  store: Store;
  county: string;
};

/** Longer than a lease: what a killed engine held is taken up again after it. */
const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 10;

/**
 * Waits until nothing that is due by business time is unfinished: the virtual clock may move only then.
 * @throws StuckError naming what is stuck, when nothing has moved for 90 s of real time or work was given up.
 */
export async function settle(settling: Settling): Promise<void> {
  const { work } = settling.engineStore;
  let last = '';
  for (;;) {
    const outcome = await waitUntil(
      async () => {
        const { dueNow, leased, quarantined, pending } = await work.counts();
        if (quarantined > 0) return 'given-up' as const;
        if (dueNow === 0 && leased === 0) return 'settled' as const;
        const seen = [dueNow, leased, pending].join();
        const moved = last !== '' && seen !== last;
        last = seen;
        return moved ? ('moved' as const) : undefined;
      },
      PATIENCE_MS,
      LOOK_EVERY_MS,
    );
    if (outcome === 'settled') return;
    if (outcome !== 'moved') throw await explain(settling, outcome);
  }
}

async function explain({ engineStore, store, county }: Settling, outcome: 'given-up' | undefined): Promise<StuckError> {
  const { dueNow, leased, quarantined } = await engineStore.work.counts();
  const mails = (
    await Promise.all(
      ['queued', 'sending', 'deferred'].map((state) => store.notifications.list(county, { state }, { limit: 10 })),
    )
  ).flatMap(({ items }) =>
    items.map(({ id, template, state, reply }) => `  mail ${id} (${template}): ${state} ${reply ?? ''}`),
  );
  const what = [
    dueNow > 0 && `${counted(dueNow, 'piece')} of work due`,
    leased > 0 && `${leased} in hand`,
    quarantined > 0 && `${quarantined} given up after five tries`,
  ].filter((part) => part !== false);
  const why = outcome === 'given-up' ? 'The engine gave work up' : `Nothing has moved for ${PATIENCE_MS / 1000} s`;
  return new StuckError([`${why}: ${what.join(', ')}.`, ...mails].join('\n'));
}
