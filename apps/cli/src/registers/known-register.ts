import { registerFile, type RegisterInput } from '@app/domain';
import type { Store } from '@app/store';
import { isInstalled, withStore } from '../composition/database';
import type { Settings } from '../config/settings';
import { refused } from '../output/cli-error';

/**
 * The register as it stands, for a file that holds a part of one: of the county asked for, else of the one that the file names,
 * else of the only one there is.
 */
export function knownRegister(
  settings: Settings,
  asked: string | undefined,
): (named: string | undefined) => Promise<RegisterInput | undefined> {
  return async (named) => {
    if (!isInstalled(settings)) return undefined;
    const register = await withStore(settings, async (store) => {
      const county = asked ?? named ?? (await onlyCounty(store));
      return county === undefined ? undefined : store.register.read(county);
    });
    return register && registerFile(register);
  };
}

/** The county asked for, or the only one there is. @throws CliError (refused) when it is not known which is meant. */
export async function countyMeant(store: Store, asked: string | undefined): Promise<string> {
  const county = asked ?? (await onlyCounty(store));
  if (county !== undefined) return county;
  const known = (await store.register.counties()).map(({ code }) => code);
  throw known.length === 0
    ? refused('There is no register here yet.', 'Import one: vuosikello import organisations FILE')
    : refused('There are several counties here.', `Say which with --county: ${known.join(', ')}`);
}

async function onlyCounty(store: Store): Promise<string | undefined> {
  const [first, ...others] = await store.register.counties();
  return others.length === 0 ? first?.code : undefined;
}
