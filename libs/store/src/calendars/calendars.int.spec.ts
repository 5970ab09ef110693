import { instant, type CivilDate } from '@app/domain';
import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { planDriving, exampleRegister } from '../../../../test/support/example-area';
import { coordinator, sql, startRequest, step } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store } from '../index';

let database: TestDatabase;
let store: Store;
const clock = (at: string) => setVirtualClock(database.ownerUrl, instant(at));
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
  await clock('2026-05-25T09:00:00+03:00');
  const register = exampleRegister();
  await store.register.import(register);
  await store.register.import({
    ...register,
    county: { ...register.county, code: '17' },
    organisations: register.organisations.filter(({ id }) => id === 'jarjesto-1'),
    contacts: [],
    bodies: [],
  });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const county = (of = '09') => ({ county: of, scope: 'county' as const, subject: null });

async function made(calendar: Parameters<Store['calendars']['create']>[0] = county()) {
  const answer = await store.calendars.create(calendar);
  if (answer.outcome !== 'made') throw new Error('not made');
  return answer;
}

describe('a calendar', () => {
  it('is opened by its secret, of which only the hash is kept, as often as it is looked at', async () => {
    const { id, token } = await made({ ...county(), language: 'sv', label: 'Ledningsgruppen' });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(id).toMatch(/^09-[0-9a-f]{8}$/);
    const calendar = await store.calendars.resolve(token);
    expect(calendar).toEqual({
      id,
      county: '09',
      scope: 'county',
      subject: null,
      language: 'sv',
      label: 'Ledningsgruppen',
      createdAt: '2026-05-25T06:00:00.000Z',
    });
    const rows = () => sql(database.superuserUrl, 'select t::text from vuosikello.calendar_token t order by id');
    const kept = await rows();
    expect(JSON.stringify(kept)).toContain(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await store.calendars.resolve(token)).toEqual(calendar);
    expect(await rows()).toEqual(kept);
  });

  it('is not opened by another secret, nor by a part of it', async () => {
    const { token, id } = await made();
    for (const wrong of [`${token}x`, token.slice(1), token.toUpperCase(), id, '', 'no-such-token'])
      expect(await store.calendars.resolve(wrong)).toBeUndefined();
  });

  it('is revoked once, by its own county or from outside', async () => {
    const one = await made();
    const two = await made(county('17'));
    expect(await store.calendars.revoke('17', one.id)).toBe(false);
    expect(await store.calendars.revoke('09', one.id)).toBe(true);
    expect(await store.calendars.revoke('09', one.id)).toBe(false);
    expect(await store.calendars.revoke(null, two.id)).toBe(true);
    expect(await store.calendars.revoke(null, 'no-such-calendar')).toBe(false);
    expect(await store.calendars.resolve(one.token)).toBeUndefined();
    expect(await store.calendars.resolve(two.token)).toBeUndefined();
  });

  it('is made only for whom the county has in its register', async () => {
    const contact = exampleRegister().contacts[0]?.id ?? '';
    const of = async (scope: 'organisation' | 'person', subject: string, of = '09') =>
      (await store.calendars.create({ county: of, scope, subject })).outcome;
    expect(await of('organisation', '016')).toBe('made');
    expect(await of('person', contact)).toBe('made');
    expect(await of('organisation', '016', '17')).toBe('unknown-subject');
    expect(await of('person', contact, '17')).toBe('unknown-subject');
    expect(await of('organisation', contact)).toBe('unknown-subject');
    expect(await of('person', '016')).toBe('unknown-subject');
    expect(await store.calendars.create(county('05'))).toEqual({ outcome: 'unknown-subject' });
  });

  it('is made once for one request, also when it comes twice at once', async () => {
    const asked = { ...county(), request: 'one-request' };
    const both = await Promise.all([store.calendars.create(asked), store.calendars.create(asked)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['made', 'repeated']);
    const first = both.find(({ outcome }) => outcome === 'made');
    expect(await store.calendars.create(asked)).toMatchObject({
      outcome: 'repeated',
      calendar: { id: first?.outcome === 'made' && first.id, scope: 'county' },
    });
    const others = await store.calendars.create({ ...asked, county: '17' });
    expect(others.outcome).toBe('made');
    if (others.outcome === 'made') await store.calendars.revoke('17', others.id);
    expect((await store.calendars.create({ ...asked, request: 'another' })).outcome).toBe('made');
  });

  it('whose subject the register has no more is listed as such', async () => {
    const register = exampleRegister();
    const contact = register.contacts.find(({ of }) => of === '016')?.id ?? '';
    const { id } = await made({ county: '09', scope: 'person', subject: contact });
    const known = async () =>
      (await store.calendars.list('09', { limit: 200 })).items.find((one) => one.id === id)?.subjectKnown;
    expect(await known()).toBe(true);
    await store.register.import({ ...register, contacts: register.contacts.filter((one) => one.id !== contact) });
    expect(await known()).toBe(false);
    await store.register.import(register);
    expect(await known()).toBe(true);
  });

  it('is listed with the others of its county that are in use, a page at a time', async () => {
    const ids = (await Promise.all([made(county('17')), made(county('17')), made(county('17'))])).map(({ id }) => id);
    await store.calendars.revoke('17', ids[1] ?? '');
    const left = [ids[0], ids[2]].sort();
    const first = await store.calendars.list('17', { limit: 1 });
    expect([first.items.map(({ id }) => id), first.next]).toEqual([[left[0]], left[0]]);
    const second = await store.calendars.list('17', { limit: 1, after: first.next ?? '' });
    expect([second.items.map(({ id }) => id), second.next]).toEqual([[left[1]], null]);
    expect((await store.calendars.list('09', { limit: 100 })).items.every(({ county: of }) => of === '09')).toBe(true);
  });
});

describe('the contents of a calendar', () => {
  const since = '2025-06-01' as CivilDate;

  it('tell when, by the log, each workflow and each of its deadlines last changed', async () => {
    await clock('2026-06-01T09:00:00+03:00');
    await startRequest(store, '09.dated');
    await clock('2026-06-02T09:00:00+03:00');
    await store.workflows.give(step('09.dated', 'announce-handling', { body: 'Lautakunta', meetingOn: '2026-06-09' }));
    const read = async () => (await store.calendars.contents('09', { since, organisation: null })).workflows;
    expect(await read()).toEqual([
      {
        instance: await store.workflows.read('09', '09.dated'),
        revision: { sequence: 4, at: '2026-06-02T06:00:00.000Z' },
        deadlines: { answer: { sequence: 2, at: '2026-06-01T06:00:00.000Z' } },
      },
    ]);
    await clock('2026-06-02T16:15:00+03:00');
    const passed = step('09.dated', 'pass-deadline', { deadline: 'answer' });
    await store.workflows.giveAsEngine({ ...passed, actor: { id: 'clock', role: 'clock' } });
    expect((await read())[0]?.deadlines).toEqual({ answer: { sequence: 5, at: '2026-06-02T13:15:00.000Z' } });
    await clock('2026-06-03T09:00:00+03:00');
    await store.workflows.give(step('09.dated', 'record-answer', { answers: { efforts: 'Liikunta.' } }));
    await store.workflows.give(step('09.dated', 'return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-20' }));
    const [now] = await read();
    const events = await store.workflows.events('09', '09.dated', { after: 0, limit: 100 });
    const lastSet = events.findLast(({ type }) => type === 'DeadlineSet');
    expect(now?.deadlines.answer).toEqual({ sequence: lastSet?.seq, at: lastSet?.at });
    expect(now?.instance.deadlines.answer).toMatchObject({ dueOn: '2026-08-20', setNo: 2 });
  });

  it('are what runs or has ended since the day, of one organisation or of all, in one county', async () => {
    await clock('2026-06-04T09:00:00+03:00');
    await startRequest(store, '09.ended', { organisation: '081' });
    await startRequest(store, '17.other', {}, '17');
    await store.workflows.give(step('09.ended', 'withdraw', { reason: 'Ei.' }));
    const ids = async (from: string, organisation: string | null) =>
      (await store.calendars.contents('09', { since: from as CivilDate, organisation })).workflows.map(
        ({ instance }) => instance.id,
      );
    expect(await ids('2026-06-04', null)).toEqual(['09.dated', '09.ended']);
    expect(await ids('2026-06-05', null)).toEqual(['09.dated']);
    expect(await ids('2026-06-04', '081')).toEqual(['09.ended']);
    expect(await ids('2026-06-04', '398')).toEqual([]);
  });

  it('have the plans whose dates may still be in sight', async () => {
    const plan = planDriving('hyte-negotiation', 'council-term-negotiation');
    await store.plans.activate({ plan, register: exampleRegister(), actor: coordinator });
    const plans = async (from: string) =>
      (await store.calendars.contents('09', { since: from as CivilDate, organisation: null })).plans;
    expect(await plans('2027-12-31')).toEqual([{ plan, revision: 1, activatedAt: '2026-06-04T06:00:00.000Z' }]);
    expect(await plans('2028-01-01')).toEqual([]);
  });
});
