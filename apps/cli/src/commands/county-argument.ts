import type { Store } from '@app/store';
import { InvalidArgumentError } from 'commander';
import { refused } from '../output/cli-error';

/** Reads an option that is a county's code. @throws InvalidArgumentError, which ends with wrong usage. */
export function countyArgument(text: string): string {
  if (!/^\d{2}$/.test(text)) throw new InvalidArgumentError('A county is two digits, for example 09.');
  return text;
}

/** @throws CliError (refused) that names the counties there are when the county is not one of them. */
export async function requireCounty(store: Store, county: string): Promise<void> {
  const known = (await store.register.counties()).map(({ code }) => code);
  if (known.includes(county)) return;
  throw refused(
    `There is no county ${county} here${known.length > 0 ? ` (known: ${known.join(', ')})` : ''}.`,
    'Import its register first: vuosikello import organisations FILE',
  );
}
