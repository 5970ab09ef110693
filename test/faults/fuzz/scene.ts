import { instant } from '@app/domain';
import { keyRoles, openStore, setVirtualClock, type Store } from '@app/store';
import { createAdminApi } from '../../../apps/admin-api/src/admin-api';
import { listen } from '../../../apps/admin-api/src/http/listen';
import { askedOfAsikkala } from '../../support/asked-of-asikkala';
import { exampleRegister, negotiationPlan } from '../../support/example-area';

const county = '09';

/** The admin API on a county with something of everything in it, and whoever may ask it. */
export type FuzzScene = {
  port: number;
  url: string;
  keys: string[];
  /** The ids of those keys: whoever revokes one ends the run. */
  keyIds: string[];
  /** Secrets of pages and feeds. */
  tokens: string[];
  /** What the server has said of mistakes of its own. */
  mistakes: string[];
  store: Store;
  close(): Promise<void>;
};

export async function fuzzScene(logins: { ownerUrl: string; appUrl: string }): Promise<FuzzScene> {
  await setVirtualClock(logins.ownerUrl, instant('2026-01-02T07:00:00Z'));
  const store = await openStore({ databaseUrl: logins.appUrl, applicationName: 'fuzz' });
  await store.register.import(exampleRegister());
  const made = await Promise.all(
    keyRoles.flatMap((role) => [county, county, '17'].map((of) => store.keys.create({ county: of, role }))),
  );
  const mistakes: string[] = [];
  const app = await createAdminApi({
    store,
    log: (level, event, fields) => {
      if (level === 'error') mistakes.push(`${event} ${JSON.stringify(fields)}`);
    },
    https: false,
    webhooks: { key: Buffer.alloc(32, 3), allowPrivate: false },
    // What is limited is not looked at.
    protection: { limits: undefined, trustProxy: false, corsOrigins: [] },
  });
  const port = await listen(app, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${port}`;
  const admin = made[keyRoles.indexOf('admin') * 3]?.key ?? '';
  const tokens = await fill({ url, admin, store });
  await setVirtualClock(logins.ownerUrl, instant('2026-06-01T06:00:00Z'));
  return {
    port,
    url,
    // Most of them may do much.
    keys: [...made.map(({ key }) => key), admin, admin, admin, 'vk_nobody', 'a.b.c'],
    keyIds: made.map(({ id }) => id),
    tokens: [...tokens, 'x'.repeat(43)],
    mistakes,
    store,
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

async function fill({ url, admin, store }: { url: string; admin: string; store: Store }): Promise<string[]> {
  const send = async (method: string, path: string, json: unknown): Promise<Record<string, unknown>> => {
    const headers = { Authorization: `Bearer ${admin}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(json) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  await send('PUT', `/v1/year-clocks/${county}/2026`, negotiationPlan());
  await send('POST', `/v1/year-clocks/${county}/2026/activate`, {});
  for (const key of ['asked-1', 'asked-2', 'asked-3'])
    await send('POST', '/v1/workflows', { definition: 'information-request', key, data: askedOfAsikkala, year: 2026 });
  await send('POST', '/v1/webhooks', { url: 'https://receiver.example.test/hooks' });
  const secrets = [
    await send('POST', '/v1/calendars', { scope: 'county', label: 'fuzz' }),
    await send('POST', '/v1/organisations/016/standing-links', { label: 'fuzz' }),
  ].map(({ url: address }) => secretIn(String(address)));
  const owed = await store.notifications.list(county, { workflow: `${county}.asked-1` }, { limit: 1 });
  const notification = owed.items[0]?.id ?? '';
  const link = { county, workflow: `${county}.asked-1`, notification, contact: null };
  return [...secrets, await store.links.issue({ ...link, expiresAt: instant('2027-01-01T00:00:00Z') })];
}

function secretIn(address: string): string {
  const { pathname, searchParams } = new URL(address);
  return searchParams.get('token') ?? pathname.split('/').at(-1) ?? '';
}
