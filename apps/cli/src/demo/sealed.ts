import { waitUntil } from '../clock/wait-until';
import type { Stage } from './stage';

const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 100;

/** The engine has not brought the log to its end. */
export class UnsealedError extends Error {
  override readonly name = 'UnsealedError';
}

/** Waits until every event has its position in the county's log and all of it is signed. @throws UnsealedError after a minute */
export async function awaitSealed(
  { store, engineStore }: Pick<Stage, 'store' | 'engineStore'>,
  county: string,
): Promise<void> {
  const isSealed = async (): Promise<true | undefined> => {
    if ((await engineStore.log.behind()).length > 0) return undefined;
    const { size } = await store.log.head(county);
    return (await store.log.checkpoint(county))?.size === size || undefined;
  };
  if (await waitUntil(isSealed, PATIENCE_MS, LOOK_EVERY_MS)) return;
  throw new UnsealedError(`The log of ${county} was not signed to its end within ${PATIENCE_MS / 1000} s.`);
}
