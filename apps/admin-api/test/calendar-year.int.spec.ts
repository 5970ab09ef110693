import { civilDate, helsinkiDate, helsinkiTime, instant, type Plan } from '@app/domain';
import { planDriving } from '../../../test/support/example-area';
import { CalendarClient, parseCalendar, type SeenEvent } from '../../../test/support/calendar-client';
import { makeCalendar } from './made-calendar';
import { give, request, type RunningApi, runApi } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi({ at: '2026-01-02T09:00:00+02:00' });
  const plan = planDriving('hyte-negotiation', 'council-term-negotiation');
  const actor = { id: 'key:test', role: 'coordinator' } as const;
  await api.store.plans.activate({ plan, register: api.register, actor });
});
afterAll(() => api.close());

const negotiation = '09.hyte-negotiation-2026';
const contactId = (email: string) => api.register.contacts.find((contact) => contact.email.startsWith(email))?.id ?? '';

const feed = (path: string) => request(api, undefined, path);
const read = async (path: string) => parseCalendar((await feed(path)).text).events;
const find = (events: SeenEvent[], uid: string) => events.find((event) => event.uid === `${uid}@09.vuosikello`);

/** The plan with one of its events on another day. */
function withEvent(plan: Plan, id: string, on: string): Plan {
  const moved = { event: { on: civilDate(on), basis: 'agreed' as const, place: 'Lahti' } };
  return { ...plan, entries: plan.entries.map((entry) => (entry.id === id ? { ...entry, dates: moved } : entry)) };
}

/** A command as the coordinator gives it, at a moment. */
async function step(workflow: string, command: string, data: unknown, at: string): Promise<void> {
  await api.setClock(at);
  const version = (await api.store.workflows.read('09', workflow))?.version ?? 0;
  const answer = await give(api, api.keys.coordinator, workflow, { command, data }, { version });
  if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${answer.text}`);
}

describe('a year, followed by programs that remember', () => {
  const clients: Record<string, { path: string; client: CalendarClient }> = {};
  const sync = async () => {
    for (const { path, client } of Object.values(clients)) client.take((await feed(path)).text);
  };
  const county = () => read(clients.county?.path ?? '');

  beforeAll(async () => {
    await api.setClock('2026-01-02T09:00:00+02:00');
    const owners = {
      county: { scope: 'county' },
      asikkala: { scope: 'organisation', subject: '016' },
      lauri: { scope: 'person', subject: contactId('lauri.esimerkki@asikkala') },
      aino: { scope: 'person', subject: contactId('aino.esimerkki@paijatha') },
    };
    for (const [name, body] of Object.entries(owners))
      clients[name] = { path: (await makeCalendar(api, body)).path, client: new CalendarClient() };
    await sync();
  });

  it('first sees the plan', async () => {
    expect(find(await county(), `${negotiation}/meeting/negotiation`)).toEqual({
      uid: `${negotiation}/meeting/negotiation@09.vuosikello`,
      sequence: expect.any(Number) as number,
      from: '2026-08-27T05:30:00Z',
      until: '2026-08-27T12:15:00Z',
      allDay: false,
      status: 'TENTATIVE',
      summary: 'Hyte-neuvottelu 2026 (alustava)',
      description:
        'Päivästä on sovittu yhdessä. Se ei ole lakisääteinen määräaika.\n' +
        'Osallistujat: Päijät-Hämeen hyvinvointialue\n' +
        `Työnkulun tunnus: ${negotiation}`,
      location: 'Lahti',
      changedAt: '2026-01-02T07:00:00Z',
    });
    expect(find(await county(), `${negotiation}/due/planning`)).toMatchObject({
      from: '2026-03-12',
      until: '2026-03-13',
      summary: 'Suunnittele neuvottelu kuntien kanssa – Hyte-neuvottelu 2026',
      description: expect.stringMatching(/^Viimeistään torstaina\u00a012.3.2026\u00a0klo\u00a016.15\./) as string,
    });
  });

  it('sees the date move, under the same identifier', async () => {
    await step(negotiation, 'record-planning', { heldOn: '2026-03-12' }, '2026-03-12T15:00:00+02:00');
    const at = (on: string, place: string) => ({
      negotiation: { on, at: '08:30', until: '15:15', place, basis: 'agreed' },
    });
    await step(negotiation, 'fix-date', at('2026-08-27', 'Lahti'), '2026-03-13T09:00:00+02:00');
    await sync();
    const before = find(await county(), `${negotiation}/meeting/negotiation`);
    // Everything after the negotiation moves out of its way, and back.
    const after = (...days: string[]) =>
      Object.fromEntries(
        ['draftSummary', 'commentsDue', 'hyteBoard', 'resultSent', 'acknowledgements'].map((name, place) => [
          name,
          { on: days[place], basis: 'agreed' },
        ]),
      );
    const away = {
      ...at('2026-11-05', 'Sali 1, 2. krs;\u2028Lahti'),
      ...after('2026-11-12', '2026-11-20', '2026-12-10', '2026-12-14', '2027-01-20'),
    };
    await step(negotiation, 'reschedule', { dates: away, reason: 'Sali on varattu.' }, '2026-03-16T09:00:00+02:00');
    const moved = find(await county(), `${negotiation}/meeting/negotiation`);
    expect(before).toMatchObject({ status: 'CONFIRMED', from: '2026-08-27T05:30:00Z' });
    expect(moved).toMatchObject({
      from: '2026-11-05T06:30:00Z',
      location: 'Sali 1, 2. krs; Lahti',
      summary: 'Hyte-neuvottelu 2026',
    });
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    expect(moved?.changedAt).toBe('2026-03-16T07:00:00Z');
    const back = {
      ...at('2026-08-27', 'Lahti'),
      ...after('2026-09-10', '2026-09-24', '2026-10-15', '2026-10-19', '2026-11-30'),
    };
    await step(negotiation, 'reschedule', { dates: back, reason: 'Sali vapautui.' }, '2026-03-17T09:00:00+02:00');
    await sync();
  });

  it('sees what is asked of each, and what is asked again on a later day', async () => {
    const ofLauri = async () =>
      (await read(clients.lauri?.path ?? '')).filter(({ uid }) => uid.startsWith(negotiation));
    expect(await ofLauri()).toEqual([]);
    await step(negotiation, 'invite', {}, '2026-05-25T09:00:00+03:00');
    await sync();
    const answer = `${negotiation}.answer-016`;
    const asked = find(await read(clients.lauri?.path ?? ''), `${answer}/due/answer`);
    expect(asked).toMatchObject({ from: '2026-08-17', summary: 'Vastauspäivä – Ennakkotehtävä, vuosi 2027' });
    expect(asked?.description).toContain(
      'Hyvinvointialue on pyytänyt vastausta tähän päivään. Se ei ole lakisääteinen määräaika.',
    );
    expect(find(await county(), `${answer}/due/answer`)?.summary).toBe(
      'Vastauspäivä – Ennakkotehtävä, vuosi 2027 – Asikkalan kunta',
    );
    await step(answer, 'record-answer', { answers: { efforts: 'Liikunta.' } }, '2026-08-10T09:00:00+03:00');
    await sync();
    const met = find(await read(clients.lauri?.path ?? ''), `${answer}/due/answer`);
    expect(met).toMatchObject({ from: '2026-08-17', summary: 'Vastauspäivä – Ennakkotehtävä, vuosi 2027 (tehty)' });
    await step(
      answer,
      'return-for-completion',
      { reason: 'Kesken.', dueOn: '2026-08-20' },
      '2026-08-11T09:00:00+03:00',
    );
    await sync();
    const again = find(await read(clients.lauri?.path ?? ''), `${answer}/due/answer`);
    expect(again).toMatchObject({ from: '2026-08-20', until: '2026-08-21', changedAt: '2026-08-11T06:00:00Z' });
    const sequences = [asked, met, again].map((event) => event?.sequence ?? NaN);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('sees only what concerns it, and no name or address of anybody', async () => {
    const texts = await Promise.all(Object.values(clients).map(async ({ path }) => (await feed(path)).text));
    const said = texts.join('').replaceAll('\r\n ', '');
    for (const { name, email } of api.register.contacts) {
      expect(said).not.toContain(name);
      expect(said).not.toContain(email);
    }
    const asikkala = (await read(clients.asikkala?.path ?? '')).map(({ uid }) => uid);
    expect(asikkala.some((uid) => uid.includes('answer-081'))).toBe(false);
    expect(asikkala.filter((uid) => uid.includes('/due/'))).toEqual([
      `${negotiation}.answer-016/due/answer@09.vuosikello`,
    ]);
    expect(asikkala).toContain('09.body.016-hallitus/meeting/2026-01-26@09.vuosikello');
  });

  it('sees the negotiation cancelled, with everything that hung on it, and then forgotten', async () => {
    await step(negotiation, 'cancel', { reason: 'Siirtyy syksylle.' }, '2026-08-12T09:00:00+03:00');
    await step(`${negotiation}.answer-081`, 'withdraw', { reason: 'Siirtyy.' }, '2026-08-12T09:00:00+03:00');
    await sync();
    expect(find(await county(), `${negotiation}/meeting/negotiation`)).toMatchObject({
      status: 'CANCELLED',
      summary: 'Hyte-neuvottelu 2026 (peruttu)',
    });
    expect(find(await county(), `${negotiation}.answer-081/due/answer`)).toMatchObject({ status: 'CANCELLED' });
    expect(find(await read(clients.lauri?.path ?? ''), `${negotiation}/meeting/negotiation`)?.status).toBe('CANCELLED');
    expect(find(await county(), `${negotiation}/due/invitation`)).toMatchObject({ status: 'CONFIRMED' });
    await api.setClock('2026-11-11T09:00:00+02:00');
    expect(find(await county(), `${negotiation}/meeting/negotiation`)).toBeUndefined();
    expect(find(await county(), `${negotiation}/due/invitation`)).toBeDefined();
    await api.setClock('2026-08-12T09:00:00+03:00');
  });

  it('shows in the end exactly what stands, each identifier once', async () => {
    for (const { path, client } of Object.values(clients)) {
      const now = await read(path);
      expect(new Set(now.map(({ uid }) => uid)).size).toBe(now.length);
      const standing = now.filter(({ status }) => status !== 'CANCELLED').sort((a, b) => (a.uid < b.uid ? -1 : 1));
      expect(client.events).toEqual(standing);
    }
  });

  it('is told Helsinki time on both sides of a change of the clocks', async () => {
    const forum = (await county()).filter(({ allDay }) => !allDay).map(({ from, summary }) => [summary, from]);
    const local = (at: string | undefined) => at && `${helsinkiDate(instant(at))} ${helsinkiTime(instant(at))}`;
    expect(local(forum.find(([summary]) => summary === 'Kumppanuusfoorumi')?.[1])).toBe('2026-10-13 13:00');
    expect(local(forum.find(([summary]) => summary === 'Ilmiöpöytä')?.[1])).toBe('2026-11-19 16:00');
  });

  it('sees an event of the plan move with the plan, under the same identifier', async () => {
    const uid = '09.interface-seminar-2026/meeting/event';
    const before = find(await county(), uid);
    expect(before).toMatchObject({ from: '2026-12-07', summary: 'Yhdyspintaseminaari', location: 'Lahti' });
    await api.setClock('2026-08-13T09:00:00+03:00');
    const answer = await api.store.plans.activate({
      plan: withEvent(
        planDriving('hyte-negotiation', 'council-term-negotiation'),
        'interface-seminar-2026',
        '2026-12-10',
      ),
      register: api.register,
      actor: { id: 'key:test', role: 'coordinator' },
      reason: 'Sali on varattu.',
    });
    expect(answer).toMatchObject({ outcome: 'activated', revision: 2 });
    await sync();
    const moved = find(await county(), uid);
    expect(moved).toEqual({
      ...before,
      from: '2026-12-10',
      until: '2026-12-11',
      sequence: expect.any(Number) as number,
      changedAt: '2026-08-13T06:00:00Z',
    });
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    expect(clients.county?.client.events).toContainEqual(moved);
  });

  it('is empty for a person who is erased', async () => {
    const { path } = clients.lauri ?? { path: '' };
    expect((await read(path)).length).toBeGreaterThan(0);
    const contacts = api.register.contacts.filter(({ email }) => !email.startsWith('lauri.esimerkki@asikkala'));
    await api.store.register.import({ ...api.register, contacts });
    const answer = await feed(path);
    expect([answer.status, parseCalendar(answer.text).events]).toEqual([200, []]);
    await api.store.register.import(api.register);
  });
});
