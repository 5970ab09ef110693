import { z } from 'zod';
import { formIn, linkTo, openPage, sendFiles, spaced } from './answer-links';
import { requestData } from './request-data';
import { give, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const made = z.object({ id: z.string(), url: z.string(), expiresAt: z.string() });
const links = (organisation: string) => `/v1/organisations/${organisation}/standing-links`;

async function standingLink(organisation = '016', json: object = {}) {
  const answer = await request(api, api.keys.coordinator, links(organisation), { method: 'POST', json });
  expect(answer.status).toBe(201);
  const link = made.parse(answer.body);
  return { ...link, page: new URL(link.url).pathname };
}

describe('a standing link', () => {
  it('is made by the coordinator, told once, listed without its address, and revoked', async () => {
    const { id, page, expiresAt } = await standingLink('081', { days: 30, label: 'Kirjaamo' });
    expect(expiresAt).toBe('2026-07-01T06:00:00.000Z');
    expect((await openPage(api, page)).status).toBe(200);
    const list = await request(api, api.keys.auditor, links('081'));
    expect(list.body).toEqual({
      items: [{ id, organisation: '081', label: 'Kirjaamo', createdAt: '2026-06-01T06:00:00.000Z', expiresAt }],
      next: null,
    });
    expect(list.text).not.toContain(page.slice(3));
    const revoke = (of: string, key: string) => request(api, key, `${links(of)}/${id}`, { method: 'DELETE' });
    expect((await revoke('081', api.keys.auditor)).status).toBe(403);
    expect((await revoke('016', api.keys.coordinator)).status).toBe(404);
    expect((await revoke('081', api.keys.coordinator)).status).toBe(204);
    expect((await revoke('081', api.keys.coordinator)).status).toBe(404);
    expect((await openPage(api, page)).status).toBe(404);
  });

  it('opens nothing once it has expired', async () => {
    const { page } = await standingLink('016', { days: 1 });
    await api.setClock('2026-06-02T09:00:00+03:00');
    expect((await openPage(api, page)).status).toBe(404);
    expect((await openPage(api, `${page}/requests/09.any`)).status).toBe(404);
    await api.setClock('2026-06-01T09:00:00+03:00');
  });

  it('is not made twice by a repeated request, nor for nobody, nor for longer than a council term', async () => {
    const ask = (json: object, organisation = '016') =>
      request(api, api.keys.coordinator, links(organisation), {
        method: 'POST',
        json,
        headers: { 'Idempotency-Key': 'once' },
      });
    expect((await ask({ label: 'Yksi' })).status).toBe(201);
    expect(problemIn(await ask({ label: 'Yksi' })).code).toBe('standing-link-already-made');
    expect(problemIn(await ask({ label: 'Kaksi' })).code).toBe('idempotency-key-reused');
    expect((await request(api, api.keys.coordinator, links('999'), { method: 'POST', json: {} })).status).toBe(404);
    expect((await ask({ days: 1462 })).status).toBe(422);
  });
});

describe('the standing page', () => {
  let page = '';
  let early = '';
  let overdue = '';
  let answered = '';
  beforeAll(async () => {
    page = (await standingLink()).page;
    const title = (fi: string) => ({ fi, sv: `${fi} sv`, en: `${fi} en` });
    early = await startRequest(api, 'standing-early', requestData({ title: title('Ensimmäinen') }));
    overdue = await startRequest(api, 'standing-late', requestData({ title: title('Myöhässä'), dueOn: '2026-05-29' }));
    answered = await startRequest(api, 'standing-done', requestData({ title: title('Valmis') }));
    await startRequest(api, 'of-another', requestData({ organisation: '111', title: title('Naapurin') }));
    await give(
      api,
      api.keys.coordinator,
      answered,
      { command: 'record-answer', data: { answers: { efforts: 'Soitettu.' } } },
      { version: 3 },
    );
  });

  it('lists what is open with what is overdue first, what was answered this year, and nobody else’s', async () => {
    const { status, text, headers } = await openPage(api, page);
    expect(status).toBe(200);
    const read = spaced(text);
    expect(read).toContain('<h1>Mitä on pyydetty: Asikkalan kunta</h1>');
    expect(read.indexOf('Myöhässä')).toBeLessThan(read.indexOf('Ensimmäinen'));
    expect(read).toContain('Vastauspäivä oli perjantai 29.5.2026 klo 16.15.');
    expect(read).toContain(
      'Viimeistään maanantaina 17.8.2026 klo 16.15. Hyvinvointialue on pyytänyt vastausta tähän päivään.',
    );
    expect(read).toContain('Vastattu maanantaina 1.6.2026.');
    expect(read).not.toContain('Naapurin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is narrowed without scripts, and the language stays', async () => {
    const open = spaced((await openPage(api, `${page}?show=open&lang=sv`)).text);
    expect(open).toContain('Ensimmäinen sv');
    expect(open).not.toContain('Valmis sv');
    expect(open).toContain('href="?lang=fi&show=open"');
    expect(open).toContain(`${page}/requests/${early}?lang=sv`);
    const done = spaced((await openPage(api, `${page}?show=done`)).text);
    expect(done).toContain('Valmis');
    expect(done).not.toContain('Ensimmäinen');
  });

  it('leads to each request, which is answered there as the holder of the standing link', async () => {
    const one = `${page}/requests/${early}`;
    const shown = await openPage(api, one);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(`href="${page}?lang=fi"`);
    const before = await api.store.workflows.events('09', early, { after: 0, limit: 100 });
    await openPage(api, one);
    expect(await api.store.workflows.events('09', early, { after: 0, limit: 100 })).toEqual(before);
    // As a browser sends it.
    const written = { do: 'send', 'answers.efforts': 'Pysyvältä sivulta.' };
    const files = [{ name: 'liite.pdf', content: '%PDF-1.7\n' }];
    const sent = await sendFiles(api, one, formIn(shown, 'record-answer'), written, files);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${one}/receipt?lang=fi`]);
    expect((await openPage(api, `${one}/receipt?lang=fi`)).text).toContain('Pysyvältä sivulta.');
    const fact = (await api.store.workflows.events('09', early, { after: 3, limit: 1 }))[0];
    expect(fact?.actor).toEqual({ id: expect.stringMatching(/^link:09-[0-9a-f]{8}$/), role: 'respondent' });
    expect((await openPage(api, `${one}/agenda-item`)).status).toBe(200);
  });

  it('opens no request of another organisation, and no matter that nobody answers on a page', async () => {
    const others = await startRequest(api, 'not-theirs', requestData({ organisation: '398' }));
    for (const id of [others, '09.no-such', '09.hyte-negotiation-2026', 'x/../y']) {
      const path = `${page}/requests/${encodeURIComponent(id)}`;
      expect((await openPage(api, path)).status).toBe(404);
      expect((await openPage(api, `${path}/agenda-item`)).status).toBe(404);
    }
  });

  it('is not told by the page of a single request', async () => {
    const { text } = await openPage(api, await linkTo(api, overdue));
    expect(text).not.toContain(page);
    expect(text).not.toContain('Kaikki organisaatioltanne pyydetty');
  });
});
