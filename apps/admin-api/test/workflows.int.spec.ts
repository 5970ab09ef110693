import { workflowEvents, workflowList } from '../src/workflows/workflow.schema';
import { give, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';
import { requestData } from './request-data';

let api: RunningApi;
let key: string;
let id: string;
beforeAll(async () => {
  api = await runApi();
  key = api.keys.coordinator;
  id = await startRequest(api, 'answer-016');
  await startRequest(
    api,
    'answer-081',
    requestData({ organisation: '081', dueOn: '2026-09-30', lastOn: '2026-10-05' }),
  );
});
afterAll(() => api.close());

const read = (query = '', headers = {}) => request(api, key, `/v1/workflows${query}`, { headers });

describe('one workflow', () => {
  it('says how it stands, what is waited for and what may be done', async () => {
    const answer = await read(`/${id}`, { 'Accept-Language': 'sv-FI,en;q=0.5' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"3"');
    expect(answer.headers.get('content-language')).toBe('sv');
    const seen = workflowIn(answer);
    expect(seen).toMatchObject({
      id,
      definition: { name: 'information-request', version: 1, title: 'Begäran om svar' },
      county: '09',
      state: 'open.requested',
      title: 'Begärd',
      status: 'open',
      version: 3,
      waitingFor: [{ part: 'respondent', organisations: ['016'] }],
      children: [],
      parent: null,
      startedOn: '2026-06-01',
      endedOn: null,
      data: { organisation: '016' },
    });
    expect(seen.deadlines).toEqual([
      {
        name: 'answer',
        title: 'Svarsdag',
        dueOn: '2026-08-17',
        dueAt: '2026-08-17T13:15:00.000Z',
        basis: 'requested',
        citation: null,
        status: 'open',
      },
    ]);
  });

  it('offers each command with a form in the reader’s language', async () => {
    const { availableCommands } = workflowIn(await read(`/${id}`, { 'Accept-Language': 'fi' }));
    expect(availableCommands.map(({ name }) => name)).toEqual([
      'assign',
      'hand-over',
      'announce-handling',
      'record-answer',
      'record-received-answer',
      'reschedule',
      'close-request',
      'withdraw',
      'pause',
      'attach-document',
    ]);
    const answer = availableCommands.find(({ name }) => name === 'record-answer');
    expect(answer?.title).toBe('Anna vastaus');
    expect(answer?.schema).toMatchObject({
      required: ['answers'],
      properties: {
        answers: { properties: { efforts: { title: 'Mitkä olivat tärkeimmät toimenne?', 'x-multiline': true } } },
        handledOn: { title: 'Kokouspäivä', format: 'date' },
      },
      additionalProperties: false,
    });
  });

  it('offers nothing to those who only read', async () => {
    const { availableCommands } = workflowIn(await request(api, api.keys.auditor, `/v1/workflows/${id}`));
    expect(availableCommands).toEqual([]);
  });

  it('is not sent again while its version is known', async () => {
    const same = await read(`/${id}`, { 'If-None-Match': '"3"' });
    expect(same.status).toBe(304);
    expect(same.text).toBe('');
    expect(same.headers.get('etag')).toBe('"3"');
    expect((await read(`/${id}`, { 'If-None-Match': '"2"' })).status).toBe(200);
  });

  it.each(['09.nobody', '09.answer-016.x', 'x', '09.%00', '%2e%2e%2fetc'])('is not found under %s', async (unknown) => {
    const answer = await read(`/${unknown}`);
    expect(answer.status).toBe(404);
    expect(problemIn(answer).code).toBe('unknown-id');
  });

  it('refuses an address that cannot be read', async () => {
    const answer = await read('/%E0%A4%A');
    expect(answer.status).toBe(400);
    expect(problemIn(answer).code).toBe('malformed-request');
  });
});

describe('the list', () => {
  const idsOf = async (query: string) => workflowList.parse((await read(query)).body).items.map((item) => item.id);

  it.each([
    ['', ['09.answer-016', '09.answer-081']],
    ['?county=09&year=2026&definition=information-request&status=open', ['09.answer-016', '09.answer-081']],
    ['?year=2025', []],
    ['?definition=board-handling', []],
    ['?status=closed', []],
    ['?organisation=081', ['09.answer-081']],
    ['?dueBefore=2026-09-01', ['09.answer-016']],
    ['?dueBefore=2026-08-17', []],
  ])('%s', async (query, ids) => {
    expect(await idsOf(query)).toEqual(ids);
  });

  it('is read page by page', async () => {
    const first = workflowList.parse((await read('?limit=1')).body);
    expect(first.items.map((item) => item.id)).toEqual(['09.answer-016']);
    const second = workflowList.parse((await read(`?limit=1&cursor=${first.next ?? ''}`)).body);
    expect(second.items.map((item) => item.id)).toEqual(['09.answer-081']);
    expect(second.next).toBeNull();
  });

  it('names a query parameter that it does not know', async () => {
    const answer = await read('?organization=016');
    expect(answer.status).toBe(400);
    const problem = problemIn(answer);
    expect(problem.code).toBe('unknown-field');
    expect(problem.detail).toContain('organization');
  });

  it.each([
    'limit=0',
    'limit=1001',
    'limit=x',
    'limit=1&limit=2',
    'status=gone',
    'dueBefore=2026-02-30',
    'year=1',
    'organisation=%00',
    'organisation=',
  ])('refuses %s', async (query) => {
    const answer = await read(`?${query}`);
    expect(answer.status).toBe(422);
    expect(problemIn(answer)).toMatchObject({ code: 'invalid-data', errors: [{ path: query.split('=')[0] }] });
  });
});

describe('the events', () => {
  it('tell in order what was done and what followed', async () => {
    const { items, next } = workflowEvents.parse((await read(`/${id}/events`, { 'Accept-Language': 'fi' })).body);
    expect(next).toBeNull();
    expect(items.map(({ seq, kind, type }) => [seq, kind, type])).toEqual([
      [1, 'fact', 'InformationRequested'],
      [2, 'consequence', 'DeadlineSet'],
      [3, 'consequence', 'NotificationOwed'],
    ]);
    expect(items[0]).toMatchObject({
      title: 'Pyydä vastaus',
      at: '2026-06-01T06:00:00.000Z',
      actor: { role: 'coordinator' },
    });
    expect(items[0]?.actor.id).toMatch(/^key:/);
  });

  it('are read page by page, and show the note of a step', async () => {
    const own = await startRequest(api, 'with-note');
    await give(
      api,
      key,
      own,
      { command: 'assign', data: { contact: 'c1' }, note: 'Sovittu puhelimessa.' },
      { version: 3 },
    );
    const first = workflowEvents.parse((await read(`/${own}/events?limit=2`)).body);
    expect(first).toMatchObject({ items: [{ seq: 1 }, { seq: 2 }], next: 2 });
    const rest = workflowEvents.parse((await read(`/${own}/events?limit=2&after=${first.next ?? 0}`)).body);
    expect(rest).toMatchObject({
      items: [{ seq: 3 }, { seq: 4, title: 'Assign to a person', note: 'Sovittu puhelimessa.' }],
      next: null,
    });
  });
});
