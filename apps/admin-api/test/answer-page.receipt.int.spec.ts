import { instant } from '@app/domain';
import { formIn, linkTo, openPage, send, spaced } from './answer-links';
import { requestData } from './request-data';
import { give, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

let made = 0;
const newRequest = (data = requestData()) => startRequest(api, `receipt-${(made += 1)}`, data);
const workflowAt = async (id: string) => workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));
async function answered(id: string, text = 'Vastaus.'): Promise<string> {
  const page = await linkTo(api, id);
  await send(api, page, formIn(await openPage(api, page), 'record-answer'), { 'answers.efforts': text });
  return page;
}

it('has what was received, when, by which route, under which number, and what comes next', async () => {
  const id = await newRequest();
  const page = await answered(id);
  const { version } = await workflowAt(id);
  const registered = { command: 'register-answer', data: { caseNumber: 'PHHYKY/123/2026' } };
  await give(api, api.keys.coordinator, id, registered, { version });
  const { text, headers } = await openPage(api, `${page}/receipt`);
  const says = spaced(text);
  expect(says).toContain('<h1>Kuitti</h1>');
  expect(says).toContain('Vastaanotettu maanantaina 1.6.2026 klo 9.00.');
  expect(says).toContain('Annettu tällä sivulla.');
  expect(says).toContain('Vastaus.');
  expect(says).toContain('Asianumero: PHHYKY/123/2026');
  expect(says).toContain('Kokoamme vastaukset neuvottelun pohjaksi');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-robots-tag')).toContain('noindex');
});

it('says kindly that the answer was late', async () => {
  const page = await answered(await newRequest(requestData({ dueOn: '2026-05-29' })));
  for (const path of [page, `${page}/receipt`])
    expect((await openPage(api, path)).text).toContain('Ne on otettu vastaan ja merkitty myöhässä tulleiksi.');
});

it('before anything was received says so', async () => {
  const page = await linkTo(api, await newRequest());
  expect((await openPage(api, `${page}/receipt`)).text).toContain('Mitään ei ole vielä vastaanotettu.');
});

it('an answer is corrected until it is accepted: as a new event that takes the place of the first', async () => {
  const id = await newRequest();
  const page = await answered(id, 'Ensin.');
  const form = formIn(await openPage(api, page), 'correct-answer');
  expect((await send(api, page, form, { 'answers.efforts': 'Korjattu.' })).status).toBe(303);
  const { data, version } = await workflowAt(id);
  expect(data).toMatchObject({ answer: { answers: { efforts: 'Korjattu.' }, late: false } });
  const receipt = (await openPage(api, `${page}/receipt`)).text;
  expect(receipt.indexOf('Korjattu vastaus')).toBeLessThan(receipt.indexOf('Ensin.'));
  const again = formIn(await openPage(api, page), 'correct-answer');
  await give(api, api.keys.coordinator, id, { command: 'accept-answer', data: {} }, { version });
  const late = await send(api, page, again, { 'answers.efforts': 'Liian myöhään.' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Liian myöhään.');
  expect((await openPage(api, page)).text).not.toContain('<form');
});

describe('a link that opens nothing any more', () => {
  it('says whom to ask when it has expired or been withdrawn, and nothing of the matter', async () => {
    const id = await newRequest();
    const expired = await linkTo(api, id, { expiresAt: '2026-05-31T00:00:00Z' });
    const revoked = await linkTo(api, id);
    const link = await api.store.links.resolve(revoked.slice(3));
    await api.store.links.revoke('09', link?.id ?? '');
    for (const page of [expired, `${expired}/receipt`, revoked]) {
      const { status, text } = await openPage(api, page);
      expect(status).toBe(404);
      expect(text).toContain('Linkki on vanhentunut tai peruttu.');
      expect(text).toContain('eero.esimerkki@');
      expect(text).not.toMatch(/Asikkala|Ennakkotehtävä|<form/);
    }
    const posted = await request(api, undefined, expired, {
      method: 'POST',
      body: new URLSearchParams({ command: 'x' }),
    });
    expect(posted.status).toBe(404);
  });

  it('tells nothing where it never was one', async () => {
    const { status, text } = await openPage(api, '/r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(status).toBe(404);
    expect(text).not.toContain('eero.esimerkki@');
  });
});

it('a scanner that opens everything with GET and HEAD changes nothing', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id, { expiresAt: instant('2026-12-31T00:00:00Z') });
  const before = await workflowAt(id);
  for (const path of [page, `${page}/receipt`, `${page}?saved`, `${page}?received`, `${page}?reused=x`])
    for (const method of ['GET', 'HEAD']) await request(api, undefined, path, { method });
  expect(await workflowAt(id)).toEqual(before);
  expect(await api.store.answers.draft('09', id, '016')).toBeUndefined();
});
