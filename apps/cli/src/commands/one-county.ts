import type { Store } from '@app/store';
import { refused, wrongUsage } from '../output/cli-error';

/**
 * The county a command is about: the one asked for, or the only one there is. `example` is the command as it would name one.
 * @throws CliError (wrong usage) where there are several and none is named; (refused) where it is not known
 */
export async function oneCounty(store: Store, asked: string | undefined, example: string): Promise<string> {
  const known = (await store.register.counties()).map(({ code }) => code);
  if (asked === undefined && known.length > 1)
    throw wrongUsage(`There are several counties here: ${known.join(', ')}.`, `Say which one: ${example} --county 09`);
  const county = known.find((code) => asked === undefined || code === asked);
  if (county === undefined)
    throw refused('No such county is known.', 'Import it first: vuosikello import organisations FILE');
  return county;
}
