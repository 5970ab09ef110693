import { parse } from 'csv-parse/sync';
import { event, events } from '../src/events/event.schema';
import { fillLog } from '../../../test/support/filled-log';
import { give, keysFor, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';
import { requestData } from './request-data';

let api: RunningApi;
let id: string;
let size: number;
beforeAll(async () => {
  api = await runApi();
  id = await startRequest(api, 'answer-111', requestData({ organisation: '111' }));
  await startRequest(api, 'answer-016', requestData({ organisation: '016' }));
  await api.setClock('2026-06-03T09:00:00+03:00');
  const answer = { efforts: '=HYPERLINK("https://evil.example.invalid")\nLiikunta.' };
  await give(
    api,
    api.keys.coordinator,
    id,
    {
      command: 'record-received-answer',
      data: { answers: answer, receivedOn: '2026-06-02', way: 'email' },
      note: '=1+1\nja rivi',
    },
    { version: 3 },
  );
  size = await fillLog(api.database, '09');
});
afterAll(() => api.close());

const read = (query = '', headers: Record<string, string> = {}, key = api.keys.auditor) =>
  request(api, key, `/v1/events${query}`, { headers });
const page = async (query = '', headers = {}) => events.parse((await read(query, headers)).body);
const lines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => event.parse(JSON.parse(line)));

describe('the log of the county', () => {
  it('is read in its order, in words, page by page', async () => {
    const { items, next } = await page('?limit=4', { 'Accept-Language': 'fi' });
    expect(items.map(({ position, stream, seq }) => [position, stream, seq])).toEqual([
      [0, id, 1],
      [1, id, 2],
      [2, id, 3],
      [3, '09.answer-016', 1],
    ]);
    expect(items[0]).toMatchObject({
      type: 'InformationRequested',
      kind: 'fact',
      title: 'Pyydä vastaus',
      definition: { name: 'information-request', version: 1 },
      data: { organisation: '111' },
      words: expect.stringMatching(
        /^Heinolan kaupungilta pyydettiin vastausta \(”.+”\) viimeistään ma\u00a017\.8\.2026 \(/,
      ),
    });
    const rest = await page(`?after=${next ?? 0}&limit=1000`);
    expect(rest.next).toBeNull();
    expect(rest.items.map(({ position }) => position)).toEqual(Array.from({ length: size - 4 }, (_, at) => at + 4));
    expect((await page(`?after=${size - 1}`)).items).toEqual([]);
  });

  it('is narrowed by stream, type and time', async () => {
    expect((await page(`?workflow=${id}&type=AnswerReceived`)).items).toMatchObject([
      {
        type: 'AnswerReceived',
        words:
          'The coordinator recorded the answer from the city of Heinola to the request “Advance assignment, year 2027”.',
      },
    ]);
    expect((await page('?type=InformationRequested')).items.map(({ stream }) => stream)).toEqual([id, '09.answer-016']);
    const days = async (query: string) => new Set((await page(query)).items.map(({ at }) => at.slice(0, 10)));
    expect(await days('?to=2026-06-02')).toEqual(new Set(['2026-06-01']));
    expect(await days('?from=2026-06-02&to=2026-06-03')).toEqual(new Set(['2026-06-03']));
    expect((await page('?from=2026-06-03T06:00:00Z&to=2026-06-03T06:00:00Z')).items).toEqual([]);
    expect(await days('?from=2026-06-03T06:00:00Z')).toEqual(new Set(['2026-06-03']));
  });

  it('is narrowed to what concerns an organisation: its workflows, and its mails and tasks', async () => {
    const all = (await page('?limit=1000')).items;
    const { items } = await page('?organisation=016&limit=1000');
    const mails = await api.store.notifications.list('09', {}, { limit: 200 });
    const about = new Set([
      '09.answer-016',
      ...mails.items.filter(({ to }) => to.organisation === '016').map(({ id }) => id),
    ]);
    expect(items).toEqual(all.filter(({ stream }) => about.has(stream)));
    expect(items.map(({ type }) => type)).toEqual(expect.arrayContaining(['InformationRequested', 'NotificationOwed']));
    expect((await page('?organisation=016&type=InformationRequested')).items).toMatchObject([
      { stream: '09.answer-016' },
    ]);
    expect((await page(`?organisation=016&workflow=${id}`)).items).toEqual([]);
    const records = async (query: string) =>
      (await request(api, api.keys.auditor, `/v1/records?${query}`)).body as { items: { workflow: string }[] };
    const ofHeinola = (await records('organisation=111')).items;
    expect(ofHeinola.map(({ workflow }) => workflow)).toContain(id);
    expect(ofHeinola).toEqual((await records(`workflow=${id}`)).items);
    expect((await records('organisation=016')).items).toEqual([]);
  });

  it('is given as lines and as a table of any length', async () => {
    const whole = await read('', { Accept: 'application/x-ndjson' });
    expect(whole.headers.get('content-type')).toContain('application/x-ndjson');
    expect(lines(whole.text)).toEqual((await page('?limit=1000')).items);
    expect(lines((await read('?limit=2&after=1', { Accept: 'application/x-ndjson' })).text)).toMatchObject([
      { position: 2 },
      { position: 3 },
    ]);
    const table = await read('', { Accept: 'text/csv', 'Accept-Language': 'fi' });
    expect(table.headers.get('content-disposition')).toContain('tapahtumaloki-09.csv');
    const rows = parse<Record<string, string>>(table.text, { bom: true, delimiter: ';', columns: true });
    expect(rows).toHaveLength(size);
    const answered = rows.find(({ Tyyppi }) => Tyyppi === 'AnswerReceived');
    expect(answered).toMatchObject({
      Päivä: '2026-06-03',
      Kello: '09:00',
      'Mitä tapahtui': expect.stringContaining('Koordinaattori kirjasi Heinolan kaupungin vastauksen'),
      Huomautus: "'=1+1 ja rivi",
    });
    const bytes = await fetch(`${api.url}/v1/events`, {
      headers: { Accept: 'text/csv', Authorization: `Bearer ${api.keys.auditor}` },
    });
    expect([...new Uint8Array(await bytes.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each(['text/csv', 'application/x-ndjson'])(
    'is an error and no empty answer where it cannot be read (%s)',
    async (form) => {
      jest.spyOn(api.store.events, 'pages').mockImplementationOnce(async function* () {
        yield await Promise.reject(new Error('cannot be read'));
      });
      const answer = await read('', { Accept: form });
      expect(problemIn(answer)).toMatchObject({
        status: 500,
        type: expect.stringContaining('internal-error') as string,
      });
      expect(answer.headers.get('content-disposition')).toBeNull();
      const nothing = await read('?from=2026-05-01&to=2026-05-01', { Accept: form });
      expect([nothing.status, nothing.text.split('\r\n').length]).toEqual([200, form === 'text/csv' ? 2 : 1]);
    },
  );

  it('refuses what it does not know, and what is not the caller’s', async () => {
    const codeOf = async (query: string, headers = {}, key?: string) => {
      const answer = await read(query, headers, key);
      return [answer.status, problemIn(answer).code];
    };
    expect(await codeOf('?colour=red')).toEqual([400, 'unknown-field']);
    expect((await read('?colour=red')).text).toContain(
      'Known: county, workflow, organisation, type, from, to, after, limit',
    );
    const noType = await read('?type=Nope');
    expect([noType.status, problemIn(noType).errors]).toMatchObject([422, [{ path: 'type', code: 'unknown-type' }]]);
    expect(noType.text).toMatch(/There is no type of event Nope. The types are: .*AnswerReceived, .*NotificationOwed/);
    for (const unknown of ['workflow=nope', 'workflow=09.nope', 'organisation=999']) {
      expect([unknown, ...(await codeOf(`?${unknown}`))]).toEqual([unknown, 404, 'unknown-id']);
    }
    expect((await request(api, api.keys.auditor, '/v1/events/stream?workflow=09.nope')).status).toBe(404);
    expect((await request(api, api.keys.auditor, '/v1/records?organisation=999')).status).toBe(404);
    for (const bad of [
      'after=-1',
      'after=x',
      `after=1e30`,
      'limit=0',
      'limit=1001',
      'type=x',
      'from=2026-02-30',
      'to=soon',
    ])
      expect([bad, ...(await codeOf(`?${bad}`))]).toEqual([bad, 422, 'invalid-data']);
    expect(await codeOf(`?after=${size}`)).toEqual([422, 'no-such-position']);
    expect(await codeOf('?county=05')).toEqual([404, 'unknown-id']);
    expect(await codeOf('?workflow=05.answer')).toEqual([404, 'unknown-id']);
    expect(api.logged.filter(({ event: said }) => said === 'foreign-county')).toHaveLength(2);
    expect(await codeOf('', {}, api.keys.operator)).toEqual([403, 'not-permitted']);
    expect(await codeOf('', { Accept: 'image/png' })).toEqual([406, 'not-acceptable']);
    const foreign = await keysFor(api.store, '05');
    expect(events.parse((await read('', {}, foreign.auditor)).body)).toEqual({ items: [], next: null });
  });
});

describe('the events of one workflow', () => {
  it('have the same shape, and a position as soon as they have their place', async () => {
    const own = await startRequest(api, 'answer-081', requestData({ organisation: '081' }));
    const ofOwn = async () =>
      events.parse((await request(api, api.keys.operator, `/v1/workflows/${own}/events`)).body).items;
    expect((await ofOwn()).map(({ position }) => position)).toEqual([null, null, null]);
    size = await fillLog(api.database, '09');
    expect((await ofOwn()).map(({ position }) => position)).toEqual([size - 3, size - 2, size - 1]);
  });
});

describe('a workflow as of a moment', () => {
  const asOf = (moment: string | number) => request(api, api.keys.auditor, `/v1/workflows/${id}?asOf=${moment}`);

  it('is what it was after a position, at an instant, and at the end of a day', async () => {
    const answer = await asOf(2);
    expect(answer.headers.get('etag')).toBeNull();
    expect(workflowIn(answer)).toMatchObject({ version: 3, state: 'open.requested', availableCommands: [] });
    expect(workflowIn(await asOf('2026-06-02'))).toEqual(workflowIn(answer));
    expect(workflowIn(await asOf('2026-06-01T06:00:00Z'))).toEqual(workflowIn(answer));
    const now = workflowIn(await request(api, api.keys.auditor, `/v1/workflows/${id}`));
    expect(workflowIn(await asOf('2026-06-03'))).toEqual({ ...now, availableCommands: [] });
    expect(workflowIn(await asOf(size - 1)).state).not.toBe('open.requested');
  });

  it('is told not to have begun, and refuses what is no past moment', async () => {
    // The first step is only whole with its third event.
    for (const moment of [0, 1, '2026-05-31', '2026-06-01T05:59:59Z'])
      expect(problemIn(await asOf(moment))).toMatchObject({ status: 404, code: 'not-begun' });
    expect(problemIn(await asOf('2026-05-31')).detail).toContain('2026-06-01T06:00:00.000Z');
    expect(problemIn(await asOf(size))).toMatchObject({ status: 422, code: 'no-such-position' });
    for (const bad of ['2026-06-04', '2026-06-03T06:00:01Z', 'yesterday', '-1'])
      expect([bad, problemIn(await asOf(bad)).status]).toEqual([bad, 422]);
    expect((await request(api, api.keys.auditor, `/v1/workflows/09.nobody?asOf=0`)).status).toBe(404);
  });
});
