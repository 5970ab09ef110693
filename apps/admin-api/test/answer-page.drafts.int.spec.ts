import { sql } from '../../../test/support/requests';
import { formIn, linkTo, openPage, send, spaced, unescaped } from './answer-links';
import { requestData } from './request-data';
import { give, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

let made = 0;
const newRequest = (data = requestData()) => startRequest(api, `draft-${(made += 1)}`, data);
const draftsOf = (workflow: string) =>
  sql(api.database.superuserUrl, `select fields from vuosikello.answer_draft where workflow = '${workflow}'`);
const formOn = async (page: string) => formIn(await openPage(api, page), 'record-answer');

describe('a draft', () => {
  it('keeps what was typed, complete or not, outside the log, for whoever opens the page', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const saved = await send(api, page, await formOn(page), {
      do: 'draft',
      'answers.efforts': 'Kesken <b>äö</b>',
      minutes: 'ei osoite',
    });
    expect(saved.status).toBe(303);
    const back = saved.headers.get('location') ?? '';
    const text = spaced((await openPage(api, back)).text);
    expect(text).toContain('Luonnos tallennettu maanantaina 1.6.2026 klo 9.00.');
    expect(text).toContain('Vastausta ei ole vielä lähetetty.');
    const another = await openPage(api, await linkTo(api, id));
    expect(another.text).not.toContain('<b>');
    expect(formIn(another, 'record-answer').fields).toMatchObject({
      'answers.efforts': 'Kesken <b>äö</b>',
      minutes: 'ei osoite',
      draft: '1',
    });
    const events = await api.store.workflows.events('09', id, { after: 0, limit: 100 });
    expect(JSON.stringify(events)).not.toContain('Kesken');
  });

  it('saved by two people at once is not overwritten: the later sees both', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const [one, other] = [await formOn(page), await formOn(page)];
    await send(api, page, one, { do: 'draft', 'answers.efforts': 'Ensimmäisen.' });
    for (const button of ['draft', 'send']) {
      const late = await send(api, page, other, { do: button, 'answers.efforts': 'Toisen.' });
      expect(late.status).toBe(409);
      expect(late.text).toContain('Joku muu on tallentanut luonnoksen');
      expect(late.text).toContain('Ensimmäisen.');
      const again = formIn(late, 'record-answer');
      expect(again.fields).toMatchObject({ 'answers.efforts': 'Toisen.', draft: '1' });
    }
    expect(await draftsOf(id)).toEqual([{ fields: JSON.stringify({ 'answers.efforts': 'Ensimmäisen.' }) }]);
    const both = await formOn(page);
    expect((await send(api, page, both, { 'answers.efforts': 'Yhdessä.' })).status).toBe(303);
  });

  it('saved twice with one form is saved once', async () => {
    const page = await linkTo(api, await newRequest());
    const form = await formOn(page);
    const both = await Promise.all([1, 2].map(() => send(api, page, form, { do: 'draft', body: 'Lautakunta' })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
  });

  it('goes when the answer is given', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    await send(api, page, await formOn(page), { do: 'draft', 'answers.efforts': 'Valmis.' });
    expect((await send(api, page, await formOn(page), {})).status).toBe(303);
    expect(await draftsOf(id)).toEqual([]);
    const { data } = workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));
    expect(data).toMatchObject({ answer: { answers: { efforts: 'Valmis.' } } });
  });

  it('goes when the request ends, and when it is old', async () => {
    const ended = await newRequest();
    const old = await newRequest();
    for (const id of [ended, old]) {
      const page = await linkTo(api, id);
      await send(api, page, await formOn(page), { do: 'draft', 'answers.efforts': 'Kesken.' });
    }
    await give(
      api,
      api.keys.coordinator,
      ended,
      { command: 'withdraw', data: { reason: 'Ei tarvita.' } },
      { version: 3 },
    );
    expect(await draftsOf(ended)).toEqual([]);
    const dropOld = () => sql(api.database.engineUrl, 'select vuosikello.drop_old_drafts()');
    await dropOld();
    expect(await draftsOf(old)).toHaveLength(1);
    await api.setClock('2026-08-31T09:00:00+03:00');
    await dropOld();
    expect(await draftsOf(old)).toEqual([]);
    await api.setClock('2026-06-01T09:00:00+03:00');
  });

  it('is not taken for a request that has ended, and what was typed can be copied', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = await formOn(page);
    await give(api, api.keys.coordinator, id, { command: 'withdraw', data: { reason: 'Ei tarvita.' } }, { version: 3 });
    const sent = await send(api, page, form, { do: 'draft', 'answers.efforts': 'Liian myöhään.' });
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('Liian myöhään.');
    expect(await draftsOf(id)).toEqual([]);
  });

  it('of an organisation is not shown to its successor', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    await send(api, page, await formOn(page), { do: 'draft', 'answers.efforts': 'Asikkalan luonnos.' });
    await api.store.workflows.give({
      county: '09',
      workflow: id,
      name: 'succeed',
      data: { organisation: '111', organisationKind: 'municipality', body: null, reason: 'Kunnat yhdistyvät.' },
      actor: { id: 'merger', role: 'workflow' },
      commandId: `${id}-succeed`,
      requestHash: 'succeed',
    });
    const successor = await linkTo(api, id, { organisation: '111' });
    expect((await openPage(api, successor)).text).not.toContain('Asikkalan luonnos.');
    const saved = await send(api, successor, await formOn(successor), { do: 'draft', 'answers.efforts': 'Heinolan.' });
    expect(saved.status).toBe(303);
  });
});

describe('an earlier answer', () => {
  it('fills the form where the same is asked, and says what it could not carry over', async () => {
    const question = (id: string, kind = 'text') => ({ id, text: { fi: `Kysymys ${id}`, sv: id, en: id }, kind });
    const earlier = await newRequest(
      requestData({ organisation: '142', questions: [question('a'), question('b'), question('c')] }),
    );
    const answered = await linkTo(api, earlier);
    await send(api, answered, await formOn(answered), {
      'answers.a': 'Vastaus a',
      'answers.b': 'Vastaus b',
      'answers.c': 'Vastaus c',
      body: 'Hallitus',
    });
    const foreign = await newRequest(requestData({ organisation: '111' }));
    const id = await newRequest(
      requestData({ organisation: '142', questions: [question('a'), question('b', 'line'), question('d')] }),
    );
    const page = await linkTo(api, id);
    const opened = await openPage(api, page);
    expect(spaced(opened.text)).toContain('vastattu maanantaina 1.6.2026');
    expect((await openPage(api, await linkTo(api, foreign))).text).not.toContain('name="from"');
    const form = formIn(opened, 'record-answer');
    expect(form.fields.from).toBe(earlier);
    const sent = await send(api, page, form, { do: 'reuse', 'answers.d': 'Oma teksti' });
    expect(sent.status).toBe(303);
    const filled = await openPage(api, (sent.headers.get('location') ?? '').split('#')[0] ?? '');
    const [, left = ''] = /Näitä kohtia ei voitu siirtää([\s\S]*?)<\/ul>/.exec(unescaped(filled.text)) ?? [];
    expect(left).toContain('Kysymys b');
    expect(left).toContain('Kysymys c');
    expect(left).not.toContain('Kysymys a');
    const { fields } = formIn(filled, 'record-answer');
    expect(fields).toMatchObject({ 'answers.a': 'Vastaus a', 'answers.b': '', 'answers.d': 'Oma teksti', body: '' });
    expect(workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`)).version).toBe(3);
  });

  it('is offered to whoever gave it, and not to the successor that went on with its completion', async () => {
    const answered = await newRequest(requestData({ organisation: '102' }));
    const page = await linkTo(api, answered);
    await send(api, page, await formOn(page), { 'answers.efforts': 'Huittisten oma.' });
    const completion = { reason: 'Kesken.', dueOn: '2026-08-19' };
    const seen = workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${answered}`));
    const { version } = seen;
    await give(
      api,
      api.keys.coordinator,
      answered,
      { command: 'return-for-completion', data: completion },
      { version },
    );
    await api.store.workflows.give({
      county: '09',
      workflow: answered,
      name: 'succeed',
      data: { organisation: '305', organisationKind: 'municipality', body: null, reason: 'Kunnat yhdistyvät.' },
      actor: { id: 'merger', role: 'workflow' },
      commandId: `${answered}-succeed`,
      requestHash: 'succeed',
    });
    const stands = workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${answered}`));
    expect(stands.data).toMatchObject({ organisation: '305', answer: { givenBy: '102' } });
    const own = await newRequest(requestData({ organisation: '305' }));
    const opened = await openPage(api, await linkTo(api, own, { organisation: '305' }));
    expect(opened.status).toBe(200);
    expect(opened.text).not.toContain('name="from"');
  });
});
