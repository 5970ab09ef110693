import { askedForCards } from '../../../test/support/asked-for-cards';
import { formIn, linkTo, openPage, send, spaced } from './answer-links';
import { browserPath, Reader } from './browser';
import { request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const asked = async (subject: keyof typeof askedForCards, key: string) => {
  const id = await startRequest(api, key, askedForCards[subject]);
  return { id, page: await linkTo(api, id) };
};
const status = {
  'answers.indicator': 'Koettu yksinäisyys',
  'answers.baseline': '24,8',
  'answers.baselineYear': '2021',
  'answers.target': '24',
  'answers.targetYear': '2025',
  'answers.status': 'at-risk',
  'answers.reasons': 'Osuus kasvoi.',
  'answers.done': 'Kysely.',
  'answers.coming': 'Kahvila.',
  'answers.tasks.0.task': 'Kysely',
  'answers.tasks.2.task': 'Kahvila',
  'answers.tasks.2.doneBy': '1.9.2026',
};

describe('the page of a request that is no advance assignment', () => {
  it('says what is asked, why, and what comes next', async () => {
    const { page } = await asked('municipality-card', 'card');
    const text = spaced((await openPage(api, page)).text);
    expect(text).toContain('<h1>Kuntakortti 2026: ');
    expect(text).toContain('pyytää teiltä kuntakorttia vuoden 2026 hyvinvointiraporttia varten.');
    expect(text).toContain('Täytä kortti viimeistään maanantaina 17.8.2026');
    expect(text).toContain('Seuraavaksi: Hyvinvointiraportti lautakunnassa torstaina 24.9.2026.');
    expect(text).toContain('Hyvinvointialueen on raportoitava hyvinvoinnista vuosittain valtuustolleen (laki');
    expect(text).toContain('Kokoamme kortit hyvinvointiraporttiin perjantaina 21.8.2026.');
    expect(text).toContain('Täytä kohdat, joita ei ole merkitty vapaaehtoisiksi.');
  });

  it('takes numbers, choices and rows', async () => {
    const { id, page } = await asked('indicator-status', 'status');
    const form = formIn(await openPage(api, page), 'record-answer');
    const sent = await send(api, page, form, status);
    expect(sent.status).toBe(303);
    const { data } = workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));
    expect(data).toMatchObject({
      answer: {
        answers: {
          baseline: 24.8,
          status: 'at-risk',
          tasks: [{ task: 'Kysely' }, { task: 'Kahvila', doneBy: '2026-09-01' }],
        },
      },
    });
    const receipt = spaced((await openPage(api, sent.headers.get('location') ?? '', {})).text);
    expect(receipt).toMatch(/Lähtötaso \(%\)<\/dt>\s*<dd><span class="said">24,8</);
    expect(receipt).toContain('Tehtävät ja aikataulu 2: Tehtävä</dt>');
    expect(receipt).toContain('Tavoite vaarassa');
    expect(receipt).toContain('tiistai 1.9.2026');
  });

  it('says at which row something is wrong, and keeps what was written', async () => {
    const { page } = await asked('indicator-status', 'wrong');
    const form = formIn(await openPage(api, page), 'record-answer');
    const written = { ...status, 'answers.baseline': 'noin 25', 'answers.tasks.2.task': '', 'answers.status': '' };
    const sent = await send(api, page, form, written);
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('href="#record-answer-answers.tasks.2.task">Tehtävät ja aikataulu 3: Tehtävä</a>');
    expect(sent.text).toContain('Anna luku, esimerkiksi 24,8.');
    expect(sent.text).toContain('Valitse vaihtoehto.');
    expect(formIn(sent, 'record-answer').fields).toMatchObject({ 'answers.baseline': 'noin 25' });
  });

  it('shows an answer that came by post on the day it came', async () => {
    const { id, page } = await asked('interface-topics', 'by-post');
    const recorded = await request(api, api.keys.coordinator, `/v1/workflows/${id}/commands`, {
      method: 'POST',
      json: {
        command: 'record-received-answer',
        data: { answers: { status: 'Uusi kotoutumisohjelma.' }, receivedOn: '2026-06-01' },
      },
      headers: { 'If-Match': '"3"', 'Idempotency-Key': 'by-post' },
    });
    expect(recorded.status).toBe(200);
    const text = spaced((await openPage(api, page)).text);
    expect(text).toContain('Vastaanotettu maanantaina 1.6.2026.');
    expect(text).toContain('Hyvinvointialue kirjasi tiedot puolestanne.');
  });
});

(browserPath ? describe : describe.skip)('the forms in a browser', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.open();
  });
  afterAll(() => reader.close());

  it.each(Object.keys(askedForCards) as (keyof typeof askedForCards)[])(
    'leave nothing for axe to find: %s',
    async (subject) => {
      const { page } = await asked(subject, `axe-${subject}`);
      const opened = await openPage(api, page);
      for (const width of [360, 1200]) expect(await reader.violations(opened.text, width)).toEqual([]);
      const form = formIn(opened, 'record-answer');
      const wrong = await send(api, page, form, { handledOn: 'eilen' });
      expect(wrong.status).toBe(422);
      expect(await reader.violations(wrong.text, 360)).toEqual([]);
    },
  );
});
