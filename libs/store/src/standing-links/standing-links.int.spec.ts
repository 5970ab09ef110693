import { instant } from '@app/domain';
import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { sql } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store } from '../index';

let database: TestDatabase;
let store: Store;
const clock = (at: string) => setVirtualClock(database.ownerUrl, instant(at));
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
  await clock('2026-05-25T09:00:00+03:00');
  await store.register.import(exampleRegister());
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const actor = { id: 'key:test', role: 'coordinator' as const };

async function made(changes: { organisation?: string; days?: number; request?: string } = {}) {
  const answer = await store.standingLinks.create({ county: '09', organisation: '016', days: 400, actor, ...changes });
  if (answer.outcome !== 'made') throw new Error(answer.outcome);
  return answer;
}

describe('a standing link', () => {
  it('is opened by its secret until it expires, and only the hash of that is kept', async () => {
    const { link, token } = await made({ days: 2 });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(link).toEqual({
      id: expect.stringMatching(/^09-[0-9a-f]{8}$/),
      county: '09',
      organisation: '016',
      label: null,
      createdAt: '2026-05-25T06:00:00.000Z',
      expiresAt: '2026-05-27T06:00:00.000Z',
    });
    const kept = JSON.stringify(await sql(database.superuserUrl, 'select t::text from vuosikello.standing_link t'));
    expect(kept).toContain(createHash('sha256').update(token).digest('hex'));
    expect(kept).not.toContain(token);
    expect(await store.standingLinks.resolve(token)).toEqual(link);
    await clock('2026-05-27T08:59:59+03:00');
    expect(await store.standingLinks.resolve(token)).toEqual(link);
    await clock('2026-05-27T09:00:00+03:00');
    expect(await store.standingLinks.resolve(token)).toBeUndefined();
    await clock('2026-05-25T09:00:00+03:00');
  });

  it('is not opened by any other secret, nor after it was revoked, which its own county alone can do', async () => {
    const { link, token } = await made();
    for (const wrong of [`${token}x`, token.slice(1), link.id, '']) {
      expect(await store.standingLinks.resolve(wrong)).toBeUndefined();
    }
    expect(await store.standingLinks.revoke('17', link.id, { actor })).toBe(false);
    expect(await store.standingLinks.revoke('09', link.id, { actor, organisation: '111' })).toBe(false);
    expect(await store.standingLinks.resolve(token)).toEqual(link);
    expect(await store.standingLinks.revoke(null, link.id, { actor })).toBe(true);
    expect(await store.standingLinks.revoke('09', link.id, { actor })).toBe(false);
    expect(await store.standingLinks.resolve(token)).toBeUndefined();
    // The log says who made it and who revoked it, once each, and nothing of its secret.
    const events = await store.workflows.events('09', `09.standing-link-${link.id}`, { after: 0, limit: 10 });
    expect(events.map((event) => [event.type, event.actor.id, event.data])).toEqual([
      ['StandingLinkMade', 'key:test', { organisation: '016', expiresAt: link.expiresAt }],
      ['StandingLinkRevoked', 'key:test', {}],
    ]);
    expect((await store.replay.run('09')).differences).toEqual([]);
  });

  it('is made once by requests that repeat each other at once, and for nobody whom the register does not know', async () => {
    const ask = () =>
      store.standingLinks.create({ county: '09', organisation: '081', days: 10, request: 'same', actor });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['made', 'repeated', 'repeated']);
    const { items } = await store.standingLinks.list('09', '081', { limit: 10 });
    expect(items).toHaveLength(1);
    const nobody = { county: '09', organisation: '999', days: 10, actor };
    expect(await store.standingLinks.create(nobody)).toEqual({ outcome: 'unknown-organisation' });
  });

  it('is listed page by page while it is in force, within its county', async () => {
    const ids = [await made({ organisation: '142' }), await made({ organisation: '142' })]
      .map(({ link }) => link.id)
      .sort();
    const first = await store.standingLinks.list('09', '142', { limit: 1 });
    expect([first.items.map(({ id }) => id), first.next]).toEqual([[ids[0]], ids[0]]);
    const rest = await store.standingLinks.list('09', '142', { limit: 1, after: ids[0] });
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[ids[1]], null]);
    expect((await store.standingLinks.list('17', undefined, { limit: 10 })).items).toEqual([]);
  });
});
