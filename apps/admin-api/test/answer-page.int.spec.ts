import { plannedStarts } from '@app/workflows';
import { examplePlan } from '../../../test/support/example-area';
import { formIn, linkTo, send, unescaped } from './answer-links';
import { give, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';
import { requestData } from './request-data';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

let made = 0;
const newRequest = (data = requestData()) => startRequest(api, `asked-${(made += 1)}`, data);
const open = (page: string, headers: Record<string, string> = { 'Accept-Language': 'fi' }) =>
  request(api, undefined, page, { headers });
const workflowAt = async (id: string) => workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));
const engine = (workflow: string, name: string, data: unknown) =>
  api.store.workflows.give({
    county: '09',
    workflow,
    name,
    data,
    actor: { id: 'clock', role: 'clock' },
    commandId: `${workflow}-${name}-${(made += 1)}`,
    requestHash: name,
  });
const spaced = (text: string) => unescaped(text).replaceAll('\u00a0', ' ');

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
    expect(unescaped(text).split(evil)).toHaveLength(4);
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

describe('an answer', () => {
  it('is received once and shown in a receipt', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(`${page}?lang=sv`), 'record-answer');
    const sent = await send(api, page, form, {
      'answers.efforts': 'Ensimmäinen rivi\r\nToinen rivi äöå 🌲',
      body: 'Hyvinvointilautakunta',
      handledOn: '2026-05-19',
      section: '91',
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(`${page}?lang=sv&received`);
    const workflow = await workflowAt(id);
    expect(workflow.state).toBe('received.answered');
    expect(workflow.data).toMatchObject({
      answer: {
        answers: { efforts: 'Ensimmäinen rivi\nToinen rivi äöå 🌲' },
        body: 'Hyvinvointilautakunta',
        handledOn: '2026-05-19',
        section: '91',
        onBehalf: false,
        late: false,
      },
    });
    const [fact] = await api.store.workflows.events('09', id, { after: 3, limit: 1 });
    expect(fact?.actor.role).toBe('respondent');
    expect(fact?.actor.id).toMatch(/^link:/);

    const receipt = spaced((await open(sent.headers.get('location') ?? '')).text);
    expect(receipt).toContain('Tack, uppgifterna har tagits emot.');
    expect(receipt).toContain('Mottaget måndagen den 1 juni 2026 kl. 9.00.');
    expect(receipt).toContain('Ensimmäinen rivi\nToinen rivi äöå 🌲');
    expect(receipt).toContain('tisdagen den 19 maj 2026');
    expect(receipt).not.toContain('<form');
    expect(receipt).toContain('Ingenting väntas av er just nu.');
  });

  it('that will not do comes back with what was written and what is wrong', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'record-answer');
    const sent = await send(api, page, form, {
      body: 'Lautakunta',
      minutes: 'pöytäkirja.pdf',
      section: 'x'.repeat(21),
    });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('<title>Virhe: ');
    expect(sent.text).toContain('Vastaa ainakin yhteen kysymykseen.');
    expect(sent.text).toContain('href="#record-answer-answers.efforts"');
    expect(sent.text).toContain('Anna verkko-osoite, joka alkaa https://.');
    expect(sent.text).toContain('Siinä saa olla enintään 20 merkkiä.');
    expect(sent.text).toContain('aria-invalid="true" aria-describedby="record-answer-minutes-error"');
    const again = formIn(sent, 'record-answer');
    expect(again.fields).toEqual({
      ...form.fields,
      body: 'Lautakunta',
      minutes: 'pöytäkirja.pdf',
      section: 'x'.repeat(21),
    });
    expect((await workflowAt(id)).version).toBe(3);

    const corrected = await send(api, page, again, { 'answers.topics': 'Lapset.', minutes: '', section: '3' });
    expect(corrected.status).toBe(303);
  });

  it('sent twice at once is received once, and both see the receipt', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'record-answer');
    const both = await Promise.all([1, 2].map(() => send(api, page, form, { 'answers.efforts': 'Kerran.' })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const events = await api.store.workflows.events('09', id, { after: 0, limit: 100 });
    expect(events.filter(({ type }) => type === 'AnswerReceived')).toHaveLength(1);
  });

  it('of two people at once is received from one; the other sees it and keeps the own text', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const forms = [formIn(await open(page), 'record-answer'), formIn(await open(page), 'record-answer')];
    const both = await Promise.all(
      forms.map((form, index) => send(api, page, form, { 'answers.efforts': `Vastaus ${index}` })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late?.text).toContain('Tietojasi ei tallennettu');
    expect(late?.text).toContain('Tallentamatta jäi');
    expect(late?.text).toContain('Vastaus 0');
    expect(late?.text).toContain('Vastaus 1');
  });

  it('changed and sent again with the old form is not passed off as saved', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'record-answer');
    await send(api, page, form, { 'answers.efforts': 'Ensin.' });
    const changed = await send(api, page, form, { 'answers.efforts': 'Sitten.' });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('Sitten.');
  });

  it('is not sent back because a reminder went out meanwhile', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'record-answer');
    await engine(id, 'remind', { deadline: 'answer', rung: 'T-14', audience: 'respondent', template: 'reminder' });
    expect((await send(api, page, form, { 'answers.efforts': 'Ajallaan.' })).status).toBe(303);
  });

  it('is shown again in the form when the matter has changed but can still be answered', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'record-answer');
    await give(api, api.keys.coordinator, id, { command: 'assign', data: { contact: 'c1' } }, { version: 3 });
    const sent = await send(api, page, form, { 'answers.efforts': 'Säilyy.' });
    expect(sent.status).toBe(409);
    const again = formIn(sent, 'record-answer');
    expect(again.fields['answers.efforts']).toBe('Säilyy.');
    expect((await send(api, page, again, {})).status).toBe(303);
  });

  it('can be announced to be handled in a body, with a date as people write it', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'announce-handling');
    const wrong = await send(api, page, form, { body: '', meetingOn: '31.2.2026' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Täytä tämä kohta.');
    expect(wrong.text).toContain('Anna päivä, esimerkiksi 17.8.2026.');
    const sent = await send(api, page, formIn(wrong, 'announce-handling'), {
      body: 'Hyvinvointilautakunta',
      meetingOn: '11.8.2026',
    });
    expect(sent.status).toBe(303);
    const text = spaced((await open(page)).text);
    expect(text).toContain('Ilmoitus toimielimen käsittelystä');
    expect(text).toContain('tiistai 11.8.2026');
    expect(text).toContain('name="answers.efforts"');
  });

  it('recorded by the county is shown as such', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    await give(
      api,
      api.keys.coordinator,
      id,
      { command: 'record-answer', data: { answers: { efforts: 'Soitettu.' } } },
      { version: 3 },
    );
    const { text } = await open(page);
    expect(text).toContain('Hyvinvointialue kirjasi tiedot puolestanne.');
    expect(text).toContain('Soitettu.');
  });

  it('can still be given after the date, and the page says so without blame', async () => {
    const id = await newRequest(requestData({ dueOn: '2026-05-29' }));
    const text = spaced((await open(await linkTo(api, id))).text);
    expect(text).toContain('Vastauspäivä oli perjantai 29.5.2026 klo 16.15. Vastauksen voi vielä lähettää.');
  });
});

describe('when the request has ended', () => {
  it('the page says so and takes nothing', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'record-answer');
    await give(
      api,
      api.keys.coordinator,
      id,
      { command: 'withdraw', data: { reason: 'Neuvottelu siirtyy.' } },
      { version: 3 },
    );
    const ended = spaced((await open(page)).text);
    expect(ended).toContain('Pyyntö on päättynyt maanantaina 1.6.2026: Peruttu.');
    expect(ended).not.toContain('<form');
    const sent = await send(api, page, form, { 'answers.efforts': 'Myöhässä.' });
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('Myöhässä.');
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

describe('what no form of ours sends', () => {
  it.each([
    ['another command', { command: 'withdraw' }, 400],
    ['a command of every object', { command: 'constructor' }, 400],
    ['no version', { version: '' }, 400],
    ['no form id', { form: 'x' }, 400],
    ['an unknown field', { colour: 'red' }, 400],
    ['a character that cannot be stored', { 'answers.efforts': 'a\u0000b' }, 400],
  ])('%s', async (_, values, status) => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const sent = await send(api, page, formIn(await open(page), 'record-answer'), {
      'answers.efforts': 'x',
      ...values,
    });
    expect(sent.status).toBe(status);
    expect(sent.headers.get('content-type')).toContain('text/html');
    expect((await workflowAt(id)).version).toBe(3);
  });

  it('JSON, or a body without end', async () => {
    const page = await linkTo(api, await newRequest());
    expect((await request(api, undefined, page, { method: 'POST', json: {} })).status).toBe(415);
    const long = new URLSearchParams({ 'answers.efforts': 'x'.repeat(300_000) });
    const answer = await request(api, undefined, page, {
      method: 'POST',
      body: long,
      headers: { 'Accept-Language': 'fi' },
    });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('Vastaus on liian pitkä');
  });
});

describe('the acknowledgement of the result', () => {
  it('is asked for, recorded from the minutes and shown', async () => {
    const planned = plannedStarts(examplePlan(), api.register).starts[0];
    const negotiation = planned?.data as { parties: { organisation: string; body: unknown }[] };
    const started = await request(api, api.keys.coordinator, '/v1/workflows', {
      method: 'POST',
      json: {
        definition: 'board-handling',
        key: 'acknowledgement-111',
        data: {
          organisation: '111',
          preparedBy: 'respondent',
          presenter: null,
          subject: 'acknowledgement',
          about: '2027',
          title: { fi: 'Tulos', sv: 'Resultat', en: 'Result' },
          bodies: [negotiation.parties.find(({ organisation }) => organisation === '111')?.body],
          firstMeetingOn: null,
          due: { on: '2026-11-30', basis: 'requested' },
          closes: '16:15',
        },
      },
    });
    expect(started.status).toBe(201);
    const { id } = workflowIn(started);
    const page = await linkTo(api, id);
    const asked = await open(page);
    const text = spaced(asked.text);
    expect(text).toContain('Neuvottelun tulos: Heinolan kaupunki');
    expect(text).toContain('Ilmoita käsittelystä viimeistään maanantaina 30.11.2026 klo 16.15.');
    expect(text).toContain('Toimielimen kokoukset vastauspäivään mennessä: ');
    expect(text).toContain('Tiedon antaminen käsittelystä on vapaaehtoista.');
    expect(text).not.toContain('612/2021');

    const form = formIn(asked, 'record-decision');
    const wrong = await send(api, page, form, { meetingOn: '2026-11-17', section: '91' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Valitse vaihtoehto.');
    const sent = await send(api, page, formIn(wrong, 'record-decision'), {
      decision: 'note-and-forward',
      caseNumber: '539/00.04.01/2026',
    });
    expect(sent.status).toBe(303);
    const receipt = spaced((await open(page)).text);
    expect(receipt).toContain('merkittiin tiedoksi ja lähetettiin edelleen');
    expect(receipt).toContain('tiistai 17.11.2026');
    expect(receipt).toContain('value="send-extract"');
    const extract = await send(api, page, formIn(await open(page), 'send-extract'), {});
    expect(extract.status).toBe(303);
    expect((await workflowAt(id)).status).toBe('closed');
    expect(spaced((await open(page)).text)).toContain('Pyyntö on päättynyt');
  });
});
