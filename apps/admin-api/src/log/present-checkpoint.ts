import type { SignedCheckpoint, Store } from '@app/store';
import { Problem } from '../problems/problem';

const countyForm = /^\d{2}$/;

/** The latest checkpoint of a county's log. @throws Problem where there is none */
export async function checkpointOf(store: Store, county: string): Promise<SignedCheckpoint> {
  const checkpoint = countyForm.test(county) ? await store.log.checkpoint(county) : undefined;
  if (!checkpoint) throw new Problem('no-checkpoint');
  return checkpoint;
}
