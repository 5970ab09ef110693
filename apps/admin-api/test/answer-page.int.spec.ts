import { formIn, linkTo, openPage, send, spaced, unescaped } from './answer-links';
import { requestData } from './request-data';
import { request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

let made = 0;
const newRequest = (data = requestData()) => startRequest(api, `asked-${(made += 1)}`, data);
const open = (page: string, headers?: Record<string, string>) => openPage(api, page, headers);
const workflowAt = async (id: string) => workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));

describe('the page', () => {
  it('says who asks for what, by when, on what basis, why, and what happens with the answer', async () => {
    const answer = await open(await linkTo(api, await newRequest()));
    expect(answer.status).toBe(200);
    const text = spaced(answer.text);
    expect(text).toContain('Päijät-Hämeen hyvinvointialue pyytää teiltä vastausta');
    expect(text).toContain('Ennakkotehtävä: Asikkalan kunta');
    expect(text).toContain('Vastaa viimeistään maanantaina 17.8.2026 klo 16.15.');
    expect(text).toContain('Hyvinvointialue on pyytänyt vastausta tähän päivään. Se ei ole lakisääteinen määräaika.');
    expect(text).toContain('Neuvottelu on torstaina 27.8.2026 klo 8.30–15.15, paikka: Lahti.');
    expect(text).toContain('(laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021, 7 § 4 mom.)');
    expect(text).toContain(
      'Kunnan on osallistuttava neuvotteluun (6 §); ennakkotehtävään vastaaminen on vapaaehtoista.',
    );
    expect(text).toContain('lähetämme koonnin kaikille perjantaina 21.8.2026.');
    expect(text).toContain('mailto:eero.esimerkki@paijatha.example.invalid');
  });

  it('names nobody for questions where the county has neither a coordinator nor a registry', async () => {
    const page = await linkTo(api, await newRequest());
    const { registry: _left, ...county } = api.register.county;
    const contacts = api.register.contacts.filter(({ of }) => of !== county.code);
    await api.store.register.import({ ...api.register, county, contacts });
    const { status, text } = await open(page);
    await api.store.register.import(api.register);
    expect([status, text.includes('Kysymykset'), text.includes('mailto:')]).toEqual([200, false, false]);
    expect((await open(page)).text).toContain('Kysymykset');
  });

  it('is kept nowhere, indexed nowhere and told to nobody', async () => {
    const { headers } = await open(await linkTo(api, await newRequest()));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each([
    ['the language of whoever got the link', '016', {}, '', 'fi'],
    ['the language chosen on the page', '016', { 'Accept-Language': 'fi' }, '?lang=sv', 'sv'],
    ['the browser’s where nobody is named', undefined, { 'Accept-Language': 'en-GB' }, '', 'en'],
    ['Finnish where nothing is known', undefined, {}, '', 'fi'],
    ['not a language we do not write', undefined, {}, '?lang=de', 'fi'],
  ])('is in %s', async (_, of, headers, query, language) => {
    const contact =
      of === undefined ? null : (api.register.contacts.find((candidate) => candidate.of === of)?.id ?? null);
    const page = await linkTo(api, await newRequest(), { contact });
    expect((await open(`${page}${query}`, headers)).text).toContain(`<html lang="${language}">`);
  });

  it('says it all in Swedish and English too', async () => {
    const page = await linkTo(api, await newRequest());
    const sv = spaced((await open(`${page}?lang=sv`)).text);
    expect(sv).toContain('Förhandsuppgift: Asikkala kommun');
    expect(sv).toContain('Svara senast måndagen den 17 augusti 2026 kl. 16.15.');
    expect(sv).toContain('Det är inte en lagstadgad tidsfrist.');
    const en = spaced((await open(`${page}?lang=en`)).text);
    expect(en).toContain('Reply by Monday 17 August 2026 at 16:15.');
    expect(en).toContain('section 7(4)');
  });

  it('is not consumed by being opened', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const before = await workflowAt(id);
    await Promise.all(Array.from({ length: 5 }, () => open(page)));
    await request(api, undefined, page, { method: 'HEAD' });
    expect(await workflowAt(id)).toEqual(before);
    expect((await open(page)).text).toContain('name="answers.efforts"');
  });

  it('shows what people have written as text', async () => {
    const evil = '<script>alert(1)</script>"\'&{{7*7}}';
    const id = await newRequest(requestData({ questions: [{ id: 'q', text: { fi: evil, sv: evil, en: evil } }] }));
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'record-answer');
    await send(api, page, form, { 'answers.q': evil, body: evil, section: '<b>1</b>' });
    const { text } = await open(page);
    expect(text).not.toMatch(/<script|<b>/);
    // As the question in what was received and in the form of a correction, and as what was answered in both.
    expect(unescaped(text).split(evil)).toHaveLength(7);
  });

  it('tells a party that is no municipality nothing of a municipality’s duty', async () => {
    const id = await newRequest(
      requestData({ organisation: 'maakuntaliitto', organisationKind: 'other', answeringBody: null }),
    );
    const text = spaced((await open(await linkTo(api, id))).text);
    expect(text).toContain('Päijät-Hämeen liitto');
    expect(text).not.toContain('on osallistuttava');
    expect(text).toContain('Muut toimijat kutsutaan neuvotteluun saman säännöksen nojalla');
  });
});

describe('a link that is not in force', () => {
  it.each([['/r/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'], ['/r/x'], ['/r/%00'], ['/r/..%2f..%2fetc'], ['/r/a/b']])(
    '%s: says whom to ask and nothing more',
    async (page) => {
      const answer = await open(page);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.text).toContain('Linkki ei ole voimassa');
      expect(answer.text).toContain('ota yhteyttä hyvinvointialueeseen');
      expect(answer.text).not.toContain('Päijät');
    },
  );

  it('because it has expired', async () => {
    const page = await linkTo(api, await newRequest(), { expiresAt: '2026-06-01T05:00:00Z' });
    expect((await open(page)).status).toBe(404);
  });
});
