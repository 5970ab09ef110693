import { sql } from '../../../test/support/requests';
import { postfix, vacation } from '../../../libs/mail/test/sample-reports';
import { give, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

type TaskBody = { id: string; status: string; title: string; closedBy: string | null; note: string | null };

let opened = 0;
const openTask = () => {
  opened += 1;
  return api.store.tasks.open({
    county: '09',
    kind: 'nobody-reached',
    key: `09.task-test-${opened}/nobody-reached`,
    workflow: `09.task-test-${opened}`,
    organisation: '016',
  });
};
const post = (path: string, body: unknown, as = api.keys.coordinator, headers: Record<string, string> = {}) =>
  request(api, as, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });
const note = { note: 'Soitettu kirjaamoon.' };

describe('tasks', () => {
  it('say in the reader’s language what has happened, why it matters and what can be done', async () => {
    const id = await openTask();
    const read = (language: string) =>
      request(api, api.keys.auditor, `/v1/tasks/${id}`, { headers: { 'Accept-Language': language } });
    expect((await read('sv')).body).toMatchObject({
      id,
      status: 'open',
      kind: 'nobody-reached',
      organisation: '016',
      title: 'Begäran har inte bekräftats mottagen',
      happened: expect.stringContaining('Svarsdagen närmar sig') as string,
      matters: expect.stringContaining('e-postservern') as string,
      todo: expect.stringContaining('Ring') as string,
    });
    expect(((await read('fi')).body as TaskBody).title).toBe('Pyyntöä ei ole vahvistettu saaduksi');
    expect((await read('fi')).body).not.toHaveProperty('key');
  });

  it('are listed by what they are about', async () => {
    const id = await openTask();
    const workflow = `09.task-test-${opened}`;
    const list = async (query: string) =>
      ((await request(api, api.keys.operator, `/v1/tasks?${query}`)).body as { items: TaskBody[] }).items.map(
        (one) => one.id,
      );
    expect(await list(`workflow=${workflow}&status=open&kind=nobody-reached&organisation=016`)).toEqual([id]);
    expect(await list(`workflow=${workflow}&status=closed`)).toEqual([]);
    expect(problemIn(await request(api, api.keys.operator, '/v1/tasks?kind=chores')).status).toBe(422);
  });

  it('are closed once, with a note, by an admin or a coordinator', async () => {
    const id = await openTask();
    const close = (body: unknown, as?: string, key?: string) =>
      post(`/v1/tasks/${id}/close`, body, as, key ? { 'Idempotency-Key': key } : {});
    expect((await close(note, api.keys.auditor)).status).toBe(403);
    expect((await close({ note: ' ' })).status).toBe(422);
    const answers = await Promise.all([1, 2, 3].map(() => close(note, undefined, 'close-1')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.body).toMatchObject({ status: 'closed', note: note.note });
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(2);
    expect(problemIn(await close({ note: 'Muuta.' }, undefined, 'close-1'))).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    expect(problemIn(await close(note))).toMatchObject({ status: 409, code: 'task-closed' });
  });

  it('of another county are not found', async () => {
    const id = await openTask();
    expect((await request(api, api.keys.admin, `/v1/tasks/${id.replace('09.', '17.')}`)).status).toBe(404);
    expect((await post('/v1/tasks/09.task.999999/close', note)).status).toBe(404);
  });
});

describe('delivery reports', () => {
  const pass = (mail: string, { as = api.keys.service, type = 'message/rfc822' } = {}) =>
    request(api, as, '/v1/notifications/reports', { method: 'POST', body: mail, headers: { 'Content-Type': type } });

  it('are taken from the mail system alone; one on an unknown mail changes nothing', async () => {
    expect((await pass(postfix(), { as: api.keys.coordinator })).status).toBe(403);
    const answer = await pass(postfix());
    expect([answer.status, answer.body]).toEqual([200, { outcome: 'unknown-mail', notifications: [], contacts: [] }]);
  });

  it('are refused with the reason where they are none', async () => {
    expect(problemIn(await pass(vacation))).toMatchObject({
      status: 422,
      code: 'not-a-report',
      detail: expect.stringContaining('automa') as string,
    });
    expect(problemIn(await pass('Subject: x\r\n\r\nx'))).toMatchObject({ status: 422, code: 'not-a-report' });
    expect((await pass(postfix(), { type: 'text/plain' })).status).toBe(415);
    expect(problemIn(await pass('x'.repeat(1024 * 1024 + 1)))).toMatchObject({ status: 413, code: 'report-too-large' });
  });
});

it('a contact whose mail has come back is shown with since when and why', async () => {
  const path = '/v1/contacts';
  const first = async (query = '?limit=1') =>
    (
      (await request(api, api.keys.auditor, `${path}${query}`)).body as {
        items: { id: string; undeliverable?: object }[];
      }
    ).items[0];
  const before = await first();
  expect(before).not.toHaveProperty('undeliverable');
  await sql(
    api.database.superuserUrl,
    `update vuosikello.contact set undeliverable_since = '2026-05-25', undeliverable_status = '5.1.1' where id = $1`,
    [before?.id],
  );
  const marked = { ...before, undeliverable: { since: '2026-05-25', status: '5.1.1' } };
  expect(await first()).toEqual(marked);
  expect((await request(api, api.keys.auditor, `${path}/${before?.id}`)).body).toEqual(marked);
  expect((await request(api, api.keys.admin, `${path}/${before?.id}/undeliverable`, { method: 'DELETE' })).status).toBe(
    204,
  );
  expect(await first()).toEqual(before);
});

describe('a task about nobody having been reached', () => {
  it('lists what was sent to the organisation, and what became of it', async () => {
    const workflow = await startRequest(api, 'unreached');
    const about = { county: '09', kind: 'nobody-reached', key: `${workflow}/nobody-reached` } as const;
    const id = await api.store.tasks.open({ ...about, workflow, organisation: '016' });
    const { items } = await api.store.notifications.list('09', { workflow }, { limit: 10 });
    const asked = {
      template: 'advance-assignment',
      audience: 'respondent',
      state: 'queued',
      sentAt: null,
      bounced: null,
    };
    expect(items).toHaveLength(1);
    for (const path of [`/v1/tasks/${id}`, `/v1/tasks?workflow=${workflow}`]) {
      const { body } = await request(api, api.keys.auditor, path);
      const [read] = 'items' in (body as object) ? (body as { items: object[] }).items : [body];
      expect(read).toMatchObject({ deliveries: [{ notification: items[0]?.id, ...asked }] });
    }
  });
});

describe('reach', () => {
  it('is shown of a request: asked, and reached once it is answered', async () => {
    const id = await startRequest(api, 'reach');
    const read = async () => workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`)) as object;
    expect(await read()).toMatchObject({ reach: { state: 'asked', since: '2026-06-01' } });
    const answer = { command: 'record-answer', data: { answers: { efforts: 'Liikunta.' } } };
    const { status } = await give(api, api.keys.coordinator, id, answer, { version: 3 });
    expect(status).toBe(200);
    expect(await read()).toMatchObject({ reach: { state: 'reached', since: '2026-06-01' } });
  });
});
