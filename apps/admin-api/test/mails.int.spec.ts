import { languages } from '@app/domain';
import { templateNames } from '@app/mail';
import { give, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';
import { mailPreview } from '../src/mails/mail-preview.schema';
import { upcomingMailList } from '../src/mails/upcoming-mails.schema';

let api: RunningApi;
let workflow: string;
beforeAll(async () => {
  api = await runApi();
  workflow = await startRequest(api, 'kysely');
});
afterAll(() => api.close());

const get = (path: string, headers: Record<string, string> = {}) => request(api, api.keys.auditor, path, { headers });
const upcoming = async (query = '', of = workflow) =>
  upcomingMailList.parse((await get(`/v1/workflows/${of}/mails${query}`)).body).items;
const preview = (query: string) => get(`/v1/notifications/preview?${query}`);

describe('the mails to come', () => {
  it('are three unless more are asked for, each with what would stop it', async () => {
    const mails = await upcoming();
    expect(mails.map(({ template, rung }) => [template, rung])).toEqual([
      ['reminder', 'agenda'],
      ['reminder', 'T-14'],
      ['reminder', 'T-7'],
    ]);
    expect(mails[0]?.stopsWhen[0]).toEqual({
      code: 'done',
      text: 'The answer has come, or another answer has given the same.',
    });
    expect((await upcoming('?limit=50')).map(({ template }) => template)).toContain('escalation-proposed');
    expect(await upcoming('?deadline=other')).toEqual([]);
  });

  it('are none of what has ended; and of what is not there nothing is told', async () => {
    const ended = await startRequest(api, 'peruttu');
    const version = (await api.store.workflows.read('09', ended))?.version ?? 0;
    await give(api, api.keys.coordinator, ended, { command: 'withdraw', data: { reason: 'Ei tarvita.' } }, { version });
    expect(await upcoming('', ended)).toEqual([]);
    expect((await get('/v1/workflows/09.nothing/mails')).status).toBe(404);
    expect((await get('/v1/workflows/05.other/mails')).status).toBe(404);
    expect((await get(`/v1/workflows/${workflow}/mails?limit=0`)).status).toBe(422);
  });
});

describe('a preview', () => {
  it('of a rung is the mail with the register’s names, to a contact by its id, without a link that answers', async () => {
    const shown = mailPreview.parse((await preview(`workflow=${workflow}&deadline=answer&rung=overdue`)).body);
    expect(shown).toMatchObject({
      template: 'overdue',
      language: 'fi',
      to: { organisation: '016', audience: 'respondent', via: 'holder' },
    });
    expect(shown.text).toContain('Asikkala');
    expect(shown.text).toContain('https://esikatselu.invalid/');
    expect(shown.to?.contact).toEqual(expect.any(String));
    expect(JSON.stringify(shown.to)).not.toContain('@');
    const swedish = mailPreview.parse((await preview(`workflow=${workflow}&language=sv`)).body);
    expect(swedish).toMatchObject({ template: 'reminder', language: 'sv' });
    expect(swedish.subject).toMatch(/^Påminnelse/);
  });

  it('as HTML lets nothing run or load, and as text is the subject and the text', async () => {
    const html = await preview(`workflow=${workflow}&format=html`);
    expect(html.headers.get('content-type')).toContain('text/html');
    expect(html.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*sandbox/);
    expect(html.text).toContain('<!');
    const text = await preview(`workflow=${workflow}&format=text`);
    expect(text.headers.get('content-type')).toContain('text/plain');
    expect(text.text).toMatch(/^Muistutus: .*\n\n/);
  });

  it('of one that is owed, and of every template by its example', async () => {
    const [owed] = (await api.store.notifications.list('09', { workflow }, { limit: 1 })).items;
    const shown = mailPreview.parse((await preview(`notification=${owed?.id}`)).body);
    expect(shown.template).toBe(owed?.template);
    for (const template of templateNames)
      for (const language of languages)
        expect(mailPreview.parse((await preview(`template=${template}&language=${language}`)).body)).toMatchObject({
          template,
          language,
          to: null,
        });
  });

  it('writes nothing and issues no link', async () => {
    const before = [
      await api.store.notifications.list('09', {}, { limit: 100 }),
      await api.store.workflows.read('09', workflow),
    ];
    await preview(`workflow=${workflow}`);
    await preview(`notification=${workflow}.n3`);
    expect([
      await api.store.notifications.list('09', {}, { limit: 100 }),
      await api.store.workflows.read('09', workflow),
    ]).toEqual(before);
  });

  it.each([
    ['', 422, 'invalid-data'],
    ['template=reminder&workflow=09.x', 422, 'invalid-data'],
    ['template=reminder&rung=T-1', 422, 'invalid-data'],
    ['template=poem', 422, 'invalid-data'],
    ['template=reminder&language=de', 422, 'invalid-data'],
    ['template=reminder&colour=red', 400, 'unknown-field'],
    ['workflow=09.nothing', 404, 'unknown-id'],
    ['workflow=05.other', 404, 'unknown-id'],
    ['notification=09.nothing.n1', 404, 'unknown-id'],
  ])('of “%s” is refused with %i %s', async (query, status, code) => {
    const answer = await preview(query);
    expect([answer.status, problemIn(answer).code]).toEqual([status, code]);
  });

  it('of a rung that is not to come is refused', async () => {
    const answer = await preview(`workflow=${workflow}&rung=T-99`);
    expect([answer.status, problemIn(answer).code]).toEqual([404, 'no-such-mail']);
  });
});

describe('the mail of the county', () => {
  const path = '/v1/mail/hold';
  const put = (key: string, json: unknown) => request(api, key, path, { method: 'PUT', json });

  it('is stopped and released by admins and operators alone, with a reason, which everybody reads', async () => {
    const { admin, operator, coordinator } = api.keys;
    const reason = 'Rekisteriä korjataan';
    expect((await put(coordinator, { held: true, reason })).status).toBe(403);
    expect((await put(admin, { held: true, reason: '' })).status).toBe(422);
    expect((await get(path)).body).toEqual({ held: false, holds: [] });
    const held = { held: true, holds: [{ scope: 'county', reason, by: expect.stringMatching(/^key:/) }] };
    for (const said of [reason, 'Toinen syy']) {
      const answer = await put(operator, { held: true, reason: said });
      expect([answer.status, answer.body]).toMatchObject([200, held]);
    }
    await api.store.operations.hold({
      scope: '*',
      reason: 'Palautus',
      actor: { id: 'operator:cli', role: 'operator' },
    });
    const left = await put(admin, { held: false, reason: 'Korjattu' });
    expect([left.status, left.body]).toMatchObject([200, { held: true, holds: [{ scope: 'installation' }] }]);
  });
});
