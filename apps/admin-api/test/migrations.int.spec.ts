import { addDefinitions } from '../../../test/support/added-definitions';
import { visitData } from '../../../libs/workflows/test/arranged-visit';
import { siteVisit } from '../../../libs/workflows/test/site-visit/site-visit.workflow';
import { siteVisit2 } from '../../../libs/workflows/test/site-visit/site-visit-2.workflow';
import { give, problemIn, request, type RunningApi, runApi, workflowIn } from './running-api';

const route = '/v1/definitions/site-visit/2/migrations';
const move = { from: 1, reason: 'Vierailuista raportoidaan.', dryRun: false };

let api: RunningApi;
let forgetDefinitions: () => void;
beforeEach(async () => {
  forgetDefinitions = addDefinitions(siteVisit);
  api = await runApi();
  for (const key of ['visit-1', 'visit-2']) expect((await startVisit(key)).status).toBe(201);
  forgetDefinitions();
  forgetDefinitions = addDefinitions(siteVisit, siteVisit2);
});
afterEach(async () => {
  forgetDefinitions();
  await api.close();
});

const startVisit = (key: string) =>
  request(api, api.keys.coordinator, '/v1/workflows', {
    method: 'POST',
    json: { definition: 'site-visit', key, data: visitData() },
  });
const post = (json: unknown, { key = api.keys.admin, path = route, language = 'en' } = {}) =>
  request(api, key, path, { method: 'POST', json, headers: { 'Accept-Language': language } });
const read = async (id: string) => workflowIn(await request(api, api.keys.auditor, `/v1/workflows/${id}`));
const problem = async (answer: ReturnType<typeof post>) => {
  const got = await answer;
  return [got.status, problemIn(got).code];
};

describe('moving running workflows to another version', () => {
  it('says what would happen unless told to do it', async () => {
    const answer = await post({ from: 1 });
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        definition: { name: 'site-visit', from: 1, to: 2 },
        dryRun: true,
        results: ['09.visit-1', '09.visit-2'].map((workflow) => ({
          workflow,
          outcome: 'moves',
          state: 'open.requested',
        })),
      },
    ]);
    expect((await read('09.visit-1')).definition.version).toBe(1);
  });

  it('moves those named, and the log says who did it and why', async () => {
    const { body } = await post({ ...move, workflows: ['09.visit-1', '09.nothing'] });
    expect(body).toMatchObject({
      dryRun: false,
      results: [
        { workflow: '09.visit-1', outcome: 'moved', state: 'open.requested' },
        { workflow: '09.nothing', outcome: 'not-found' },
      ],
    });
    expect(await read('09.visit-1')).toMatchObject({
      definition: { name: 'site-visit', version: 2 },
      state: 'open.requested',
      title: 'Awaiting the visit',
      deadlines: [{ name: 'visit', status: 'open' }],
    });
    expect((await read('09.visit-2')).definition.version).toBe(1);
    const events = await request(api, api.keys.auditor, '/v1/workflows/09.visit-1/events?after=2');
    expect(events.body).toMatchObject({
      items: [
        {
          type: 'WorkflowMigrated',
          title: 'Move to another version',
          actor: { role: 'admin' },
          data: { from: 1, to: 2, reason: 'Vierailuista raportoidaan.' },
        },
      ],
    });
  });

  it('says in the reader’s language why one stays', async () => {
    await give(api, api.keys.coordinator, '09.visit-1', { command: 'cancel', data: { reason: 'x' } }, { version: 2 });
    const { body } = await post({ ...move, workflows: ['09.visit-1'] }, { language: 'sv' });
    expect(body).toMatchObject({
      results: [{ outcome: 'stays', code: 'site-visit/cannot-migrate', detail: 'Förloppet har avslutats.' }],
    });
  });

  it('refuses what cannot be', async () => {
    expect(await problem(post(move, { key: api.keys.coordinator }))).toEqual([403, 'not-permitted']);
    expect(await problem(post({ from: 1, dryRun: false }))).toEqual([422, 'invalid-data']);
    expect(problemIn(await post({ from: 1, dryRun: false })).detail).toBe('reason: Say why the workflows are moved.');
    expect(await problem(post({ ...move, to: 2 }))).toEqual([400, 'unknown-field']);
    expect(await problem(post(move, { path: '/v1/definitions/site-visit/3/migrations' }))).toEqual([404, 'unknown-id']);
    expect(await problem(post(move, { path: '/v1/definitions/site-visit/x/migrations' }))).toEqual([404, 'unknown-id']);
    expect(await problem(post({ ...move, from: 2 }))).toEqual([409, 'no-mapping']);
  });
});

describe('a server that does not know the version', () => {
  beforeEach(async () => {
    expect((await post({ ...move, workflows: ['09.visit-1'] })).status).toBe(200);
    forgetDefinitions();
    forgetDefinitions = addDefinitions(siteVisit);
  });

  it('answers for such a workflow that a newer server does', async () => {
    const answer = await request(api, api.keys.auditor, '/v1/workflows/09.visit-1');
    expect([answer.status, problemIn(answer).code]).toEqual([503, 'older-software']);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(problemIn(answer).detail).toContain('update this server');
  });

  it('shows what stands in the log all the same', async () => {
    const { status, body } = await request(api, api.keys.auditor, '/v1/workflows/09.visit-1/events');
    expect(status).toBe(200);
    const { items } = body as { items: { type: string; words: string }[] };
    expect(items.map(({ type }) => type)).toContain('WorkflowMigrated');
    for (const { words } of items) expect(words).not.toBe('');
  });

  it('takes no step in it, and says so in its own log', async () => {
    const step = { command: 'cancel', data: { reason: 'x' } };
    expect(await problem(give(api, api.keys.coordinator, '09.visit-1', step, { version: 3 }))).toEqual([
      503,
      'older-software',
    ]);
    expect(api.logged).toContainEqual({ level: 'warn', event: 'older-software', name: 'site-visit', version: 2 });
  });

  it('still lists it with the others, and takes steps in those', async () => {
    const { status, body } = await request(api, api.keys.auditor, '/v1/workflows');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          id: '09.visit-1',
          definition: { name: 'site-visit', version: 2, title: 'site-visit' },
          state: 'open.requested',
          title: 'open.requested',
          waitingFor: [],
          deadlines: [{ name: 'visit', title: 'visit', status: 'open' }],
        },
        { id: '09.visit-2', title: 'Awaiting the visit', deadlines: [{ title: 'Make the site visit' }] },
      ],
    });
    const step = { command: 'cancel', data: { reason: 'x' } };
    expect((await give(api, api.keys.coordinator, '09.visit-2', step, { version: 2 })).status).toBe(200);
  });
});
