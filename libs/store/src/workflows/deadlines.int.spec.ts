import { instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { plannedEntry } from '../../../../test/support/example-area';
import { begin, coordinator, sql, startRequest, step } from '../../../../test/support/requests';
import type { ClaimedWork } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const leaseMs = 60_000;
const monday = instant('2026-05-25T09:00:00+03:00');
const answered = { answers: { efforts: 'Liikunta.' } };

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await setVirtualClock(database.ownerUrl, monday);
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

type Item = { deadline: string; set_no: number; rung: string | null; state: string };
const timers = (instance: string) =>
  sql<Item>(
    database.superuserUrl,
    `select deadline, set_no, rung, state from vuosikello.work_item where instance = $1 and kind = 'timer' order by due_at, id`,
    [instance],
  );
const timerStates = async (instance: string) =>
  (await timers(instance)).map(({ rung, state }) => [rung ?? 'due', state]);

const clock = (time: string) => setVirtualClock(database.ownerUrl, instant(time));

/** Gives a claimed timer's command, as the engine does. */
function give(work: ClaimedWork) {
  if (work.kind !== 'timer') throw new Error(`A ${work.kind} is no timer`);
  const { command, data } = work.payload;
  const request = {
    ...step(work.instance, command, data, { commandId: `timer:${work.id}` }),
    actor: { id: 'clock', role: 'clock' as const },
  };
  return store.workflows.giveAsEngine(request, work);
}

/** What is due, beside the question who has been reached: that gives way to nothing and takes nothing's place. */
const isNoQuestion = (work: ClaimedWork) => work.kind !== 'timer' || work.payload.rung !== 'reach';

async function claimOne(): Promise<ClaimedWork> {
  const [work, ...others] = (await store.work.claimDue(100, leaseMs)).filter(isNoQuestion);
  if (!work || others.length > 0) throw new Error(`${work ? others.length + 1 : 0} items were due`);
  return work;
}

describe('a deadline', () => {
  it('has a timer for its passing and one for each rung of its ladder', async () => {
    await startRequest(store, '09.timers');
    expect(await timers('09.timers')).toEqual(
      ['T-14', 'T-7', 'reach', 'T-1', null, 'overdue', 'escalation'].map((rung) => ({
        deadline: 'answer',
        set_no: 1,
        rung,
        state: 'pending',
      })),
    );
  });

  it('that ends cancels its timers and suppresses its mail that has not gone, each with an event', async () => {
    await startRequest(store, '09.ends');
    await startRequest(store, '09.goes-on');
    const answer = await store.workflows.give(step('09.ends', 'record-answer', answered));
    expect(answer.outcome).toBe('accepted');
    expect(new Set((await timerStates('09.ends')).map(([, state]) => state))).toEqual(new Set(['cancelled']));
    expect(new Set((await timerStates('09.goes-on')).map(([, state]) => state))).toEqual(new Set(['pending']));
    expect(
      (await store.notifications.list('09', { workflow: '09.ends' }, { limit: 10 })).items
        .sort(byId)
        .map(({ template, state }) => [template, state]),
    ).toEqual([
      ['advance-assignment', 'suppressed'],
      ['receipt', 'queued'],
      ['registry-copy', 'queued'],
    ]);
    expect(await store.workflows.events('09', '09.ends.n3', { after: 0, limit: 10 })).toMatchObject([
      { seq: 1, type: 'NotificationSuppressed', data: { reason: 'deadline-ended' } },
    ]);
    expect((await store.work.claimDue(100, leaseMs)).map(({ payload }) => payload)).toEqual([
      { notification: '09.goes-on.n3' },
      { notification: expect.stringMatching(/^09\.ends\.n\d+$/) as string },
      { notification: expect.stringMatching(/^09\.ends\.n\d+$/) as string },
    ]);
  });

  it('that is moved lets the timers of its earlier date go', async () => {
    const start = plannedEntry('hyte-negotiation-2026');
    const { definition, data } = start;
    expect(await store.workflows.start(begin('09.moved', definition, data))).toMatchObject({ outcome: 'accepted' });
    await store.workflows.give(step('09.moved', 'record-planning', { heldOn: '2026-03-12' }));
    const fix = (on: string) => step('09.moved', 'fix-date', { negotiation: { on, basis: 'agreed' } });
    expect(await store.workflows.give(fix('2026-08-27'))).toMatchObject({ outcome: 'accepted' });
    const first = (await timers('09.moved')).filter(({ deadline }) => deadline === 'invitation');
    expect(await store.workflows.give(fix('2026-08-28'))).toMatchObject({ outcome: 'accepted' });
    const then = (await timers('09.moved')).filter(({ deadline }) => deadline === 'invitation');
    expect(first.length).toBeGreaterThan(0);
    expect(then.filter(({ set_no }) => set_no === 1).map(({ state }) => state)).toEqual(first.map(() => 'cancelled'));
    expect(then.filter(({ set_no }) => set_no === 2).map(({ state }) => state)).toEqual(first.map(() => 'pending'));
  });
});

describe('a deadline that has passed and runs on with another respondent', () => {
  const mails = async (workflow: string) =>
    (await store.notifications.list('09', { workflow }, { limit: 20 })).items
      .sort(byId)
      .map(({ template, to, state }) => [template, to.organisation, to.audience, state].join(' '));
  const said = async (notification: string) =>
    (await store.workflows.events('09', notification, { after: 0, limit: 10 })).map(({ type, data }) => [type, data]);

  /** Overdue and escalated, with nothing sent of it. */
  async function escalated(workflow: string): Promise<void> {
    await startRequest(store, workflow);
    for (const time of ['2026-08-17T16:15:00+03:00', '2026-08-18T08:00:00+03:00']) {
      await clock(time);
      const due = (await store.work.claimDue(100, leaseMs)).filter(
        (work) => work.kind === 'timer' && isNoQuestion(work) && work.instance === workflow,
      );
      for (const work of due) await give(work);
    }
    expect(await store.workflows.give(step(workflow, 'escalate', {}))).toMatchObject({ outcome: 'accepted' });
  }

  const contact = { contact: '016-1' };
  const merger = { id: 'merger', role: 'workflow' as const };
  const successor = { organisation: '111', organisationKind: 'municipality', body: null, reason: 'Kuntaliitos.' };

  it.each([
    ['handed over', 'hand-over', contact, coordinator, 'queued', 'handed-over 016 contact:016-1'],
    ['taken over', 'succeed', successor, merger, 'suppressed', 'overdue 111 respondent'],
  ])('%s, sends nothing more to the earlier one', async (_, command, data, actor, manager, asksAnew) => {
    await escalated('09.late');
    const before = await timerStates('09.late');
    expect((await mails('09.late')).filter((mail) => mail.endsWith('queued'))).toEqual(
      expect.arrayContaining(
        ['016 respondent queued', '016 deputy-of-respondent queued', '016 manager queued'].map(
          (mail) => expect.stringContaining(mail) as string,
        ),
      ),
    );
    const asked = { ...step('09.late', command, data), actor };
    expect(await store.workflows.give(asked)).toMatchObject({ outcome: 'accepted' });
    const then = await mails('09.late');
    expect(then.filter((mail) => mail.includes('overdue 016'))).toEqual([
      'overdue 016 respondent suppressed',
      'overdue 016 deputy-of-respondent suppressed',
    ]);
    expect(then).toContain(`escalation 016 manager ${manager}`);
    expect(then).toContain(`${asksAnew} queued`);
    expect(await timerStates('09.late')).toEqual(before);
    const [overdue] = (
      await store.notifications.list(
        '09',
        { workflow: '09.late', template: 'overdue', state: 'suppressed' },
        { limit: 1 },
      )
    ).items;
    expect(await said(overdue?.id ?? '')).toEqual([['NotificationSuppressed', { reason: 'respondent-changed' }]]);
    expect(overdue?.reply).toBe('respondent-changed');
    expect((await store.replay.run('09')).differences).toEqual([]);
  });
});

describe('a timer', () => {
  it('gives its command once, and is finished with it', async () => {
    await startRequest(store, '09.fires');
    await store.work.claimDue(1, leaseMs);
    await clock('2026-08-03T08:00:00+03:00');
    const work = await claimOne();
    expect(await give(work)).toMatchObject({ outcome: 'accepted', replayed: false });
    expect(await store.work.finish(work)).toBe(false);
    expect((await timerStates('09.fires'))[0]).toEqual(['T-14', 'done']);
  });

  it('whose deadline ended while somebody held it does nothing', async () => {
    await startRequest(store, '09.held');
    await store.work.claimDue(1, leaseMs);
    await clock('2026-08-03T08:00:00+03:00');
    const work = await claimOne();
    await store.workflows.give(step('09.held', 'record-answer', answered));
    const before = await store.workflows.read('09', '09.held');
    expect(await give(work)).toEqual({ outcome: 'claim-lost' });
    expect(await store.workflows.read('09', '09.held')).toEqual(before);
  });

  it('whose holder was too slow does nothing the second time', async () => {
    await startRequest(store, '09.slow');
    await store.work.claimDue(1, leaseMs);
    await clock('2026-08-03T08:00:00+03:00');
    const slow = await claimOne();
    await sql(
      database.superuserUrl,
      `update vuosikello.work_item set lease_until = clock_timestamp() - interval '1 s' where state = 'leased' and kind = 'timer'`,
    );
    const quick = await claimOne();
    const answers = await Promise.all([give(slow), give(quick)]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['claim-lost', 'accepted']);
    const events = await store.workflows.events('09', '09.slow', { after: 0, limit: 100 });
    expect(events.filter(({ type }) => type === 'ReminderFellDue')).toHaveLength(1);
  });
});

describe('after an outage', () => {
  it('of several reminders the latest goes, and the others are superseded', async () => {
    await startRequest(store, '09.outage');
    await store.work.claimDue(1, leaseMs);
    await clock('2026-08-16T12:00:00+03:00');
    expect(await claimOne()).toMatchObject({ payload: { rung: 'T-1' } });
    expect((await timerStates('09.outage')).slice(0, 5)).toEqual([
      ['T-14', 'superseded'],
      ['T-7', 'superseded'],
      ['reach', 'leased'],
      ['T-1', 'leased'],
      ['due', 'pending'],
    ]);
  });

  it('the passing of the deadline comes first, then the last reminder after it', async () => {
    await startRequest(store, '09.long-outage');
    await store.work.claimDue(1, leaseMs);
    await clock('2026-08-18T09:00:00+03:00');
    const passing = await claimOne();
    expect(passing).toMatchObject({ payload: { rung: null, command: 'pass-deadline' } });
    expect(await store.work.claimDue(100, leaseMs)).toEqual([]);
    expect(await give(passing)).toMatchObject({ outcome: 'accepted', instance: { state: 'open.overdue' } });
    expect(await claimOne()).toMatchObject({ payload: { rung: 'overdue' } });
    expect(await timerStates('09.long-outage')).toEqual([
      ['T-14', 'superseded'],
      ['T-7', 'superseded'],
      ['reach', 'leased'],
      ['T-1', 'superseded'],
      ['due', 'done'],
      ['overdue', 'leased'],
      ['escalation', 'pending'],
    ]);
  });

  it('reminders claimed by id give way too, in whatever order the bells are answered', async () => {
    await startRequest(store, '09.bells');
    await store.work.claimDue(1, leaseMs);
    await clock('2026-08-16T12:00:00+03:00');
    const bells = await store.work.due(10);
    expect(bells).toHaveLength(4);
    const claims = await Promise.all(bells.map(({ id }) => store.work.claim([id], leaseMs)));
    const reminders = claims.flat().filter(isNoQuestion);
    expect(reminders).toHaveLength(1);
    expect(reminders[0]).toMatchObject({ payload: { rung: 'T-1' } });
  });
});

describe('mail', () => {
  it('waits for the sending hours', async () => {
    await clock('2026-05-23T20:00:00+03:00');
    await startRequest(store, '09.saturday');
    expect(await store.work.claimDue(10, leaseMs)).toEqual([]);
    expect(await store.work.nextDueAt()).toMatchObject({ at: instant('2026-05-25T08:00:00+03:00') });
  });
});

describe('business time', () => {
  it("is the virtual clock's where there is one, and the server's otherwise", async () => {
    expect(await store.now()).toBe(monday);
    await startRequest(store, '09.then');
    expect((await store.workflows.read('09', '09.then'))?.startedOn).toBe('2026-05-25');
    await setVirtualClock(database.ownerUrl, null);
    expect(Math.abs(Date.parse(await store.now()) - Date.now())).toBeLessThan(60_000);
  });

  it('wakes the engines when it is moved', async () => {
    let ring: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => (ring = resolve));
    const stop = await store.work.listen(() => ring());
    await clock('2026-06-01T09:00:00+03:00');
    await heard;
    await stop();
  });

  it('is set by the owner only', async () => {
    await expect(setVirtualClock(database.engineUrl, monday)).rejects.toMatchObject({ code: '42501' });
  });
});
