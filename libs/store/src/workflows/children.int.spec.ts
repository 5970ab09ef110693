import { instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { plannedEntry } from '../../../../test/support/example-area';
import { begin, sql, step } from '../../../../test/support/requests';
import type { ClaimedWork } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const leaseMs = 60_000;
const parent = '09.neuvottelu';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await setVirtualClock(database.ownerUrl, instant('2026-03-12T12:00:00+02:00'));
  const start = plannedEntry('hyte-negotiation-2026');
  await accepted(
    store.workflows.start(begin(parent, start.definition, start.data, { year: 2026, entry: start.entry })),
  );
  await accepted(store.workflows.give(step(parent, 'record-planning', { heldOn: '2026-03-12' })));
  await accepted(
    store.workflows.give(step(parent, 'fix-date', { negotiation: { on: '2026-08-27', basis: 'agreed' } })),
  );
  await setVirtualClock(database.ownerUrl, instant('2026-05-25T09:00:00+03:00'));
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

async function accepted(answer: Promise<{ outcome: string }>): Promise<void> {
  expect(await answer).toMatchObject({ outcome: 'accepted' });
}

function tellOf(work: ClaimedWork) {
  if (work.kind !== 'command') throw new Error(`A ${work.kind} tells nobody`);
  const { workflow, command, data, from } = work.payload;
  return {
    ...step(workflow, command, data, { commandId: `tell:${work.id}` }),
    actor: { id: from, role: 'workflow' as const },
  };
}

describe('children', () => {
  it("start in the transaction of the parent's command, with their own events, timers and mail", async () => {
    await accepted(store.workflows.give(step(parent, 'invite', {}, { commandId: 'the-invitation' })));
    const children = await store.workflows.children('09', parent);
    const invited = (await store.workflows.read('09', parent))?.context as { parties: unknown[] };
    expect(children).toHaveLength(invited.parties.length);
    expect(children[0]).toMatchObject({ definition: { name: 'information-request', version: 1 }, status: 'open' });
    const asikkala = children.find(({ organisation }) => organisation === '016');
    expect(asikkala?.id).toBe(`${parent}.${asikkala?.key}`);
    const [first, deadline] = await store.workflows.events('09', asikkala?.id ?? '', { after: 0, limit: 10 });
    expect(first).toMatchObject({
      type: 'InformationRequested',
      commandId: `the-invitation/${asikkala?.key}`,
      actor: { id: parent, role: 'workflow' },
    });
    expect(deadline).toMatchObject({ type: 'DeadlineSet' });
    const [counts] = await sql<{ transactions: number; timers: number }>(
      database.superuserUrl,
      `select (select count(distinct xid::text)::integer from vuosikello.event where command_id like 'the-invitation%') as transactions,
              (select count(*)::integer from vuosikello.work_item where instance = $1 and kind = 'timer') as timers`,
      [asikkala?.id],
    );
    expect(counts).toEqual({ transactions: 1, timers: 8 });
    expect(
      (await store.workflows.list('09', { year: 2026, organisation: '016' }, { limit: 10 })).items.map(({ id }) => id),
    ).toContain(asikkala?.id);
  });

  it("are not there when the parent's command is refused", async () => {
    await setVirtualClock(database.ownerUrl, instant('2026-08-20T09:00:00+03:00'));
    expect(await store.workflows.give(step(parent, 'invite', {}))).toMatchObject({ outcome: 'refused' });
    expect(await store.workflows.children('09', parent)).toEqual([]);
  });

  it('start once, however often the command is repeated at once', async () => {
    const invite = step(parent, 'invite', {});
    const answers = await Promise.all(Array.from({ length: 10 }, () => store.workflows.give(invite)));
    expect(answers.filter((answer) => answer.outcome === 'accepted' && !answer.replayed)).toHaveLength(1);
    const [one] = await sql<{ events: number }>(
      database.superuserUrl,
      `select count(*)::integer as events from vuosikello.event where type = 'PartiesInvited'`,
    );
    expect(one?.events).toBe(1);
  });
});

describe('telling', () => {
  beforeEach(() => accepted(store.workflows.give(step(parent, 'invite', {}))));

  it('many children to one parent at once loses none, and is one step of the log after another', async () => {
    const children = await store.workflows.children('09', parent);
    for (const { id } of children) {
      const { context } = (await store.workflows.read('09', id)) ?? {};
      const [question] = (context as { questions: { id: string }[] }).questions;
      await accepted(
        store.workflows.give(step(id, 'record-answer', { answers: { [question?.id ?? '']: 'Liikunta.' } })),
      );
    }
    const told = (await store.work.claimDue(1_000, leaseMs)).filter(({ kind }) => kind === 'command');
    expect(told).toHaveLength(children.length);
    const answers = await Promise.all(told.map((work) => store.workflows.giveAsEngine(tellOf(work), work)));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
    const standing = await store.workflows.read('09', parent);
    expect(new Set(Object.values((standing?.context as { answers: object }).answers))).not.toContain('asked');
    const events = await store.workflows.events('09', parent, { after: 0, limit: 1_000 });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'AnswerNoted')).toHaveLength(children.length);
    expect(await store.replay.run()).toEqual({ streams: children.length + 1, differences: [] });
  });

  it('again after a lost lease is answered as done, and finishes the work', async () => {
    const [child] = await store.workflows.children('09', parent);
    const { context } = (await store.workflows.read('09', child?.id ?? '')) ?? {};
    const [question] = (context as { questions: { id: string }[] }).questions;
    await accepted(
      store.workflows.give(step(child?.id ?? '', 'record-answer', { answers: { [question?.id ?? '']: 'x' } })),
    );
    const [told] = (await store.work.claimDue(1_000, leaseMs)).filter(({ kind }) => kind === 'command');
    if (!told) throw new Error('nobody was told');
    const first = await store.workflows.giveAsEngine(tellOf(told));
    const again = await store.workflows.giveAsEngine({ ...tellOf(told), requestHash: tellOf(told).requestHash }, told);
    expect([first, again]).toMatchObject([
      { outcome: 'accepted', replayed: false },
      { outcome: 'accepted', replayed: true },
    ]);
    expect(await store.work.finish(told)).toBe(false);
  });

  it('of moved dates and changed parties moves the children’s timers, and the log still gives the state', async () => {
    const asikkala = `${parent}.answer-016`;
    const hearAll = async () => {
      const told = (await store.work.claimDue(1_000, leaseMs)).filter(({ kind }) => kind === 'command');
      for (const work of told) await accepted(store.workflows.giveAsEngine(tellOf(work), work));
      return told.map(({ instance }) => instance);
    };
    const dates = { assignmentDue: { on: '2026-08-19', basis: 'requested' } };
    await accepted(store.workflows.give(step(parent, 'reschedule', { dates, reason: 'Kokous siirtyi.' })));
    const children = await store.workflows.children('09', parent);
    expect(new Set(await hearAll())).toEqual(new Set(children.map(({ id }) => id)));
    const timers = await sql<{ state: string; day: string }>(
      database.superuserUrl,
      `select state, to_char(due_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD') as day from vuosikello.work_item
       where instance = $1 and kind = 'timer' and rung is null order by set_no`,
      [asikkala],
    );
    expect(timers).toEqual([
      { state: 'cancelled', day: '2026-08-17' },
      { state: 'pending', day: '2026-08-19' },
    ]);
    const { parties } = (await store.workflows.read('09', parent))?.context as { parties: { organisation: string }[] };
    const merged = { ...parties.find(({ organisation }) => organisation === '016'), organisation: '999' };
    const change = { joined: [merged], left: [{ organisation: '016', successor: '999' }], reason: 'Kuntaliitos.' };
    await accepted(store.workflows.give(step(parent, 'change-parties', change)));
    expect(await hearAll()).toEqual([asikkala]);
    const of = async (organisation: string) =>
      (await store.workflows.list('09', { year: 2026, organisation }, { limit: 10 })).items.map(({ id }) => id);
    expect(await of('999')).toEqual(expect.arrayContaining([parent, asikkala]));
    expect(await of('016')).toEqual([]);
    expect(await store.replay.run()).toEqual({ streams: children.length + 1, differences: [] });
  });

  it('goes to the children too', async () => {
    await accepted(store.workflows.give(step(parent, 'cancel', { reason: 'Siirtyy ensi vuoteen.' })));
    const children = await store.workflows.children('09', parent);
    const told = (await store.work.claimDue(1_000, leaseMs)).filter(({ kind }) => kind === 'command');
    expect(new Set(told.map(({ instance }) => instance))).toEqual(new Set(children.map(({ id }) => id)));
    await Promise.all(told.map((work) => accepted(store.workflows.giveAsEngine(tellOf(work), work))));
    expect(new Set((await store.workflows.children('09', parent)).map(({ status }) => status))).toEqual(
      new Set(['cancelled']),
    );
  });
});
