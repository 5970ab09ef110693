import { instant } from '@app/domain';
import type { Instance, Json } from '@app/workflows';
import { definitionOf, definitions, evidenceIn, fold } from '@app/workflows';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { planDriving, exampleRegister, historyOf2023 } from '../../../../test/support/example-area';
import { begin, coordinator, sql, startRequest, step } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store } from '../index';

const negotiation = '09.hyte-negotiation-2026';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
  await clock('2026-01-02T08:00:00+02:00');
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const clock = (at: string) => setVirtualClock(database.ownerUrl, instant(at));

async function give(workflow: string, name: string, data: Json): Promise<Instance> {
  const answer = await store.workflows.give(step(workflow, name, data));
  if (answer.outcome !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer.instance;
}

const status = async (id: string) => {
  const { rows = [] } = (await store.duties.list('09', { year: Number(id.slice(-4)) })) ?? {};
  const found = rows.find((row) => row.id === id);
  return [found?.status, found?.reason?.fi ?? null];
};

it('knows no duties of a county whose register it does not have', async () => {
  expect(await store.duties.list('09')).toBeUndefined();
  expect(await store.duties.evidence('09')).toEqual({ evidence: [], recordsBegin: null });
});

it('follows the year as it is lived', async () => {
  await store.register.import(exampleRegister());
  expect(await status('annual-negotiation:09:2026')).toEqual(['at-risk', 'Vuodelle 2026 ei ole suunniteltua päivää.']);
  const plan = planDriving('hyte-negotiation', 'council-term-negotiation');
  await store.plans.activate({ plan, register: exampleRegister(), actor: coordinator });
  expect(await status('annual-negotiation:09:2026')).toEqual(['open', null]);
  expect(await status('takes-part:111:2026')).toEqual(['open', null]);

  await clock('2026-03-12T15:00:00+02:00');
  await give(negotiation, 'record-planning', { heldOn: '2026-03-12' });
  await give(negotiation, 'fix-date', { negotiation: { on: '2026-08-27', basis: 'agreed' } });
  await clock('2026-05-25T09:00:00+03:00');
  await give(negotiation, 'invite', {});
  await clock('2026-08-11T18:00:00+03:00');
  await give(`${negotiation}.answer-111`, 'record-answer', {
    answers: { efforts: 'Liikunta.' },
    body: 'Hyvinvointilautakunta',
    section: '54',
  });
  await clock('2026-08-21T10:00:00+03:00');
  await give(negotiation, 'compile-answers', {});
  await clock('2026-08-28T09:00:00+03:00');
  expect(await status('annual-negotiation:09:2026')).toEqual([
    'at-risk',
    'Suunniteltu päivä 27.8.2026 on mennyt, eikä toteutumista ole kirjattu.',
  ]);
  await give(negotiation, 'record-negotiation', {
    heldOn: '2026-08-27',
    participants: [
      { organisation: '111', people: 3 },
      { organisation: 'jarjesto-1', people: 2 },
    ],
  });
  expect(await status('annual-negotiation:09:2026')).toEqual(['fulfilled', null]);
  expect(await status('takes-part:111:2026')).toEqual(['fulfilled', null]);
  expect((await status('takes-part:016:2026'))[0]).toBe('at-risk');
});

it('takes history in, and shows the negotiation of 2023 as fulfilled', async () => {
  await store.workflows.start(begin('09.history-2023', 'history-entry', historyOf2023() as Json));
  const list = await store.duties.list('09', { year: 2023, organisation: '09', status: 'fulfilled' });
  expect(list?.today).toBe('2026-08-28');
  expect(list?.rows.map(({ id, evidence }) => [id, evidence.map(({ on }) => on)])).toEqual([
    ['annual-negotiation:09:2023', ['2023-08-07', '2023-08-17', '2023-10-12', '2023-11-21']],
  ]);
  // Nothing is made up of the years between, nor of what is not known of that one.
  const before = (await store.duties.list('09'))?.rows.filter(({ period }) => period.endsOn < '2026-01-01') ?? [];
  expect(before.map(({ id, status: stands }) => [id, stands])).toEqual([
    ['annual-negotiation:09:2023', 'fulfilled'],
    ['takes-part:111:2023', 'open'],
  ]);
});

it('says what folding the streams says, event for event', async () => {
  const { items } = await store.workflows.list('09', {}, { limit: 200 });
  expect(items.length).toBeGreaterThan(20);
  const streams = await Promise.all(
    items.map(({ id }) => store.workflows.events('09', id, { after: 0, limit: 10_000 })),
  );
  const whole = streams.flatMap((events) => [...evidenceIn(definitions, '09', events)]);
  const { evidence, recordsBegin } = await store.duties.evidence('09');
  const byPlace = (a: { event: { stream: string; seq: number }; of: string }, b: typeof a) =>
    `${a.event.stream} ${a.event.seq} ${a.of}`.localeCompare(`${b.event.stream} ${b.event.seq} ${b.of}`);
  expect([...evidence].sort(byPlace)).toEqual([...whole].sort(byPlace));
  expect(recordsBegin).toBe('2026-01-02');

  const events = streams.find(([first]) => first?.stream === negotiation) ?? [];
  const place = { id: negotiation, county: '09', parent: null };
  const { context } = fold(definitionOf({ name: 'hyte-negotiation', version: 1 }), place, events).instance;
  const { heldOn, participants } = context as { heldOn: string; participants: { organisation: string }[] };
  const held = evidence.filter(({ kind, event }) => kind === 'held' && event.stream === negotiation);
  const present = evidence.filter(({ kind, event }) => kind === 'present' && event.stream === negotiation);
  expect(held.map(({ on }) => on)).toEqual([heldOn]);
  expect(present.map(({ of }) => of)).toEqual(
    participants.map(({ organisation }) => organisation).filter((id) => /^\d{3}$/.test(id)),
  );
});

it('reads the log alone: stored states may say what they like', async () => {
  const before = await store.duties.list('09');
  await sql(
    database.superuserUrl,
    `update vuosikello.workflow set snapshot = '{}', status = 'cancelled', state = 'gone'`,
  );
  const again = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
  expect(await again.duties.list('09')).toEqual(before);
  await again.close();
});

it('sees nothing of another county', async () => {
  await startRequest(store, '17.one', {}, '17');
  await store.workflows.give(step('17.one', 'record-answer', { answers: { efforts: 'x' } }, { county: '17' }));
  const streams = async (county: string) =>
    new Set((await store.duties.evidence(county)).evidence.map(({ event }) => event.stream.slice(0, 2)));
  expect(await streams('17')).toEqual(new Set(['17']));
  expect(await streams('09')).toEqual(new Set(['09']));
});
