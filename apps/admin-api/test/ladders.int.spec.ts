import { ladders, type Ladder } from '@app/domain';
import { problemIn, request, type RunningApi, runApi, startRequest } from './running-api';
import { ladderCheck, ladderList, ladderView } from '../src/ladders/ladder.schema';

const path = '/v1/reminders/ladders';
const rungs: Ladder = [
  { key: 'T-5', days: 5, direction: 'working-days-before', audience: 'respondent', template: 'reminder' },
  { key: 'reach', days: 5, direction: 'working-days-before', audience: 'coordinator', template: 'nobody-reached' },
];
const body = { rungs, reason: 'Sovittu kuntien kanssa.' };

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const put = (json: unknown, { key = api.keys.coordinator, kind = 'answer', headers = {} } = {}) =>
  request(api, key, `${path}/${kind}`, { method: 'PUT', json, headers });

describe('the reminder ladders', () => {
  it('are listed with what their rungs may send, what ends them and who changed them', async () => {
    const list = ladderList.parse(
      (await request(api, api.keys.auditor, path, { headers: { 'Accept-Language': 'fi' } })).body,
    );
    expect(list.items.map(({ kind }) => kind)).toEqual(Object.keys(ladders));
    expect(list.items[0]).toMatchObject({ own: false, title: 'Vastaus pyyntöön', rungs: ladders.answer, changes: [] });
    expect(list.items[0]?.stopsWhen.map(({ code }) => code)).toEqual([
      'done',
      'withdrawn',
      'paused',
      'moved',
      'taken-over',
    ]);
  });

  it('are changed with a reason, once for one request, and go back to the default', async () => {
    const headers = { 'Idempotency-Key': 'ladder-1' };
    const first = await put(body, { headers });
    expect([first.status, ladderView.parse(first.body)]).toMatchObject([
      200,
      { own: true, rungs, changes: [{ revision: 1, reason: body.reason }] },
    ]);
    expect(ladderView.parse(first.body).changes[0]?.by).toMatch(/^key:/);
    const again = await put(body, { headers });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect(ladderView.parse(again.body).changes).toHaveLength(1);
    const other = await put({ ...body, reason: 'Muu syy.' }, { headers });
    expect([other.status, problemIn(other).code]).toEqual([422, 'idempotency-key-reused']);
    const noReason = await request(api, api.keys.admin, `${path}/answer`, { method: 'DELETE' });
    expect(problemIn(noReason).errors?.map((error) => error.path)).toEqual(['reason']);
    const back = await request(api, api.keys.admin, `${path}/answer?reason=Takaisin`, { method: 'DELETE' });
    expect(ladderView.parse(back.body)).toMatchObject({
      own: false,
      rungs: ladders.answer,
      changes: [{ revision: 2, rungs: null }, { revision: 1 }],
    });
  });

  it('are refused rung by rung, and nothing is written', async () => {
    const before = await api.store.ladders.read('09');
    const wrong = await put({ ...body, rungs: [...rungs, { ...rungs[0], key: 'late', direction: 'days-after' }] });
    expect([wrong.status, problemIn(wrong).code]).toEqual([422, 'ladder-refused']);
    expect(problemIn(wrong).findings).toMatchObject([
      { code: 'wrong-side', entry: 'late', path: ['rungs', 2, 'direction'] },
    ]);
    for (const [json, status] of [
      [{ rungs }, 422],
      [{ ...body, more: 1 }, 400],
      [{ ...body, rungs: [] }, 422],
      [{ ...body, rungs: [{ ...rungs[0], days: 1.5 }] }, 422],
      [{ ...body, rungs: [{ ...rungs[0], direction: 'sideways' }] }, 422],
    ] as const)
      expect((await put(json)).status).toBe(status);
    expect((await put(body, { kind: 'poem' })).status).toBe(404);
    expect((await put(body, { key: api.keys.auditor })).status).toBe(403);
    expect((await put(body, { key: api.keys.service })).status).toBe(403);
    expect(await api.store.ladders.read('09')).toEqual(before);
  });

  it('are tried first: what each open deadline would still have ahead of it', async () => {
    const workflow = await startRequest(api, 'kysely');
    const check = async (json: unknown) =>
      ladderCheck.parse(
        (await request(api, api.keys.coordinator, `${path}/answer/check`, { method: 'POST', json })).body,
      );
    expect(await check({ rungs })).toMatchObject({
      findings: [],
      changes: [{ workflow, deadline: 'answer', after: [{ key: 'T-5' }, { key: 'reach' }] }],
      next: null,
    });
    expect(await check({ rungs: null })).toEqual({ findings: [], changes: [], next: null });
    expect((await check({ rungs: [{ ...rungs[0], days: 0 }] })).findings).toMatchObject([
      { code: 'offset-out-of-bounds' },
      { code: 'reach-missing' },
    ]);
    expect((await api.store.workflows.read('09', workflow))?.life.ladders?.own ?? {}).toEqual({});
  });
});
