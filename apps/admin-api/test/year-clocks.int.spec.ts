import type { Plan } from '@app/domain';
import { setVirtualClock } from '@app/store';
import { negotiationPlan } from '../../../test/support/example-area';
import { activation, revisionList, yearClock } from '../src/year-clocks/year-clock.schema';
import { type Answer, keysFor, problemIn, request, type RunningApi, runApi } from './running-api';

const plan = negotiationPlan();
const year = '/v1/year-clocks/09/2026';
const negotiation = '09.hyte-negotiation-2026';

let api: RunningApi;
let key: string;
beforeEach(async () => {
  api = await runApi({ at: '2026-01-02T09:00:00+02:00' });
  key = api.keys.coordinator;
});
afterEach(() => api.close());

const put = (draft: unknown, headers: Record<string, string> = {}, as = key, path = year) =>
  request(api, as, path, { method: 'PUT', json: draft, headers });
const activate = (body: unknown = {}, query = '', as = key) =>
  request(api, as, `${year}/activate${query}`, { method: 'POST', json: body });
const read = async () => yearClock.parse((await request(api, key, year)).body);
const activationIn = ({ status, body, text }: Answer) => {
  expect([status, text]).toEqual([200, text]);
  return activation.parse(body);
};
const errorsIn = (findings: { code: string; severity: string; entry: string | null }[] = []) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code, entry }) => [code, entry]);
const seminarOn = (on: string, base: Plan = plan) => ({
  ...base,
  entries: base.entries.map((entry) =>
    entry.id === 'interface-seminar-2026' ? { ...entry, dates: { event: { on, basis: 'agreed' } } } : entry,
  ),
});

describe('a year without a plan', () => {
  it('is not found, neither to read nor to activate', async () => {
    for (const answer of [
      await request(api, key, year),
      await request(api, key, `${year}/revisions`),
      await activate(),
    ]) {
      expect(answer.status).toBe(404);
      expect(problemIn(answer).code).toBe('no-plan');
    }
  });

  it('is not found either where it is nobody’s of this key', async () => {
    for (const path of ['17/2026', '09/26', '09/1999', 'x/2026']) {
      const answer = await request(api, key, `/v1/year-clocks/${path}`);
      expect([answer.status, problemIn(answer).code]).toEqual([404, 'unknown-id']);
    }
  });
});

describe('a draft', () => {
  it('is saved and changes nothing that runs; the answer says what should be looked at', async () => {
    const saved = await put(seminarOn('2026-12-06'));
    expect(saved.status).toBe(200);
    expect(saved.headers.get('etag')).toBe('"1"');
    const clock = yearClock.parse(saved.body);
    expect(clock).toMatchObject({ county: '09', year: 2026, active: null, entries: [] });
    expect(errorsIn(clock.draft?.findings)).toEqual([['blocked-day', 'interface-seminar-2026']]);
    expect(clock.draft?.findings.map(({ code }) => code)).toContain('collision');
    expect(await api.store.workflows.read('09', negotiation)).toBeUndefined();
    expect(await read()).toEqual(clock);
  });

  it('is saved only on the version that was read, where one is named', async () => {
    await put(plan);
    expect((await put(seminarOn('2026-10-05'), { 'If-Match': '"1"' })).headers.get('etag')).toBe('"2"');
    const stale = await put(plan, { 'If-Match': '"1"' });
    expect(stale.status).toBe(412);
    expect(stale.headers.get('etag')).toBe('"2"');
    expect(problemIn(stale).code).toBe('draft-stale');
  });

  it('that is saved already is not saved again when the request is repeated, whatever version it names', async () => {
    await put(seminarOn('2026-12-06'));
    expect((await put(plan, { 'If-Match': '"1"' })).headers.get('etag')).toBe('"2"');
    const again = await put(plan, { 'If-Match': '"1"' });
    expect([again.status, again.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await put(plan)).headers.get('etag')).toBe('"2"');
    const others = await put(plan, { 'If-Match': '"1"' }, api.keys.admin);
    expect([others.status, problemIn(others).code]).toEqual([412, 'draft-stale']);
    expect((await put(plan, { 'If-Match': '"2"' }, api.keys.admin)).headers.get('etag')).toBe('"3"');
  });

  it('has the shape of a plan of the year', async () => {
    const wrong: [unknown, number, string][] = [
      [{ ...plan, colour: 'red' }, 400, 'unknown-field'],
      [{ ...plan, entries: [{ id: 'x' }] }, 422, 'invalid-data'],
      [{ ...plan, county: '17' }, 422, 'invalid-data'],
      [{ ...plan, year: 2027 }, 422, 'invalid-data'],
      [[], 422, 'invalid-data'],
    ];
    for (const [body, status, code] of wrong) {
      const answer = await put(body);
      expect([answer.status, problemIn(answer).code]).toEqual([status, code]);
    }
    expect((await request(api, key, year)).status).toBe(404);
  });

  it('is written by those who may', async () => {
    for (const role of ['auditor', 'operator'] as const) {
      expect((await put(plan, {}, api.keys[role])).status).toBe(403);
      expect((await activate({}, '', api.keys[role])).status).toBe(403);
    }
    await put(plan);
    expect((await request(api, api.keys.auditor, year)).status).toBe(200);
  });

  it('needs the county’s organisations', async () => {
    const { coordinator } = await keysFor(api.store, '17');
    const answer = await put({ ...plan, county: '17' }, {}, coordinator, '/v1/year-clocks/17/2026');
    expect([answer.status, problemIn(answer).code]).toEqual([409, 'register-missing']);
  });
});

describe('activating', () => {
  it('is shown first, and then done', async () => {
    await put(plan);
    const shown = activationIn(await activate({}, '?dryRun=true'));
    expect(shown).toMatchObject({
      outcome: 'previewed',
      revision: 0,
      preview: { revision: 0, unchanged: false, started: [negotiation], changes: [] },
    });
    expect(await api.store.workflows.read('09', negotiation)).toBeUndefined();

    const done = activationIn(await activate({ expectRevision: 0 }));
    expect(done).toMatchObject({ outcome: 'activated', revision: 1 });
    expect(done.preview).toEqual(shown.preview);
    expect(await read()).toMatchObject({
      version: 2,
      draft: null,
      active: { revision: 1, reason: null, activatedBy: expect.stringMatching(/^key:09-/) as string },
    });
    const { entries } = await read();
    expect(entries).toHaveLength(plan.entries.length);
    expect(entries.find(({ driven }) => driven !== null)).toMatchObject({
      id: 'hyte-negotiation-2026',
      about: '2027',
      driven: { id: negotiation, state: 'open.planning', title: 'Awaiting the planning', status: 'open' },
    });
  });

  it('again changes nothing', async () => {
    await put(plan);
    await activate();
    expect(activationIn(await activate())).toMatchObject({ outcome: 'unchanged', revision: 1 });
    await put(plan);
    expect(activationIn(await activate({ expectRevision: 0 }))).toMatchObject({ outcome: 'unchanged', revision: 1 });
  });

  it('a plan with errors is refused with all of them, and shown with all of them', async () => {
    await put(seminarOn('2026-12-06'));
    const refused = await activate();
    expect(refused.status).toBe(422);
    const problem = problemIn(refused);
    expect(problem.code).toBe('plan-refused');
    expect(errorsIn(problem.findings)).toEqual([['blocked-day', 'interface-seminar-2026']]);
    const shown = activationIn(await activate({}, '?dryRun=true'));
    expect(shown).toMatchObject({ outcome: 'previewed', preview: null });
    expect(errorsIn(shown.findings)).toEqual([['blocked-day', 'interface-seminar-2026']]);
    expect(await read()).toMatchObject({ active: null });
  });

  it('reads its body strictly', async () => {
    await put(plan);
    const wrong: [unknown, number, string][] = [
      [{ reason: '' }, 422, 'invalid-data'],
      [{ reason: 'x'.repeat(2001) }, 422, 'invalid-data'],
      [{ expectRevision: -1 }, 422, 'invalid-data'],
      [{ because: 'x' }, 400, 'unknown-field'],
    ];
    for (const [body, status, code] of wrong) {
      const answer = await activate(body);
      expect([answer.status, problemIn(answer).code]).toEqual([status, code]);
    }
    expect(await read()).toMatchObject({ active: null });
  });
});

describe('changing a plan in force', () => {
  beforeEach(async () => {
    await put(plan);
    await activate();
  });

  it('needs a reason, which the history keeps with who and when', async () => {
    await put(seminarOn('2026-12-08'));
    const without = await activate({ expectRevision: 1 });
    expect([without.status, problemIn(without).code]).toEqual([422, 'reason-required']);
    const shown = activationIn(await activate({}, '?dryRun=true'));
    expect(shown.preview?.changes).toMatchObject([
      { entry: 'interface-seminar-2026', workflow: null, dates: [{ name: 'event', to: { on: '2026-12-08' } }] },
    ]);
    await setVirtualClock(api.database.ownerUrl, '2026-02-02T07:00:00.000Z' as never);
    const done = activationIn(await activate({ reason: 'Sali oli varattu.', expectRevision: 1 }));
    expect(done).toMatchObject({ outcome: 'activated', revision: 2 });
    expect(done.preview).toEqual(shown.preview);
    const { items } = revisionList.parse((await request(api, key, `${year}/revisions`)).body);
    expect(items).toMatchObject([
      { revision: 2, reason: 'Sali oli varattu.', activatedAt: '2026-02-02T07:00:00.000Z' },
      { revision: 1, reason: null },
    ]);
  });

  it('is refused where another revision is in force by now', async () => {
    await put(seminarOn('2026-12-08'));
    await activate({ reason: 'Ensin.' });
    await put(seminarOn('2026-12-09'));
    const late = await activate({ reason: 'Sitten.', expectRevision: 1 });
    expect([late.status, problemIn(late).code]).toEqual([412, 'revision-stale']);
    expect(await read()).toMatchObject({ active: { revision: 2 }, draft: { plan: seminarOn('2026-12-09') } });
  });

  it('cannot leave out what runs', async () => {
    await put({ ...plan, entries: plan.entries.filter(({ id }) => id !== 'hyte-negotiation-2026') });
    const refused = await activate({ reason: 'Kokeilu.' });
    expect(refused.status).toBe(422);
    expect(errorsIn(problemIn(refused).findings)).toEqual([['entry-running', 'hyte-negotiation-2026']]);
  });

  it('moves the running workflow as it was shown, in the reader’s language', async () => {
    const dated = (on: string) => ({
      ...plan,
      entries: plan.entries.map((entry) =>
        entry.id === 'hyte-negotiation-2026'
          ? { ...entry, dates: { ...entry.dates, planning: { on, basis: 'agreed' } } }
          : entry,
      ),
    });
    await put(dated('2026-03-17'));
    const shown = await request(api, key, `${year}/activate?dryRun=true`, {
      method: 'POST',
      json: {},
      headers: { 'Accept-Language': 'fi' },
    });
    expect(activationIn(shown).preview?.changes).toMatchObject([
      {
        entry: 'hyte-negotiation-2026',
        workflow: negotiation,
        dates: [{ name: 'planning', from: { on: '2026-03-12' }, to: { on: '2026-03-17' }, stays: false }],
        deadlines: [{ name: 'planning', title: 'Suunnittele neuvottelu kuntien kanssa', to: '2026-03-17' }],
        mails: { moved: [{ rung: 'T-7', from: '2026-03-05', to: '2026-03-10' }, { rung: 'overdue' }], owed: [] },
      },
    ]);
    activationIn(await activate({ reason: 'Kunnilla oli muuta.', expectRevision: 1 }));
    const { deadlines } = (await request(api, key, `/v1/workflows/${negotiation}`)).body as { deadlines: unknown };
    expect(deadlines).toMatchObject([{ name: 'planning', dueOn: '2026-03-17', status: 'open' }]);
    const { items } = (await request(api, key, `/v1/workflows/${negotiation}/events`)).body as { items: unknown[] };
    expect(items).toContainEqual(
      expect.objectContaining({ type: 'DatesChanged', note: 'Kunnilla oli muuta.', kind: 'fact' }),
    );
    const past = await put(dated('2026-01-01'));
    expect(past.status).toBe(200);
    const refused = await activate({ reason: 'Kokeilu.' });
    expect(refused.status).toBe(422);
    expect(errorsIn(problemIn(refused).findings)).not.toEqual([]);
  });
});
