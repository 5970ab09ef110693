import type { Store } from '@app/store';
import { Problem } from '../problems/problem';

/** @throws Problem 404 for an organisation that is not in the county's register, and never was */
export async function requireOrganisation(store: Store, county: string, organisation: string): Promise<void> {
  const register = await store.register.read(county);
  if (register?.organisations.some(({ id }) => id === organisation) !== true) throw new Problem('unknown-id');
}
