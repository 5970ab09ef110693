import { languages } from '@app/domain';
import { formIn, linkTo, openPage, send, spaced } from './answer-links';
import { requestData } from './request-data';
import { request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
let started = 0;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const open = (page: string) => openPage(api, page);
const newRequest = (changes: object = {}) => {
  started += 1;
  return startRequest(api, `board-${started}`, requestData(changes as never));
};
const eventsOf = (id: string) => api.store.workflows.events('09', id, { after: 0, limit: 200 });

/** The result of the negotiation, for a municipality's board to handle. */
const resultToHandle = {
  organisation: '111',
  preparedBy: 'respondent',
  subject: 'negotiation-result',
  about: '2027',
  title: {
    fi: 'Hyte-vuosineuvottelun tulos 2027',
    sv: 'Resultatet av förhandlingen 2027',
    en: 'Result of the negotiation 2027',
  },
  bodies: [
    {
      id: '111-hyvinvointilautakunta',
      name: { fi: 'Hyvinvointilautakunta', sv: 'Välfärdsnämnden' },
      meetings: ['2026-10-20', '2026-11-17', '2026-12-15'],
      materialsDaysBefore: 7,
      extractDaysAfter: 4,
      presenter: null,
      plannedOn: null,
    },
  ],
  due: { on: '2026-11-30', basis: 'requested' },
  proposal: null,
  document: 'https://paijatha.example.invalid/tulos.pdf',
  closes: '16:15',
};

describe('an answer that a body gives', () => {
  it('is announced with the bodies and meetings of the register, and the page says when the agenda closes', async () => {
    const asked = await open(await linkTo(api, await newRequest()));
    const text = spaced(asked.text);
    expect(text).toContain('viimeinen kokous ennen vastauspäivää on tiistai 11.8.2026 (Hyvinvointilautakunta).');
    expect(text).toContain('Sen esityslista sulkeutuu tiistaina 4.8.2026.');
    expect(asked.text).toContain('<option value="Hyvinvointilautakunta"></option>');
    expect(asked.text).toContain('<option value="Kunnanhallitus"></option>');
    expect(asked.text).toContain('<option value="2026-08-11"></option>');
    expect(asked.text).not.toContain('Kaupunginhallitus');
    expect(text).toContain('tiistai 9.6.2026. Esityslista sulkeutuu: tiistai 2.6.2026');
  });

  it('has a text for the agenda to download, as text and as a page, in the language that is asked for', async () => {
    const page = await linkTo(api, await newRequest());
    const before = await open(page);
    const [link = ''] = /\/r\/[^"]*agenda-item[^"]*format=txt/.exec(before.text) ?? [];
    const text = await request(api, undefined, link.replaceAll('&amp;', '&'));
    expect(text.status).toBe(200);
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.headers.get('content-disposition')).toBe('attachment; filename=esityslistateksti.txt');
    expect(text.headers.get('cache-control')).toBe('no-store');
    expect(text.headers.get('referrer-policy')).toBe('no-referrer');
    expect(spaced(text.text)).toMatchSnapshot();
    const inSwedish = await request(api, undefined, `${page}/agenda-item?lang=sv`);
    expect(spaced(inSwedish.text)).toMatchSnapshot();
    const inEnglish = await request(api, undefined, `${page}/agenda-item?lang=en`);
    expect(spaced(inEnglish.text)).toMatchSnapshot();
    const asPage = await request(api, undefined, `${page}/agenda-item?format=html&lang=fi`);
    expect(asPage.headers.get('content-disposition')).toContain('.html');
    expect(spaced(asPage.text)).toContain('<h2>Päätösehdotus</h2>');
    expect(asPage.text).toContain('<li>Mitkä olivat tärkeimmät toimenne?</li>');
  });

  it('has such a text for a matter that the bodies only handle', async () => {
    const started = await request(api, api.keys.coordinator, '/v1/workflows', {
      method: 'POST',
      json: { definition: 'board-handling', key: 'handled', data: resultToHandle },
    });
    const page = await linkTo(api, workflowIn(started).id);
    const text = spaced((await open(page)).text);
    expect(text).toContain('Viimeinen kokous ennen vastauspäivää on tiistai 17.11.2026. Sen esityslista sulkeutuu');
    const items = await Promise.all(
      languages.map((language) => request(api, undefined, `${page}/agenda-item?lang=${language}`)),
    );
    expect(items.map((item) => `\n${spaced(item.text)}`).join('\n---\n')).toMatchSnapshot();
    await send(api, page, formIn(await open(page), 'place-on-agenda'), { meetingOn: '20.10.2026' });
    expect(spaced((await open(page)).text)).toContain('<strong>Ilmoitettu:</strong> tiistaina 20.10.2026');
    const placed = await request(api, undefined, `${page}/agenda-item`);
    expect(spaced(placed.text)).toContain('Hyvinvointilautakunta, tiistai 20.10.2026');
  });

  it('is filled in with what was announced, once that meeting has been held; opening changes nothing', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'announce-handling');
    await send(api, page, form, { body: 'Kunnanhallitus', meetingOn: '15.6.2026' });
    const announced = await open(page);
    expect(spaced(announced.text)).toContain('<strong>Ilmoitettu:</strong> Kunnanhallitus, maanantaina 15.6.2026');
    expect(formIn(announced, 'record-answer').fields).toMatchObject({ body: '', handledOn: '' });
    const item = spaced((await request(api, undefined, `${page}/agenda-item`)).text);
    expect(item).toContain('Kunnanhallitus, maanantai 15.6.2026');
    expect(item).toContain('Kunnanhallitus päättää antaa hyvinvointialueelle liitteen mukaisen vastauksen.');
    const events = await eventsOf(id);
    await api.setClock('2026-06-16T09:00:00+03:00');
    expect(formIn(await open(page), 'record-answer').fields).toMatchObject({
      body: 'Kunnanhallitus',
      handledOn: '2026-06-15',
    });
    await api.setClock('2026-06-01T09:00:00+03:00');
    expect(await eventsOf(id)).toEqual(events);
  });

  it('goes to the registry in copy, with the body, the day and the section', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await open(page), 'record-answer');
    const answer = {
      'answers.efforts': 'Liikuntaa.',
      body: 'Hyvinvointilautakunta',
      handledOn: '2026-05-19',
      section: '91',
    };
    expect((await send(api, page, form, answer)).status).toBe(303);
    const { items } = await api.store.notifications.list('09', { workflow: id }, { limit: 20 });
    expect(items.filter(({ template }) => template === 'registry-copy')).toMatchObject([
      { to: { organisation: '09', audience: 'registry' }, state: 'queued' },
    ]);
  });

  it('is not asked for once the answer has been given', async () => {
    const page = await linkTo(api, await newRequest());
    const before = await open(page);
    expect(before.text).toContain('id="board"');
    await send(api, page, formIn(before, 'record-answer'), { 'answers.efforts': 'Annettu.' });
    const after = await open(page);
    expect(after.text).toContain('Teiltä ei odoteta nyt mitään.');
    expect(after.text).not.toContain('id="board"');
  });

  it('is not spoken of to an organisation that has no agenda', async () => {
    const page = await linkTo(
      api,
      await newRequest({ organisation: 'jarjesto-1', organisationKind: 'other', answeringBody: null }),
    );
    expect((await open(page)).text).not.toContain('agenda-item');
    expect((await request(api, undefined, `${page}/agenda-item`)).status).toBe(404);
    expect((await request(api, undefined, `/r/${'A'.repeat(43)}/agenda-item`)).status).toBe(404);
  });
});

describe('an answer that came another way', () => {
  it('is told to have been recorded by the county, how and when it came: in the API, on the page, and in the receipt', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const recorded = await request(api, api.keys.coordinator, `/v1/workflows/${id}/commands`, {
      method: 'POST',
      headers: { 'If-Match': '"3"' },
      json: {
        command: 'record-received-answer',
        data: { answers: { efforts: 'Kirjeestä.' }, receivedOn: '2026-06-01', way: 'letter' },
      },
    });
    expect(workflowIn(recorded).data).toMatchObject({
      answer: { onBehalf: true, way: 'letter', receivedOn: '2026-06-01', on: '2026-06-01', late: false },
    });
    const text = spaced((await open(page)).text);
    expect(text).toContain('Vastaanotettu maanantaina 1.6.2026');
    expect(text).toContain('Hyvinvointialue kirjasi tiedot puolestanne.');
    expect(text).toContain('Kirje');
    const { items } = await api.store.notifications.list('09', { workflow: id }, { limit: 20 });
    expect(items.find(({ template }) => template === 'receipt')).toMatchObject({
      to: { organisation: '016', audience: 'respondent' },
      data: { onBehalf: true, way: 'letter', receivedOn: '2026-06-01' },
    });
  });
});
