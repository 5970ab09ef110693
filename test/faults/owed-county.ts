import { parseRegister, type Register } from '@app/domain';
import type { Store } from '@app/store';
import { registerOfSize } from '../../bench/register-of-size';
import { startRequest } from '../support/requests';

/** Starts so many at once; the store joins them. */
const clients = 64;

/** The register of a county of so many municipalities, each with a contact of its own. */
export function countyRegister(code: string, municipalities: number): Register {
  const data = registerOfSize(municipalities, municipalities, municipalities);
  const { register, findings } = parseRegister({ ...data, county: { ...data.county, code } });
  if (register === undefined) throw new Error(JSON.stringify(findings.slice(0, 5)));
  return register;
}

/**
 * Has so many mails owed as of the business time that is: a request each, in turns to every municipality of every county.
 * The counties' registers are imported first.
 */
export async function oweMails(
  store: Store,
  counties: readonly string[],
  municipalities: number,
  mails: number,
): Promise<void> {
  for (const code of counties) await store.register.import(countyRegister(code, municipalities));
  let begun = 0;
  const begin = async (): Promise<void> => {
    while (begun < mails) {
      const index = begun++;
      const county = counties[index % counties.length] ?? '';
      const organisation = String((Math.floor(index / counties.length) % municipalities) + 1).padStart(3, '0');
      await startRequest(store, `${county}.owed-${index}`, { organisation }, county);
    }
  };
  await Promise.all(Array.from({ length: clients }, begin));
}

/** How many mails of those counties stand in each state. */
export async function countStates(store: Store, counties: readonly string[]): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const code of counties)
    for (const [state, count] of Object.entries(await store.notifications.counts(code)))
      if (count > 0) sums[state] = (sums[state] ?? 0) + count;
  return sums;
}
