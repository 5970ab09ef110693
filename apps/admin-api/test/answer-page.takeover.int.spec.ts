import type { Json } from '@app/workflows';
import { formIn, linkTo, openPage, send, spaced } from './answer-links';
import { requestData } from './request-data';
import { request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

let made = 0;
const newRequest = () => startRequest(api, `taken-over-${(made += 1)}`, requestData());
const workflowAt = async (id: string) => workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));

/** What the engine gives when Heinola takes over. */
async function takeOver(workflow: string, body: Json = null): Promise<void> {
  const answer = await api.store.workflows.give({
    county: '09',
    workflow,
    name: 'succeed',
    data: { organisation: '111', organisationKind: 'municipality', body, reason: 'Kunnat yhdistyvät.' },
    actor: { id: 'merger', role: 'workflow' },
    commandId: `${workflow}-succeed`,
    requestHash: 'succeed',
  });
  expect(answer.outcome).toBe('accepted');
}

/** Lets Heinola take over at the moment when what was opened is about to be given. */
function takeOverBeforeGiving(workflow: string): void {
  const { answers } = api.store;
  const give = answers.give.bind(answers);
  answers.give = async (command) => {
    answers.give = give;
    await takeOver(workflow);
    return give(command);
  };
}

describe('when a successor has taken a request over', () => {
  it('the link of the first says so, names the successor and whom to ask, and takes nothing', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await openPage(api, page), 'record-answer');
    await takeOver(id);

    const opened = await openPage(api, page);
    expect(opened.status).toBe(410);
    const text = spaced(opened.text);
    expect(text).toContain('<h1>Asia on siirtynyt seuraajalle</h1>');
    expect(text).toContain('Asiaa hoitaa nyt: Heinolan kaupunki.');
    expect(text).toMatch(/Kysymyks[\s\S]*mailto:/);
    expect(text).not.toContain('Ennakkotehtävä');
    expect(text).not.toContain('<form');
    expect((await openPage(api, `${page}?lang=sv`)).text).toContain('Ärendet har övergått till efterträdaren');
    expect((await openPage(api, `${page}?lang=en`)).text).toContain('The matter has passed to the successor');

    const sent = await send(api, page, form, { 'answers.efforts': 'Asikkalan teksti.' });
    expect(sent.status).toBe(410);
    expect(sent.text).toContain('Tietojasi ei tallennettu.');
    expect(sent.text).toContain('Asikkalan teksti.');
    expect(await workflowAt(id)).toMatchObject({
      state: 'open.requested',
      data: { organisation: '111', answer: null },
    });
  });

  it('what is just being given is not taken in its name', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    const form = formIn(await openPage(api, page), 'record-answer');
    takeOverBeforeGiving(id);
    const sent = await send(api, page, form, { 'answers.efforts': 'Asikkalan teksti.' });
    expect(sent.status).toBe(410);
    expect(sent.text).toContain('Asikkalan teksti.');
    expect(await workflowAt(id)).toMatchObject({ data: { organisation: '111', answer: null } });
  });

  it('the successor answers with the link of its own mail', async () => {
    const id = await newRequest();
    await takeOver(id);
    const page = await linkTo(api, id, { organisation: '111' });
    const opened = await openPage(api, page);
    expect(opened.status).toBe(200);
    expect(spaced(opened.text)).toContain('Ennakkotehtävä: Heinolan kaupunki');
    const sent = await send(api, page, formIn(opened, 'record-answer'), { 'answers.efforts': 'Heinolan teksti.' });
    expect(sent.status).toBe(303);
    expect(await workflowAt(id)).toMatchObject({ state: 'received.answered', data: { organisation: '111' } });
  });
});
