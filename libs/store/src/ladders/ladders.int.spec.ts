import { instant, type Ladder } from '@app/domain';
import { laddersRevision } from '@app/workflows';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { sql, startRequest, step } from '../../../../test/support/requests';
import { Client } from 'pg';
import { openStore, setVirtualClock, type Store } from '../index';

const once: Ladder = [
  { key: 'T-3', days: 3, direction: 'working-days-before', audience: 'respondent', template: 'reminder' },
];

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  await setVirtualClock(database.ownerUrl, instant('2026-05-25T09:00:00+03:00'));
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

let requests = 0;
function change(rungs: Ladder | null, more: { county?: string; commandId?: string; ladder?: 'answer' | 'step' } = {}) {
  requests += 1;
  return store.ladders.change({
    county: '09',
    ladder: 'answer',
    rungs,
    reason: 'Sovittu kuntien kanssa.',
    by: 'key:09-00000001',
    commandId: `change-${requests}`,
    requestHash: JSON.stringify(rungs),
    ...more,
  });
}

/** Until somebody waits for an advisory lock. */
async function waiting(url: string): Promise<void> {
  for (let looked = 0; looked < 200; looked += 1) {
    const rows = await sql(url, `select from pg_locks where locktype = 'advisory' and not granted`);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Nobody waits for the lock');
}

describe('the ladders of a county', () => {
  it('are the defaults until it changes one, and again when it goes back; every change stays on record', async () => {
    expect(await store.ladders.read('09')).toEqual({ revision: 0, own: {}, changes: [] });
    expect(await change(once)).toMatchObject({ outcome: 'changed', replayed: false, change: { revision: 1 } });
    expect(await store.ladders.read('09')).toMatchObject({ revision: 1, own: { answer: once } });
    expect(await change(once)).toEqual({ outcome: 'unchanged' });
    expect(await change(null)).toMatchObject({ outcome: 'changed', change: { revision: 2, rungs: null } });
    const after = await store.ladders.read('09');
    expect(after).toMatchObject({ revision: 2, own: {} });
    expect(after.changes).toEqual([
      expect.objectContaining({ revision: 2, ladder: 'answer', rungs: null }),
      {
        revision: 1,
        ladder: 'answer',
        rungs: once,
        reason: 'Sovittu kuntien kanssa.',
        at: '2026-05-25T06:00:00.000Z',
        by: 'key:09-00000001',
      },
    ]);
  });

  it('are those of one county only, and are changed by nobody afterwards', async () => {
    await change(once);
    expect((await store.ladders.read('05')).revision).toBe(0);
    await expect(sql(database.superuserUrl, `update vuosikello.ladder_change set reason = 'x'`)).rejects.toThrow(
      /append-only/,
    );
    await expect(sql(database.superuserUrl, `truncate vuosikello.ladder_change`)).rejects.toThrow(/append-only/);
  });

  it('change once for one request, also where fifty ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => change(once, { commandId: 'same' })));
    expect(new Set(answers.map((answer) => answer.outcome === 'changed' && answer.change.revision))).toEqual(
      new Set([1]),
    );
    expect(answers.filter((answer) => answer.outcome === 'changed' && !answer.replayed)).toHaveLength(1);
    expect(await change(null, { commandId: 'same' })).toEqual({ outcome: 'key-reused' });
    const work = await sql(
      database.superuserUrl,
      `select dedupe_key, payload from vuosikello.work_item where kind = 'change'`,
    );
    expect(work).toEqual([{ dedupe_key: 'ladders:09:1', payload: '{"ladders":1}' }]);
  });

  it('are told to the engine even when the register is imported meanwhile', async () => {
    await change(once);
    await store.register.import(exampleRegister());
    const [work] = await store.work.claimDue(10, 60_000);
    expect(work).toMatchObject({ kind: 'change', payload: { ladders: 1 } });
  });
});

describe('what is started', () => {
  it('remembers the ladders of its county, and so do its children', async () => {
    await change(once);
    const { life, deadlines } = await startRequest(store, '09.own');
    expect(life.ladders).toEqual({ revision: 1, own: { answer: once } });
    expect(deadlines.answer?.rungs).toEqual([{ key: 'T-3', on: '2026-08-12' }]);
    expect((await startRequest(store, '05.other', {}, '05')).life.ladders).toBeUndefined();
    expect(await store.replay.run()).toEqual({ streams: 2, differences: [] });
  });

  it('waits for a change that is under way, and has it', async () => {
    const changing = new Client({ connectionString: database.superuserUrl });
    await changing.connect();
    try {
      await changing.query('begin');
      await changing.query(`select pg_advisory_xact_lock(hashtext('ladders 09'))`);
      const started = startRequest(store, '09.waits');
      await waiting(database.superuserUrl);
      await changing.query(
        `insert into vuosikello.ladder_change values ('09', 1, 'answer', $1, 'Sovittu.', now(), 'key:x', 'x', 'x')`,
        [JSON.stringify(once)],
      );
      await changing.query('commit');
      expect((await started).life.ladders).toEqual({ revision: 1, own: { answer: once } });
    } finally {
      await changing.end();
    }
  });

  it('is decided anew where the ladders change before it is stored', async () => {
    const starts = Array.from({ length: 40 }, (_, n) => startRequest(store, `09.race-${n}`));
    const changed = await Promise.all([once, null, once, null].map((rungs) => change(rungs)));
    const { revision, own } = await store.ladders.read('09');
    for (const { life } of await Promise.all(starts)) expect(life.ladders?.revision ?? 0).toBeLessThanOrEqual(revision);
    expect(changed.filter(({ outcome }) => outcome === 'changed')).toHaveLength(revision);
    expect((await startRequest(store, '09.after')).life.ladders).toEqual({ revision, own });
    expect(await store.replay.run()).toMatchObject({ differences: [] });
  });

  it('takes no command for ladders it knows', async () => {
    await change(once);
    await startRequest(store, '09.own');
    const request = {
      ...step('09.own', 'use-ladders', { revision: 1, own: {} }),
      actor: { id: 'ladders', role: 'workflow' as const },
    };
    expect(await store.workflows.giveAsEngine(request)).toMatchObject({
      outcome: 'refused',
      refused: { code: 'invalid-data' },
    });
    const instance = await store.workflows.read('09', '09.own');
    expect(instance && laddersRevision(instance)).toBe(1);
  });
});
