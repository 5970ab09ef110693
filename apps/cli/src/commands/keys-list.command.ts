import type { ApiKey, Store } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { readSettings } from '../config/settings';
import { print, printJson } from '../output/print';
import { countyArgument } from './county-argument';

type Options = { county?: string; all?: true; json?: true };

const atOnce = 200;

/** `keys list`: the API keys; never the keys themselves, which nobody knows any more. */
export function addKeysList(keys: Command): void {
  keys
    .command('list')
    .description('the API keys in use: what they may do, who made them, when they were last used')
    .addOption(new Option('--county <code>', 'only those of the county').argParser(countyArgument))
    .option('--all', 'those out of use too')
    .option('--json', 'print JSON only: { keys }')
    .action(async ({ county, all, json }: Options) => {
      const found = await withStore(readSettings(), async (store) => {
        const counties = county === undefined ? (await store.register.counties()).map(({ code }) => code) : [county];
        return (await Promise.all(counties.map((code) => keysOf(store, code, all !== true)))).flat();
      });
      if (json) return printJson({ keys: found });
      print(...(found.length > 0 ? found.map(lineOf) : ['No API key is in use.']));
    });
}

async function keysOf(store: Store, county: string, inForce: boolean): Promise<ApiKey[]> {
  await noteReading(store, { county, what: 'key', how: 'keys list' });
  const found: ApiKey[] = [];
  for (;;) {
    const { items, next } = await store.keys.list(county, { inForce }, { limit: atOnce, after: found.at(-1)?.id });
    found.push(...items);
    if (next === null) return found;
  }
}

function lineOf({ id, role, label, permissions, createdAt, expiresOn, lastUsedAt, revokedAt }: ApiKey): string {
  const parts = [
    id,
    role,
    `made ${createdAt.slice(0, 10)}`,
    lastUsedAt ? `used ${lastUsedAt.slice(0, 16)}Z` : 'never used',
    expiresOn && `until ${expiresOn}`,
    revokedAt && `revoked ${revokedAt.slice(0, 10)}`,
    permissions && `only ${permissions.join(',')}`,
    label,
  ];
  return parts.filter((part) => part !== null).join('  ');
}
