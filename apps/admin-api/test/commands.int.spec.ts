import { plannedStarts } from '@app/workflows';
import { examplePlan } from '../../../test/support/example-area';
import { give, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
let key: string;
beforeAll(async () => {
  api = await runApi();
  key = api.keys.coordinator;
});
afterAll(() => api.close());

let made = 0;
const newRequest = () => startRequest(api, `request-${(made += 1)}`);
const answer = { command: 'record-answer', data: { answers: { efforts: 'Liikuntaa.' } } };
const versionOf = async (id: string) => workflowIn(await request(api, key, `/v1/workflows/${id}`)).version;

describe('a step', () => {
  it('is taken once, and the workflow as it then stands is the answer', async () => {
    const id = await newRequest();
    const done = await give(api, key, id, { ...answer, note: 'Tuli puhelimitse.' }, { version: 3 });
    expect(done.status).toBe(200);
    const after = workflowIn(done);
    expect(after).toMatchObject({ state: 'received.answered', title: 'Answered, awaiting registration' });
    expect(done.headers.get('etag')).toBe(`"${after.version}"`);
    expect(done.headers.get('idempotency-replayed')).toBeNull();
    expect(after.data).toMatchObject({ answer: { answers: { efforts: 'Liikuntaa.' }, onBehalf: true } });
  });

  it('needs the version that was read', async () => {
    const id = await newRequest();
    const without = await give(api, key, id, answer);
    expect(without.status).toBe(428);
    expect(problemIn(without).code).toBe('version-required');
    const stale = await give(api, key, id, answer, { version: 2 });
    expect(stale.status).toBe(412);
    expect(stale.headers.get('etag')).toBe('"3"');
    expect(problemIn(stale).code).toBe('version-stale');
    expect(await versionOf(id)).toBe(3);
  });

  it.each(['*', 'W/"3"', '3', '"x"', '"3", "4"'])('does not understand If-Match: %s', async (version) => {
    const refused = await give(api, key, '09.request-1', answer, { version });
    expect(refused.status).toBe(400);
    expect(problemIn(refused).code).toBe('invalid-header');
  });

  it('of two at once is taken for one, and the other hears that it is late', async () => {
    const id = await newRequest();
    const both = await Promise.all(
      ['Maija', 'Kalle'].map((efforts) =>
        give(api, key, id, { command: 'record-answer', data: { answers: { efforts } } }, { version: 3 }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('an Idempotency-Key', () => {
  it('makes fifty identical requests at once one step with one answer', async () => {
    const id = await newRequest();
    const all = await Promise.all(
      Array.from({ length: 50 }, () => give(api, key, id, answer, { version: 3, idempotency: 'fifty' })),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    for (const { body } of all) expect(body).toEqual(all[0]?.body);
    expect(all.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    const events = await api.store.workflows.events('09', id, { after: 0, limit: 100 });
    expect(events.filter(({ type }) => type === 'AnswerReceived')).toHaveLength(1);
  });

  it('gives the recorded answer again, whatever has happened since and whatever If-Match says', async () => {
    const id = await newRequest();
    const first = await give(api, key, id, answer, { version: 3, idempotency: 'again' });
    const { version } = workflowIn(first);
    await give(api, key, id, { command: 'register-answer', data: { caseNumber: '539/00.04.01/2026' } }, { version });
    for (const ifMatch of [3, 99, undefined]) {
      const again = await give(api, key, id, answer, {
        idempotency: 'again',
        ...(ifMatch !== undefined && { version: ifMatch }),
      });
      expect(again.status).toBe(200);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(again.headers.get('etag')).toBe(`"${version}"`);
      expect(again.body).toEqual(first.body);
    }
  });

  it('is not taken for another request', async () => {
    const id = await newRequest();
    await give(api, key, id, answer, { version: 3, idempotency: 'other' });
    const other = await give(
      api,
      key,
      id,
      { command: 'record-answer', data: { answers: { efforts: 'Muuta.' } } },
      { version: 3, idempotency: 'other' },
    );
    expect(other.status).toBe(422);
    expect(problemIn(other).code).toBe('idempotency-key-reused');
  });

  it('belongs to the key of whoever sent it', async () => {
    const id = await newRequest();
    await give(api, key, id, { command: 'assign', data: { contact: 'c1' } }, { version: 3, idempotency: 'mine' });
    const admin = await give(
      api,
      api.keys.admin,
      id,
      { command: 'assign', data: { contact: 'c2' } },
      { version: 4, idempotency: 'mine' },
    );
    expect(admin.status).toBe(200);
    expect(admin.headers.get('idempotency-replayed')).toBeNull();
  });

  it.each(['', 'x'.repeat(201), 'ää'])('has 1 to 200 printable characters, not %p', async (idempotency) => {
    const refused = await give(api, key, '09.request-1', answer, {
      version: 3,
      idempotency: encodeLatin1(idempotency),
    });
    expect(refused.status).toBe(400);
    expect(problemIn(refused).code).toBe('invalid-header');
  });
});

describe('a refusal leaves nothing behind and says what would be right', () => {
  let id: string;
  beforeAll(async () => {
    id = await newRequest();
  });
  afterEach(async () => {
    expect(await versionOf(id)).toBe(3);
  });
  const refused = async (command: unknown, language = 'en') =>
    give(api, key, id, command, { version: 3, headers: { 'Accept-Language': language } });

  it('unknown command', async () => {
    const { status, ...rest } = await refused({ command: 'publish', data: {} });
    expect(status).toBe(422);
    expect(problemIn({ status, ...rest })).toMatchObject({
      code: 'unknown-command',
      allowed: [
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
      ],
    });
  });

  it('wrong state', async () => {
    const answered = await refused({ command: 'accept-answer', data: {} });
    expect(answered.status).toBe(409);
    expect(problemIn(answered)).toMatchObject({
      code: 'illegal-step',
      allowed: [
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
      ],
    });
  });

  it('a command of the engine', async () => {
    const answered = await refused({ command: 'pass-deadline', data: { deadline: 'answer' } });
    expect(answered.status).toBe(403);
    expect(problemIn(answered).code).toBe('not-permitted');
  });

  it.each([
    ['fi', 'Tiedoissa on virheitä'],
    ['sv', 'Uppgifterna innehåller fel'],
    ['en', 'The data is not valid'],
    ['de', 'The data is not valid'],
  ])('bad values, told in %s', async (language, title) => {
    const answered = await refused(
      { command: 'announce-handling', data: { body: '', meetingOn: '2026-02-30' } },
      language,
    );
    expect(answered.status).toBe(422);
    const problem = problemIn(answered);
    expect(problem).toMatchObject({
      type: 'urn:problem-type:vuosikello:invalid-data',
      status: 422,
      code: 'invalid-data',
      title,
    });
    expect(problem.errors?.map(({ path }) => path)).toEqual(['body', 'meetingOn']);
    expect(problem.instance).toBe(`/v1/workflows/${id}/commands`);
    expect(answered.headers.get('content-language')).toBe(language === 'de' ? 'en' : language);
  });

  it.each([
    ['in the command’s data', { command: 'assign', data: { contact: 'c1', colour: 'red' } }],
    ['in the body', { command: 'assign', data: { contact: 'c1' }, colour: 'red' }],
  ])('unknown field %s', async (_, command) => {
    const answered = await refused(command);
    expect(answered.status).toBe(400);
    expect(problemIn(answered).code).toBe('unknown-field');
    expect(problemIn(answered).detail).toContain('colour');
  });

  const raw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    request(api, key, `/v1/workflows/${id}/commands`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', 'If-Match': '"3"', ...headers },
    });

  it.each([
    ['{"command":"assign","data":{"contact":"c1","__proto__":{"admin":true}}}', 400, 'unknown-field'],
    ['{"__proto__":{},"command":"assign","data":{}}', 400, 'unknown-field'],
    ['{"command":"assign",', 400, 'invalid-json'],
    ['', 400, 'invalid-json'],
    ['{"command":"assign","data":{"contact":"a\\u0000b"}}', 400, 'invalid-json'],
    ['{"command":"assign","data":{"contact":"\\ud800"}}', 400, 'invalid-json'],
    [`{"command":"assign","data":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 400, 'invalid-json'],
    ['[]', 422, 'invalid-data'],
    ['{"command":"assign"}', 422, 'invalid-data'],
    ['{"data":{}}', 422, 'invalid-data'],
  ])('body %s', async (body, status, code) => {
    const answered = await raw(body);
    expect(answered.status).toBe(status);
    expect(problemIn(answered).code).toBe(code);
  });

  it('body that is not UTF-8', async () => {
    expect(problemIn(await raw(new Uint8Array([0x22, 0xe4, 0x22]))).code).toBe('invalid-json');
  });

  it('body over 256 KB', async () => {
    const answered = await raw(JSON.stringify({ command: 'assign', data: { contact: 'x'.repeat(256 * 1024) } }));
    expect(answered.status).toBe(413);
    expect(problemIn(answered).code).toBe('body-too-large');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx'])('body of type %s', async (type) => {
    const answered = await raw('{}', { 'Content-Type': type });
    expect(answered.status).toBe(415);
    expect(problemIn(answered).code).toBe('unsupported-media-type');
  });

  it('body in an encoding nobody knows', async () => {
    expect((await raw('{}', { 'Content-Encoding': 'rot13' })).status).toBe(415);
  });
});

describe('a step that a workflow’s own rule forbids', () => {
  it('is a conflict under the rule’s own code', async () => {
    const planned = plannedStarts(examplePlan(), api.register).starts.find(
      ({ definition }) => definition === 'hyte-negotiation',
    );
    if (!planned) throw new Error('The plan starts no negotiation');
    const started = await request(api, key, '/v1/workflows', {
      method: 'POST',
      json: { definition: planned.definition, key: planned.entry, data: planned.data, year: 2026 },
    });
    expect(started.status).toBe(201);
    const { id, version } = workflowIn(started);
    const planning = await give(
      api,
      key,
      id,
      { command: 'record-planning', data: { heldOn: '2026-05-20' } },
      { version },
    );
    const fixed = await give(
      api,
      key,
      id,
      { command: 'fix-date', data: { negotiation: { on: '2026-08-10', basis: 'agreed' } } },
      { version: workflowIn(planning).version, headers: { 'Accept-Language': 'fi' } },
    );
    expect(fixed.status).toBe(409);
    expect(problemIn(fixed)).toMatchObject({
      code: 'hyte-negotiation/dates-out-of-order',
      title: 'Toimintoa ei voi tehdä nyt',
      allowed: ['fix-date', 'reschedule', 'change-parties', 'cancel', 'pause', 'attach-document'],
    });
  });
});

/** fetch sends header values as Latin-1. */
function encodeLatin1(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
