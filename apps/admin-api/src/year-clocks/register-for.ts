import type { Register } from '@app/domain';
import type { Store } from '@app/store';
import { Problem } from '../problems/problem';

/** The county's register. @throws Problem (register-missing) where it was not imported yet */
export async function registerFor(store: Store, county: string): Promise<Register> {
  const register = await store.register.read(county);
  if (!register) throw new Problem('register-missing');
  return register;
}
