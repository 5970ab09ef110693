import { instant } from '@app/domain';
import { plannedStarts } from '@app/workflows';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { begin, sql, startRequest, step } from '../../../../test/support/requests';
import type { ClaimedWork, EngineAnswer } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const leaseMs = 60_000;
const reason = { reason: 'Kunta selvittää asiaa.' };

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await clock('2026-05-25T09:00:00+03:00');
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const clock = (time: string) => setVirtualClock(database.ownerUrl, instant(time));

async function give(workflow: string, name: string, data: Parameters<typeof step>[2] = reason): Promise<void> {
  expect(await store.workflows.give(step(workflow, name, data))).toMatchObject({ outcome: 'accepted' });
}

/** The timers of one deadline's dates, by the number they were set with. */
async function timers(instance: string): Promise<Record<string, string[]>> {
  const rows = await sql<{ set_no: number; rung: string | null; state: string }>(
    database.superuserUrl,
    `select set_no, rung, state from vuosikello.work_item where instance = $1 and kind = 'timer' order by due_at, id`,
    [instance],
  );
  const bySet: Record<string, string[]> = {};
  for (const { set_no, rung, state } of rows) (bySet[`#${set_no} ${state}`] ??= []).push(rung ?? 'due');
  return bySet;
}

const column = async (name: string, id: string) =>
  (
    await sql<{ value: unknown }>(
      database.superuserUrl,
      `select ${name}::text as value from vuosikello.workflow where id = $1`,
      [id],
    )
  )[0]?.value;

async function noDifferences(streams: number): Promise<void> {
  expect(await store.replay.run()).toEqual({ streams, differences: [] });
}

describe('a paused workflow', () => {
  it('has no timers and no mail to send until it goes on', async () => {
    await startRequest(store, '09.paused');
    const all = ['T-14', 'T-7', 'reach', 'T-1', 'due', 'overdue', 'escalation'];
    await give('09.paused', 'pause');
    expect(await timers('09.paused')).toEqual({ '#1 cancelled': all });
    expect(await column('next_due_at', '09.paused')).toBeNull();
    const { items } = await store.notifications.list('09', { workflow: '09.paused' }, { limit: 10 });
    expect(items.map(({ template, state }) => [template, state])).toEqual([['advance-assignment', 'queued']]);
    await clock('2026-08-11T09:00:00+03:00');
    expect(await store.work.claimDue(100, leaseMs)).toEqual([]);
    await give('09.paused', 'resume');
    // Who had not been asked yet is asked now.
    expect(await store.work.claimDue(100, leaseMs)).toMatchObject([{ payload: { notification: items[0]?.id } }]);
    expect(await timers('09.paused')).toEqual({
      '#1 cancelled': all,
      '#2 pending': ['T-1', 'due', 'overdue', 'escalation'],
    });
    expect(await column('next_due_at', '09.paused')).toContain('2026-08-17');
    await noDifferences(1);
  });

  it('drops the mail that waited where its date went by, moved or was cancelled', async () => {
    const ends: Record<string, () => Promise<void>> = {
      '09.gone': async () => {
        await clock('2026-08-18T09:00:00+03:00');
        await give('09.gone', 'resume');
      },
      '09.moved': () => give('09.moved', 'reschedule', { dueOn: '2026-08-19', reason: 'Kokous siirtyi.' }),
      '09.dropped': () => give('09.dropped', 'withdraw'),
    };
    for (const id of Object.keys(ends)) {
      await clock('2026-05-25T09:00:00+03:00');
      await startRequest(store, id);
      await give(id, 'pause');
      await ends[id]?.();
      const { items } = await store.notifications.list('09', { workflow: id }, { limit: 10 });
      expect(items.find(({ template }) => template === 'advance-assignment')).toMatchObject({ state: 'suppressed' });
    }
    await noDifferences(3);
  });

  it('that was held by an engine is not passed, and a date that went by passes when it goes on', async () => {
    await startRequest(store, '09.held');
    await store.work.claimDue(1, leaseMs);
    await clock('2026-08-03T08:00:00+03:00');
    const [held] = await store.work.claimDue(1, leaseMs);
    await give('09.held', 'pause');
    expect(await giveTimer(held)).toEqual({ outcome: 'claim-lost' });
    await clock('2026-08-31T09:00:00+03:00');
    await give('09.held', 'resume');
    const due = await store.work.claimDue(100, leaseMs);
    expect(due).toMatchObject([{ payload: { rung: null, command: 'pass-deadline' } }]);
    expect(await giveTimer(due[0])).toMatchObject({ outcome: 'accepted', instance: { state: 'open.overdue' } });
    await clock('2026-09-01T08:00:00+03:00');
    expect(await store.work.claimDue(100, leaseMs)).toMatchObject([{ payload: { rung: 'overdue' } }]);
    await noDifferences(1);
  });

  it('takes an answer, and tells of a moved date', async () => {
    await startRequest(store, '09.answers');
    await give('09.answers', 'pause');
    await give('09.answers', 'reschedule', { dueOn: '2026-08-19', reason: 'Kokous siirtyi.' });
    expect(await timers('09.answers')).toEqual({ '#1 cancelled': expect.anything() as unknown });
    const answer = step('09.answers', 'record-answer', { answers: { efforts: 'Liikunta.' } });
    expect(await store.workflows.give(answer)).toMatchObject({ outcome: 'refused', refused: { code: 'paused' } });
    const respondent = { ...answer, actor: { id: 'link:1', role: 'respondent' as const } };
    expect(await store.workflows.give(respondent)).toMatchObject({
      outcome: 'accepted',
      instance: { state: 'received.answered', deadlines: { answer: { status: 'met' } }, life: { paused: reason } },
    });
    const { items } = await store.notifications.list('09', { workflow: '09.answers' }, { limit: 10 });
    expect(items.find(({ template }) => template === 'receipt')).toMatchObject({ state: 'queued' });
    await noDifferences(1);
  });
});

describe('a workflow that has ended', () => {
  it('is open again when it is reopened, in every column, with its timers', async () => {
    const before = await startRequest(store, '09.ended');
    await give('09.ended', 'withdraw');
    expect(await column('ended_on', '09.ended')).toBe('2026-05-25');
    await give('09.ended', 'reopen');
    expect([await column('status', '09.ended'), await column('ended_on', '09.ended')]).toEqual(['open', null]);
    expect((await timers('09.ended'))['#2 pending']).toEqual([
      'T-14',
      'T-7',
      'reach',
      'T-1',
      'due',
      'overdue',
      'escalation',
    ]);
    expect(await store.workflows.read('09', '09.ended')).toMatchObject({
      state: before.state,
      context: before.context,
    });
    await noDifferences(1);
  });
});

describe('children', () => {
  const parent = '09.neuvottelu';
  beforeEach(async () => {
    await clock('2026-03-12T12:00:00+02:00');
    const [start] = plannedStarts(examplePlan(), exampleRegister()).starts;
    if (!start) throw new Error('nothing is planned');
    await store.workflows.start(begin(parent, start.definition, start.data, { year: 2026, entry: start.entry }));
    await give(parent, 'record-planning', { heldOn: '2026-03-12' });
    await give(parent, 'fix-date', { negotiation: { on: '2026-08-27', basis: 'agreed' } });
    await clock('2026-05-25T09:00:00+03:00');
    await give(parent, 'invite', {});
  });

  it('are paused with their parent and go on with it; those that have ended or were paused by themselves stay so', async () => {
    const answered = `${parent}.answer-016`;
    const byItself = `${parent}.answer-081`;
    await give(answered, 'withdraw');
    await hearAll();
    await give(byItself, 'pause');
    await give(parent, 'pause');
    const outcomes = await hearAll();
    const refused = outcomes.flatMap((one) => (one.outcome === 'refused' ? [[one.instance.id, one.refused.code]] : []));
    expect(refused).toEqual([
      [answered, 'illegal-step'],
      [byItself, 'illegal-step'],
    ]);
    const children = await store.workflows.children('09', parent);
    expect(await pausedAmong(children)).toHaveLength(children.length - 1);
    await give(parent, 'resume');
    await hearAll();
    expect(await pausedAmong(children)).toEqual([byItself]);
    await noDifferences(children.length + 1);
  });

  it('are not reopened with their parent', async () => {
    await give(parent, 'cancel');
    await hearAll();
    // What the children say of their end comes too late.
    expect(new Set((await hearAll()).map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
    await give(parent, 'reopen');
    expect(await hearAll()).toEqual([]);
    const children = await store.workflows.children('09', parent);
    expect(new Set(children.map(({ status }) => status))).toEqual(new Set(['cancelled']));
    await give(`${parent}.answer-016`, 'reopen');
    expect(await store.workflows.read('09', `${parent}.answer-016`)).toMatchObject({ status: 'open' });
    await noDifferences(children.length + 1);
  });
});

async function pausedAmong(children: readonly { id: string }[]): Promise<string[]> {
  const read = await Promise.all(children.map(({ id }) => store.workflows.read('09', id)));
  return read.flatMap((child) => (child?.life.paused ? [child.id] : []));
}

/** Gives what workflows tell one another, as the engine does. */
async function hearAll(): Promise<EngineAnswer[]> {
  const answers: EngineAnswer[] = [];
  for (const work of await store.work.claimDue(1_000, leaseMs)) {
    if (work.kind !== 'command') continue;
    const { workflow, command, data, from } = work.payload;
    const told = step(workflow, command, data, { commandId: `tell:${work.id}` });
    const answer = await store.workflows.giveAsEngine({ ...told, actor: { id: from, role: 'workflow' } }, work);
    if (answer.outcome === 'refused') await store.work.finish(work);
    answers.push(answer);
  }
  return answers;
}

function giveTimer(work: ClaimedWork | undefined): Promise<EngineAnswer> {
  if (work?.kind !== 'timer') throw new Error('No timer was due');
  const { command, data } = work.payload;
  const told = step(work.instance, command, data, { commandId: `timer:${work.id}` });
  return store.workflows.giveAsEngine({ ...told, actor: { id: 'clock', role: 'clock' } }, work);
}
