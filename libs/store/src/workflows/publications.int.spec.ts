import { instant } from '@app/domain';
import { emptyUnit, type Json } from '@app/workflows';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { begin, requestData, sql, startRequest, step } from '../../../../test/support/requests';
import { Database } from '../connection/database';
import type { ClaimedWork } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';
import { isOvertaken, publishUnits } from './publications';

const leaseMs = 60_000;
const asksFor = 'municipality-card/2025';
const topic = `answer/016/${asksFor}`;
const answers = { efforts: 'Liikunta.' };

let database: TestDatabase;
let store: Store;
let other: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  other = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test-other' });
  await setVirtualClock(database.ownerUrl, instant('2026-05-25T09:00:00+03:00'));
});
afterEach(async () => {
  await store.close();
  await other.close();
  await database.drop();
});

const ask = (id: string, more: Record<string, Json> = {}) => startRequest(store, id, { asksFor, ...more });

async function accepted(answer: Promise<{ outcome: string }>): Promise<void> {
  expect(await answer).toMatchObject({ outcome: 'accepted' });
}

const answer = (id: string, by = store) => accepted(by.workflows.give(step(id, 'record-answer', { answers })));

function tellOf(work: ClaimedWork) {
  if (work.kind !== 'command') throw new Error(`A ${work.kind} tells nobody`);
  const { workflow, command, data, from } = work.payload;
  const commandId = `tell:${work.id}`;
  return {
    ...step(workflow, command, data, { commandId, requestHash: commandId }),
    actor: { id: from, role: 'workflow' as const },
  };
}

/** Gives what is owed to other workflows, as the engine does. @returns whom it was given to */
async function tellAll(): Promise<string[]> {
  const told = (await store.work.claimDue(1_000, leaseMs)).filter(({ kind }) => kind === 'command');
  for (const work of told) await accepted(store.workflows.giveAsEngine(tellOf(work), work));
  return told.map(({ instance }) => instance).sort();
}

async function typesOf(id: string): Promise<string[]> {
  return (await store.workflows.events('09', id, { after: 0, limit: 100 })).map(({ type }) => type);
}

/** The mails owed by a workflow, and how many of them somebody would send. */
function mailsOf(id: string): Promise<{ template: string; state: string; items: number }[]> {
  return sql(
    database.superuserUrl,
    `select m.template, m.state,
       (select count(*)::integer from vuosikello.work_item k where k.dedupe_key = 'mail:' || m.id) as items
     from vuosikello.notification m where m.workflow = $1 order by m.template`,
    [id],
  );
}

describe('what is published', () => {
  it('is told once to everybody who follows it, and never to who has said it', async () => {
    await ask('09.a');
    await ask('09.b');
    await ask('09.c');
    await ask('09.elsewhere', { asksFor: 'other/2025' });
    await answer('09.a');
    expect(await tellAll()).toEqual(['09.b', '09.c']);
    expect(await tellAll()).toEqual([]);
    for (const id of ['09.b', '09.c']) {
      expect((await typesOf(id)).filter((type) => type === 'AnswerShared')).toHaveLength(1);
      expect((await store.workflows.read('09', id))?.state).toBe('received.answered');
    }
    expect((await store.workflows.read('09', '09.elsewhere'))?.state).toBe('open.requested');
    expect(await typesOf('09.a')).toContain('Published');
    expect(await store.replay.run()).toEqual({ streams: 4, differences: [] });
  });

  it('is done once, also when the lease of who tells it was lost', async () => {
    await ask('09.a');
    await ask('09.b');
    await answer('09.a');
    const [work] = (await store.work.claimDue(1_000, leaseMs)).filter(({ kind }) => kind === 'command');
    if (!work) throw new Error('nobody is told');
    await accepted(store.workflows.giveAsEngine(tellOf(work)));
    expect(await other.workflows.giveAsEngine(tellOf(work), work)).toMatchObject({ replayed: true });
    expect((await typesOf('09.b')).filter((type) => type === 'AnswerShared')).toHaveLength(1);
  });

  it('again is told to those who still follow, and only the newest to who comes later', async () => {
    await ask('09.a');
    await ask('09.b');
    await answer('09.a');
    await tellAll();
    await accepted(store.workflows.give(step('09.a', 'return-for-completion', { reason: 'x', dueOn: '2026-08-19' })));
    await accepted(store.workflows.give(step('09.a', 'record-answer', { answers: { efforts: 'Enemmän.' } })));
    expect(await tellAll()).toEqual(['09.b']);
    expect((await store.workflows.read('09', '09.b'))?.context).toMatchObject({
      answer: { answers: { efforts: 'Enemmän.' } },
    });
    await ask('09.c');
    expect(await typesOf('09.c')).not.toContain('SharedAnswerCorrected');
    expect((await store.workflows.read('09', '09.c'))?.context).toMatchObject({
      answer: { answers: { efforts: 'Enemmän.' } },
    });
    expect(await store.replay.run()).toEqual({ streams: 3, differences: [] });
  });

  it('stays in its county', async () => {
    await ask('09.a');
    await answer('09.a');
    await startRequest(store, '17.a', { asksFor }, '17');
    expect((await store.workflows.read('17', '17.a'))?.state).toBe('open.requested');
  });
});

describe('a workflow that begins to follow what was published before', () => {
  it('hears of it in the very step: who has answered is not asked', async () => {
    await ask('09.a');
    await answer('09.a');
    const start = begin('09.b', 'information-request', requestData({ asksFor }));
    const first = await store.workflows.start(start);
    expect(first).toMatchObject({ outcome: 'accepted', instance: { state: 'received.answered' } });
    expect(await store.workflows.start(start)).toEqual({ ...first, replayed: true });
    expect(await mailsOf('09.b')).toEqual([
      { template: 'advance-assignment', state: 'suppressed', items: 0 },
      { template: 'answer-shared', state: 'queued', items: 1 },
    ]);
    const [rows] = await sql<{ transactions: number; timers: number }>(
      database.superuserUrl,
      `select (select count(distinct xid::text)::integer from vuosikello.event where stream like '09.b%') as transactions,
              (select count(*)::integer from vuosikello.work_item where instance = '09.b' and kind = 'timer') as timers`,
    );
    expect(rows).toEqual({ transactions: 1, timers: 0 });
    expect(await tellAll()).toEqual([]);
    expect(await store.replay.run()).toEqual({ streams: 2, differences: [] });
  });

  it('hears of it also when a command of the engine makes it follow', async () => {
    await ask('09.a');
    await answer('09.a');
    await ask('09.b', { organisation: '111' });
    const taken = { organisation: '016', reason: 'Kuntaliitos.' };
    const succeed = { ...step('09.b', 'succeed', taken), actor: { id: '09.parent', role: 'workflow' as const } };
    await accepted(store.workflows.giveAsEngine(succeed));
    expect((await store.workflows.read('09', '09.b'))?.state).toBe('received.answered');
    const followed = await sql(database.superuserUrl, `select workflow, topic from vuosikello.follow`);
    expect(followed).toEqual([{ workflow: '09.b', topic }]);
    expect(await store.replay.run()).toEqual({ streams: 2, differences: [] });
  });

  it('is decided anew where something was published since it was looked at', async () => {
    await ask('09.a');
    await answer('09.a');
    const asked = await ask('09.b', { asksFor: 'other/2025' });
    const unit = emptyUnit(asked, asked.version, null, instant('2026-05-25T09:00:00+03:00'));
    unit.following.begun.push({ workflow: '09.b', topic, command: 'share-answer', seen: '0' });
    const direct = await Database.open({ databaseUrl: database.engineUrl, applicationName: 'test' });
    const failure = await direct
      .transaction((query) => publishUnits(query, '09', [unit]))
      .catch((error: unknown) => error);
    await direct.close();
    expect(isOvertaken(failure)).toBe(true);
  });

  it('misses nothing and hears nothing twice, however the two meet', async () => {
    const rounds = 12;
    for (let round = 0; round < rounds; round += 1) {
      const about = { asksFor: `question/${round}` };
      await ask(`09.first-${round}`, about);
      const ids = Array.from({ length: 6 }, (_, index) => `09.late-${round}-${index}`);
      await Promise.all([
        answer(`09.first-${round}`, other),
        ...ids.map(async (id, index) => {
          if (index % 3 === 2) await new Promise(setImmediate);
          const data = requestData(about);
          await accepted((index % 2 === 0 ? store : other).workflows.start(begin(id, 'information-request', data)));
        }),
      ]);
    }
    await tellAll();
    const shared = await sql<{ stream: string; told: number }>(
      database.superuserUrl,
      `select stream, count(*)::integer as told from vuosikello.event where type = 'AnswerShared' group by stream`,
    );
    expect(shared).toHaveLength(rounds * 6);
    expect(new Set(shared.map(({ told }) => told))).toEqual(new Set([1]));
    expect(await store.replay.run()).toMatchObject({ differences: [] });
  });
});

it('the replay notices who follows and what stands published where the log says otherwise', async () => {
  await ask('09.a');
  await ask('09.b');
  await answer('09.a');
  await sql(database.superuserUrl, `delete from vuosikello.follow where workflow = '09.b'`);
  await sql(database.superuserUrl, `update vuosikello.publication set seq = 1`);
  expect((await store.replay.run()).differences).toEqual([
    { workflow: '09.a', detail: 'the stored published is not what the log gives' },
    { workflow: '09.b', detail: 'the stored follows is not what the log gives' },
  ]);
});
