import type { CivilDate } from '@app/domain';
import { instant } from '@app/domain';
import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { coordinator, sql } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store } from '../index';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
const now = instant('2026-05-25T09:00:00+03:00');
beforeEach(() => setVirtualClock(database.ownerUrl, now));

const dump = async (table: string) =>
  JSON.stringify(await sql(database.superuserUrl, `select t::text from vuosikello.${table} t`));

describe('an API key', () => {
  it('opens its county in its role', async () => {
    const { id, key } = await store.keys.create({ county: '09', role: 'coordinator', label: 'Koordinaattori' });
    expect(key).toMatch(/^vk_[0-9a-f]{8}_[\w-]{43}$/);
    expect(await store.keys.authenticate(key)).toEqual({ id, county: '09', role: 'coordinator', permissions: null });
  });

  it('is kept as a hash only', async () => {
    const { key } = await store.keys.create({ county: '09', role: 'admin' });
    const kept = await dump('api_key');
    expect(kept).toContain(createHash('sha256').update(key).digest('hex'));
    expect(kept).not.toContain(key.split('_').at(-1));
  });

  it('is not another key, nor a part of one', async () => {
    const { key } = await store.keys.create({ county: '09', role: 'admin' });
    for (const wrong of [`${key}x`, key.slice(0, -1), key.toUpperCase(), '', 'vk_']) {
      expect(await store.keys.authenticate(wrong)).toBeUndefined();
    }
  });

  it('holds until the end of its last day in Helsinki', async () => {
    const { key } = await store.keys.create({ county: '09', role: 'service', expiresOn: '2026-05-25' as CivilDate });
    await setVirtualClock(database.ownerUrl, instant('2026-05-25T23:59:59+03:00'));
    expect(await store.keys.authenticate(key)).toBeDefined();
    await setVirtualClock(database.ownerUrl, instant('2026-05-26T00:00:00+03:00'));
    expect(await store.keys.authenticate(key)).toBeUndefined();
  });

  it('is revoked once, by its own county or from outside', async () => {
    const one = await store.keys.create({ county: '09', role: 'admin' });
    const two = await store.keys.create({ county: '17', role: 'admin' });
    expect(await store.keys.revoke('17', one.id)).toBe(false);
    expect(await store.keys.revoke('09', one.id)).toBe(true);
    expect(await store.keys.revoke('09', one.id)).toBe(false);
    expect(await store.keys.revoke(null, two.id)).toBe(true);
    expect(await store.keys.revoke(null, 'no-such-key')).toBe(false);
    expect(await store.keys.authenticate(one.key)).toBeUndefined();
    expect(await store.keys.authenticate(two.key)).toBeUndefined();
  });
});

describe('an answer link', () => {
  const link = {
    county: '09',
    workflow: '09.pyynto',
    notification: '09.pyynto.n3',
    expiresAt: instant('2026-09-01T00:00:00+03:00'),
  };

  it("opens its workflow in its contact's language, as often as it is looked at", async () => {
    await store.register.import(exampleRegister());
    const contact = exampleRegister().contacts.find(({ of }) => of === '016');
    const token = await store.links.issue({ ...link, contact: contact?.id ?? null });
    expect(token).toMatch(/^[\w-]{43}$/);
    const opened = await store.links.resolve(token);
    expect(opened).toEqual({
      id: expect.any(String) as string,
      county: '09',
      workflow: '09.pyynto',
      organisation: null,
      notification: '09.pyynto.n3',
      contact: contact?.id,
      language: contact?.language,
    });
    expect(await store.links.resolve(token)).toEqual(opened);
  });

  it('is kept as a hash only', async () => {
    const token = await store.links.issue({ ...link, contact: null });
    const kept = await dump('response_link');
    expect(kept).toContain(createHash('sha256').update(token).digest('hex'));
    expect(kept).not.toContain(token);
  });

  it('opens nothing when it has expired, was revoked or never was', async () => {
    const token = await store.links.issue({ ...link, contact: null });
    const other = await store.links.issue({ ...link, contact: null });
    const opened = await store.links.resolve(other);
    expect(opened).toMatchObject({ contact: null, language: null });
    expect(await store.links.revoke('17', opened?.id ?? '')).toBe(false);
    expect(await store.links.revoke('09', opened?.id ?? '')).toBe(true);
    expect(await store.links.resolve(other)).toBeUndefined();
    expect(await store.links.resolve('no-such-token')).toBeUndefined();
    await setVirtualClock(database.ownerUrl, link.expiresAt);
    expect(await store.links.resolve(token)).toBeUndefined();
  });

  it('is known by its id in the log: whom it was sent to, like a key by its label', async () => {
    await sql(
      database.superuserUrl,
      `insert into vuosikello.notification (county, id, workflow, template, organisation, audience, link, data, state, version, owed_at)
       values ('09', '09.pyynto.n3', '09.pyynto', 'advance-assignment', '016', 'respondent', true, '{}', 'accepted', 1, now())`,
    );
    const { id: key } = await store.keys.create({ county: '09', role: 'coordinator', label: 'Vuorossa' });
    const sent = await store.links.resolve(await store.links.issue({ ...link, contact: null }));
    const made = await store.standingLinks.create({ county: '09', organisation: '016', days: 3, actor: coordinator });
    if (made.outcome !== 'made') throw new Error(made.outcome);
    const ids = [`key:${key}`, `link:${sent?.id}`, `link:${made.link.id}`, 'link:999999', 'clock', '09.pyynto'];
    expect(await store.events.actors('09', ids)).toEqual([
      { id: `key:${key}`, kind: 'key', role: 'coordinator', label: 'Vuorossa' },
      ...[
        { id: `link:${made.link.id}`, kind: 'link', organisation: '016', audience: null, sentAt: null },
        { id: `link:${sent?.id}`, kind: 'link', organisation: '016', audience: 'respondent', sentAt: now },
      ],
    ]);
    expect(await store.events.actors('17', ids)).toEqual([]);
  });
});
