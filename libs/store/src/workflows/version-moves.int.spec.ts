import { instant } from '@app/domain';
import { OlderSoftwareError } from '@app/workflows';
import { addDefinitions } from '../../../../test/support/added-definitions';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { begin, sql, step } from '../../../../test/support/requests';
import { visitData } from '../../../workflows/test/arranged-visit';
import { siteVisit } from '../../../workflows/test/site-visit/site-visit.workflow';
import { siteVisit2 } from '../../../workflows/test/site-visit/site-visit-2.workflow';
import type { MigrationRequest } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const page = { after: 0, limit: 100 };
const ids = ['09.visit-1', '09.visit-2', '09.visit-3'];

let database: TestDatabase;
let store: Store;
let forgetDefinitions: () => void;
beforeEach(async () => {
  forgetDefinitions = addDefinitions(siteVisit, siteVisit2);
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await setVirtualClock(database.ownerUrl, instant('2026-06-01T09:00:00+03:00'));
  for (const id of ids)
    expect(await store.workflows.start({ ...begin(id, 'site-visit', visitData()), version: 1 })).toMatchObject({
      outcome: 'accepted',
    });
  await accepted(store.workflows.give(step('09.visit-2', 'cancel', { reason: 'Sairastuminen.' })));
  await accepted(
    store.workflows.giveAsEngine({
      ...step('09.visit-3', 'pass-deadline', { deadline: 'visit' }),
      actor: { id: 'clock', role: 'clock' },
    }),
  );
});
afterEach(async () => {
  forgetDefinitions();
  await store.close();
  await database.drop();
});

async function accepted(answer: Promise<{ outcome: string }>): Promise<void> {
  expect(await answer).toMatchObject({ outcome: 'accepted' });
}

const move = (more: Partial<MigrationRequest> = {}) =>
  store.workflows.migrate({
    county: '09',
    definition: 'site-visit',
    from: 1,
    to: 2,
    reason: 'Vierailuista raportoidaan.',
    actor: { id: 'key:09-00000002', role: 'admin' },
    dryRun: false,
    ...more,
  });

const outcomes = async (more: Partial<MigrationRequest> = {}) => {
  const answer = await move(more);
  return 'results' in answer ? answer.results.map(({ workflow, outcome }) => [workflow, outcome]) : answer.outcome;
};

const versionOf = async (id: string) => (await store.workflows.read('09', id))?.definition.version;
const eventsOf = (id: string) => store.workflows.events('09', id, page);

describe('moving running workflows to another version', () => {
  it('says first what would happen, and leaves nothing behind', async () => {
    const before = await eventsOf('09.visit-1');
    expect(await move({ dryRun: true })).toEqual({
      outcome: 'done',
      results: [
        { workflow: '09.visit-1', outcome: 'moves', state: 'open.requested' },
        {
          workflow: '09.visit-3',
          outcome: 'stays',
          code: 'site-visit/cannot-migrate',
          why: expect.objectContaining({
            en: 'The day of the visit has passed. Record the visit or cancel it.',
          }) as object,
        },
      ],
    });
    expect(await eventsOf('09.visit-1')).toEqual(before);
    expect(await versionOf('09.visit-1')).toBe(1);
  });

  it('moves those that can be moved, says so in their log, and the log gives what is stored', async () => {
    expect(await outcomes()).toEqual([
      ['09.visit-1', 'moved'],
      ['09.visit-3', 'stays'],
    ]);
    expect((await eventsOf('09.visit-1')).at(-1)).toMatchObject({
      type: 'WorkflowMigrated',
      kind: 'fact',
      actor: { id: 'key:09-00000002', role: 'admin' },
      data: { from: 1, to: 2, reason: 'Vierailuista raportoidaan.' },
    });
    expect(await Promise.all(ids.map(versionOf))).toEqual([2, 1, 1]);
    await setVirtualClock(database.ownerUrl, instant('2026-09-11T09:00:00+03:00'));
    await accepted(store.workflows.give(step('09.visit-1', 'record-visit', { heldOn: '2026-09-10' })));
    expect(await store.workflows.read('09', '09.visit-1')).toMatchObject({ state: 'open.awaiting-report' });
    expect(await store.replay.run()).toEqual({ streams: 3, differences: [] });
  });

  it('reads what stood before the move as the version that it then was', async () => {
    await move();
    expect(await store.workflows.readAt('09', '09.visit-1', 2)).toMatchObject({
      definition: { version: 1 },
      state: 'requested',
    });
    expect(await store.workflows.readAt('09', '09.visit-1', 3)).toMatchObject({ definition: { version: 2 } });
  });

  it('moves each once, however often and by however many it is asked', async () => {
    await Promise.all([move(), move(), move()]);
    await move();
    expect((await eventsOf('09.visit-1')).filter(({ type }) => type === 'WorkflowMigrated')).toHaveLength(1);
    expect(await outcomes({ workflows: ['09.visit-1'] })).toEqual([['09.visit-1', 'moved']]);
    expect(await outcomes()).toEqual([['09.visit-3', 'stays']]);
  });

  it('decides on what stands when a person is faster, and goes on from there', async () => {
    const [, moved] = await Promise.all([
      store.workflows.give(step('09.visit-1', 'cancel', { reason: 'Peruttu.' })),
      outcomes({ workflows: ['09.visit-1'] }),
    ]);
    expect([[['09.visit-1', 'moved']], [['09.visit-1', 'stays']]]).toContainEqual(moved);
    expect(await store.workflows.read('09', '09.visit-1')).toMatchObject({ status: 'cancelled' });
    expect((await store.replay.run()).differences).toEqual([]);
  });

  it('touches only those that are named, and no other county’s', async () => {
    expect(await outcomes({ workflows: ['09.visit-2', '09.nothing'] })).toEqual([
      ['09.visit-2', 'stays'],
      ['09.nothing', 'not-found'],
    ]);
    expect(await outcomes({ county: '17' })).toEqual([]);
    expect(await outcomes({ county: '17', workflows: ['09.visit-1'] })).toEqual([['09.visit-1', 'not-found']]);
    expect(await versionOf('09.visit-1')).toBe(1);
  });

  it('goes only where there is a version that says how', async () => {
    expect(await outcomes({ to: 3 })).toBe('unknown-definition');
    expect(await outcomes({ from: 2, to: 1 })).toBe('no-mapping');
  });

  it('is tried only by somebody who may', async () => {
    const results = await move({ actor: { id: 'x', role: 'coordinator' }, workflows: ['09.visit-1'] });
    expect(results).toMatchObject({ results: [{ outcome: 'stays', code: 'not-permitted' }] });
  });
});

describe('software that does not know the version', () => {
  beforeEach(async () => {
    await move();
    forgetDefinitions();
    forgetDefinitions = addDefinitions(siteVisit);
  });

  it('takes no step in such a workflow, and reads it as it is stored', async () => {
    await expect(store.workflows.give(step('09.visit-1', 'cancel', { reason: 'x' }))).rejects.toThrow(
      OlderSoftwareError,
    );
    const asEngine = {
      ...step('09.visit-1', 'pass-deadline', { deadline: 'visit' }),
      actor: { id: 'clock', role: 'clock' as const },
    };
    await expect(store.workflows.giveAsEngine(asEngine)).rejects.toThrow(OlderSoftwareError);
    expect(await store.workflows.read('09', '09.visit-1')).toMatchObject({ definition: { version: 2 }, version: 3 });
    expect((await store.workflows.list('09', {}, { limit: 10 })).items).toHaveLength(3);
  });

  it('takes steps in the others', async () => {
    await accepted(store.workflows.give(step('09.visit-3', 'cancel', { reason: 'x' })));
  });

  it('says of a replay what it cannot read', async () => {
    expect((await store.replay.run()).differences).toEqual([
      {
        workflow: '09.visit-1',
        detail: 'cannot be replayed: No definition site-visit version 2: this software is older than the data',
      },
    ]);
  });

  it('claims its work with what it belongs to', async () => {
    await setVirtualClock(database.ownerUrl, instant('2026-09-11T09:00:00+03:00'));
    const work = await store.work.claimDue(10, 60_000);
    const known = new Map(work.map(({ instance, definition }) => [instance, definition]));
    expect(known.get('09.visit-1')).toEqual({ name: 'site-visit', version: 2 });
  });
});

it('finds a stored version that the log does not give', async () => {
  await sql(database.superuserUrl, `update vuosikello.workflow set definition_version = 2 where id = '09.visit-1'`);
  expect((await store.replay.run()).differences).not.toEqual([]);
});
