import { formIn, linkTo, openPage, send, spaced } from './answer-links';
import { requestData } from './request-data';
import { give, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

let made = 0;
const newRequest = (data = requestData()) => startRequest(api, `asked-${(made += 1)}`, data);
const open = (page: string, headers?: Record<string, string>) => openPage(api, page, headers);
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
    expect(sent.headers.get('location')).toBe(`${page}/receipt?lang=sv`);
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
    expect(receipt).toContain('Lämnat på den här sidan.');
    expect(receipt).toContain('Svaret kan rättas på samma sida tills välfärdsområdet har godkänt det.');
    expect(spaced((await open(`${page}?lang=sv`)).text)).toContain('Ingenting väntas av er just nu.');
  });

  it('is still awaited once its request is confirmed to have come through', async () => {
    const page = await linkTo(api, await newRequest());
    const sent = await send(api, page, formIn(await open(page), 'confirm-receipt'), {});
    expect(sent.status).toBe(303);
    const { text } = await open(sent.headers.get('location') ?? '');
    expect(text).toContain('Kiitos, vahvistus on kirjattu. Vastausta odotetaan vielä.');
    expect(text).not.toMatch(/tiedot on vastaanotettu|Jos tietoja on tarpeen muuttaa/);
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
