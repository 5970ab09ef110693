import type { Plan } from '@app/domain';
import { addDays, instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister, negotiationPlan } from '../../../../test/support/example-area';
import { begin, coordinator, requestData, sql } from '../../../../test/support/requests';
import type { PlanActivation } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const plan = negotiationPlan();
const register = exampleRegister();
const negotiation = '09.hyte-negotiation-2026';
const now = instant('2026-01-02T08:00:00+02:00');

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  await setVirtualClock(database.ownerUrl, now);
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const activate = (changed: Plan = plan, more: Partial<PlanActivation> = {}) =>
  store.plans.activate({ plan: changed, register, actor: coordinator, ...more });

const without = (...entries: string[]): Plan => ({
  ...plan,
  entries: plan.entries.filter(({ id }) => !entries.includes(id)),
});

const seminarOn = (on: string, base: Plan = plan): Plan => ({
  ...base,
  entries: base.entries.map((entry) =>
    entry.id === 'interface-seminar-2026'
      ? { ...entry, dates: { event: { ...entry.dates.event, on, basis: 'agreed' } as never } }
      : entry,
  ),
});

const nextYearsNegotiation = (base: Plan): Plan => ({
  ...base,
  entries: [
    ...base.entries,
    ...base.entries
      .filter(({ id }) => id === 'hyte-negotiation-2026')
      .map((entry) => ({ ...entry, id: 'hyte-negotiation-extra' })),
  ],
});

const errorsOf = (answer: { preview?: { findings: { code: string; severity: string; entry: string | null }[] } }) =>
  answer.preview?.findings.filter(({ severity }) => severity === 'error').map(({ code, entry }) => [code, entry]);

describe('a plan', () => {
  it('goes into force whole: its workflows start in its year, and it is its own first revision', async () => {
    const answer = await activate();
    expect(answer).toMatchObject({ outcome: 'activated', revision: 1, preview: { started: [negotiation], same: [] } });
    expect(await store.plans.read('09', plan.year)).toEqual({
      version: 1,
      active: { revision: 1, plan, activatedAt: now, activatedBy: coordinator.id, reason: null },
      draft: null,
      workflows: [expect.objectContaining({ id: negotiation }) as unknown],
    });
    const { items } = await store.workflows.list('09', { year: plan.year }, { limit: 100 });
    expect(items.map(({ id }) => id)).toEqual([negotiation]);
    const [first] = await store.workflows.events('09', negotiation, { after: 0, limit: 1 });
    expect(first).toMatchObject({ actor: coordinator, commandId: 'plan:09:2026:1:hyte-negotiation-2026' });
    expect(await store.plans.read('09', 1999)).toBeUndefined();
    expect(await store.plans.read('17', plan.year)).toBeUndefined();
  });

  it('activated again does nothing, whatever revision was expected and however its fields are ordered', async () => {
    await activate();
    const { entries, ...rest } = plan;
    const again = await activate({ entries, ...rest }, { expectRevision: 0 });
    expect(again).toMatchObject({
      outcome: 'unchanged',
      revision: 1,
      preview: { unchanged: true, started: [], same: ['hyte-negotiation-2026'], changes: [], findings: [] },
    });
    expect(await store.plans.revisions('09', plan.year)).toHaveLength(1);
    expect((await store.workflows.read('09', negotiation))?.version).toBe(2);
  });

  it('activated twice at once starts everything once', async () => {
    const both = await Promise.all([activate(), activate()]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['activated', 'unchanged']);
    expect(await store.plans.revisions('09', plan.year)).toHaveLength(1);
  });

  it('with an entry that cannot start leaves nothing behind, and says what is lacking', async () => {
    const [entry] = plan.entries.filter(({ workflow }) => workflow === 'hyte-negotiation');
    if (!entry) throw new Error('no negotiation is planned');
    const { closed: _left, ...dates } = entry.dates;
    const answer = await activate({
      ...plan,
      entries: [
        { ...entry, id: 'good' },
        { ...entry, dates },
      ],
    });
    expect(answer.outcome).toBe('refused');
    expect(errorsOf(answer as never)).toEqual([['incomplete', entry.id]]);
    expect((await store.plans.read('09', plan.year))?.active ?? null).toBeNull();
    expect(await store.workflows.read('09', '09.good')).toBeUndefined();
  });
});

describe('a changed plan', () => {
  beforeEach(async () => {
    await activate();
  });

  it('needs a reason, and is a revision of its own with who, when and why', async () => {
    const changed = seminarOn('2026-12-08');
    expect(await activate(changed)).toMatchObject({ outcome: 'reason-required' });
    expect(await store.plans.revisions('09', plan.year)).toHaveLength(1);
    const answer = await activate(changed, { reason: 'Sali oli varattu.', expectRevision: 1 });
    expect(answer).toMatchObject({
      outcome: 'activated',
      revision: 2,
      preview: {
        revision: 1,
        changes: [
          {
            entry: 'interface-seminar-2026',
            workflow: null,
            dates: [{ name: 'event', from: { on: '2026-12-07' }, to: { on: '2026-12-08' }, stays: false }],
            deadlines: [],
          },
        ],
      },
    });
    const [second, first] = await store.plans.revisions('09', plan.year);
    expect(second).toMatchObject({
      revision: 2,
      reason: 'Sali oli varattu.',
      activatedBy: coordinator.id,
      plan: changed,
    });
    expect(first).toMatchObject({ revision: 1, plan });
    expect(await activate(changed, { reason: 'Sali oli varattu.', expectRevision: 1 })).toMatchObject({
      outcome: 'unchanged',
    });
  });

  it('is previewed without leaving anything behind', async () => {
    const preview = await store.plans.preview({ plan: seminarOn('2026-12-08'), register, actor: coordinator });
    expect(preview).toMatchObject({ revision: 1, unchanged: false, started: [], changes: [{ workflow: null }] });
    expect((await store.plans.read('09', plan.year))?.active?.revision).toBe(1);
  });

  it('is refused where somebody else changed the year since the preview', async () => {
    await activate(seminarOn('2026-12-08'), { reason: 'Ensin.' });
    const late = await activate(seminarOn('2026-12-09'), { reason: 'Sitten.', expectRevision: 1 });
    expect(late).toEqual({ outcome: 'stale', revision: 2 });
    expect((await store.plans.read('09', plan.year))?.active?.plan).toEqual(seminarOn('2026-12-08'));
  });

  it('of two at once on one preview takes one, and the other hears that it is late', async () => {
    const both = await Promise.all(
      ['2026-12-08', '2026-12-09'].map((on) => activate(seminarOn(on), { reason: on, expectRevision: 1 })),
    );
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['activated', 'stale']);
    const [newest, ...older] = await store.plans.revisions('09', plan.year);
    expect([newest?.revision, older.length]).toEqual([2, 1]);
    expect(newest?.plan).toEqual(seminarOn(newest?.reason ?? ''));
  });

  it('of two at once without a preview takes both, one after the other', async () => {
    await Promise.all([
      activate(nextYearsNegotiation(plan), { reason: 'Toinen neuvottelu.' }),
      activate(nextYearsNegotiation(seminarOn('2026-12-08')), { reason: 'Seminaari siirtyi.' }),
    ]);
    expect((await store.plans.revisions('09', plan.year)).map(({ revision }) => revision)).toEqual([3, 2, 1]);
    const events = await store.workflows.events('09', '09.hyte-negotiation-extra', { after: 0, limit: 10 });
    expect(events.filter(({ kind }) => kind === 'fact')).toHaveLength(1);
  });

  it('drops what has not started, and never what runs', async () => {
    const dropped = await activate(without('interface-seminar-2026'), { reason: 'Peruttiin.' });
    expect(dropped).toMatchObject({ outcome: 'activated', preview: { dropped: ['interface-seminar-2026'] } });
    const refused = await activate(without('hyte-negotiation-2026'), { reason: 'Kokeilu.' });
    expect(refused.outcome).toBe('refused');
    expect(errorsOf(refused as never)).toEqual([['entry-running', 'hyte-negotiation-2026']]);
    expect((await store.plans.read('09', plan.year))?.active?.revision).toBe(2);
  });

  it('drops what has ended', async () => {
    await store.workflows.give({
      county: '09',
      workflow: negotiation,
      name: 'cancel',
      data: { reason: 'Ei pidetä.' },
      actor: coordinator,
      commandId: 'cancel',
      requestHash: 'cancel',
    });
    const answer = await activate(without('hyte-negotiation-2026'), { reason: 'Peruttiin.' });
    expect(answer).toMatchObject({ outcome: 'activated', preview: { dropped: ['hyte-negotiation-2026'] } });
    const putBack = await activate(plan, { reason: 'Pidetään sittenkin.' });
    expect(errorsOf(putBack as never)).toEqual([['entry-id-taken', 'hyte-negotiation-2026']]);
  });

  it('of the next year with this year’s ids leaves this year’s workflow as it is', async () => {
    const before = await store.workflows.read('09', negotiation);
    const [entry] = plan.entries.filter(({ id }) => id === 'hyte-negotiation-2026');
    if (!entry) throw new Error('the plan has no negotiation');
    const dates = Object.entries(entry.dates).map(([name, { weekday: _, ...date }]) => [
      name,
      { ...date, on: addDays(date.on, 364) },
    ]);
    const entries = [{ ...entry, about: '2028', dates: Object.fromEntries(dates) as typeof entry.dates }];
    const answer = await activate({ ...plan, year: 2027, entries }, { reason: 'Vuosi 2027.' });
    expect(answer.outcome).toBe('refused');
    expect(errorsOf(answer as never)).toEqual([['entry-id-taken', 'hyte-negotiation-2026']]);
    expect(await store.workflows.read('09', negotiation)).toEqual(before);
    const other = { ...entries[0], id: 'hyte-negotiation-2027' } as typeof entry;
    expect((await activate({ ...plan, year: 2027, entries: [other] })).outcome).toBe('activated');
  });

  it('does not make another thing of what runs', async () => {
    const changes: [Partial<Plan['entries'][number]>, string][] = [
      [{ workflow: 'event' }, 'entry-workflow-changed'],
      [{ about: '2028' }, 'entry-about-changed'],
    ];
    for (const [change, code] of changes) {
      const entries = plan.entries.map((entry) =>
        entry.id === 'hyte-negotiation-2026' ? { ...entry, ...change } : entry,
      );
      const answer = await activate({ ...plan, entries }, { reason: 'Kokeilu.' });
      expect(errorsOf(answer as never)).toEqual([[code, 'hyte-negotiation-2026']]);
    }
  });

  it('does not take over a workflow of another kind that has the id', async () => {
    await store.workflows.start(begin('09.seminar', 'information-request', requestData()));
    const entries = plan.entries.map((entry) =>
      entry.id === 'interface-seminar-2026' ? { ...entry, id: 'seminar' } : entry,
    );
    const answer = await activate({ ...plan, entries }, { reason: 'Uusi tunnus.' });
    expect(errorsOf(answer as never)).toEqual([['entry-workflow-changed', 'seminar']]);
  });
});

describe('a draft', () => {
  const draft = seminarOn('2026-12-08');
  const save = (saved: Plan, ifVersion?: number) =>
    store.plans.saveDraft(plan, { plan: saved, actor: coordinator, ifVersion });

  it('is kept beside the plan in force until it comes into force itself', async () => {
    await activate();
    expect(await save(draft)).toEqual({ outcome: 'saved', version: 2 });
    expect(await store.plans.read('09', plan.year)).toMatchObject({
      version: 2,
      active: { revision: 1, plan },
      draft: { plan: draft, savedBy: coordinator.id, savedAt: now },
    });
    await activate(draft, { reason: 'Sali.', draftVersion: 2 });
    expect(await store.plans.read('09', plan.year)).toMatchObject({
      version: 3,
      active: { revision: 2, plan: draft },
      draft: null,
    });
  });

  it('that was changed meanwhile is not lost', async () => {
    await save(plan);
    await save(draft);
    await activate(plan, { draftVersion: 1 });
    expect(await store.plans.read('09', plan.year)).toMatchObject({ draft: { plan: draft } });
  });

  it('is saved by one of two who have read the same', async () => {
    await save(plan);
    const both = await Promise.all([draft, seminarOn('2026-12-09')].map((one) => save(one, 1)));
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'stale']);
  });
});

describe('the revisions', () => {
  it.each(['appUrl', 'engineUrl', 'ownerUrl', 'superuserUrl'] as const)('are not rewritten (%s)', async (login) => {
    await activate();
    for (const statement of [
      `update vuosikello.plan_revision set reason = 'x'`,
      `delete from vuosikello.plan_revision`,
      `truncate vuosikello.plan_revision`,
    ]) {
      const inCounty = `do $$ begin perform set_config('app.county', '09', true); ${statement}; end $$`;
      await expect(sql(database[login], inCounty)).rejects.toMatchObject({ code: '42501' });
    }
    expect(await store.plans.revisions('09', plan.year)).toHaveLength(1);
  });
});
