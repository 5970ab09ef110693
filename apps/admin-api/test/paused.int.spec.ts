import { formIn, linkTo, openPage, send, spaced } from './answer-links';
import { give, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
let key: string;
beforeAll(async () => {
  api = await runApi();
  key = api.keys.coordinator;
});
afterAll(() => api.close());

let made = 0;
const newRequest = () => startRequest(api, `paused-${(made += 1)}`);
const answer = { command: 'record-answer', data: { answers: { efforts: 'Liikuntaa.' } } };
const reason = { reason: 'Kunta selvittää asiaa.' };

describe('a paused workflow', () => {
  it('refuses steps with its own code, says why and how to go on, and goes on', async () => {
    const id = await newRequest();
    const paused = workflowIn(await give(api, key, id, { command: 'pause', data: reason }, { version: 3 }));
    expect(paused).toMatchObject({
      status: 'open',
      title: 'Requested (paused)',
      paused: { on: '2026-06-01', ...reason },
      waitingFor: [{ part: 'coordinator', organisations: ['09'] }],
      deadlines: [{ name: 'answer', dueOn: '2026-08-17', status: 'paused' }],
    });
    expect(paused.availableCommands.map(({ name, title }) => [name, title])).toEqual([
      ['reschedule', 'Move the reply date'],
      ['withdraw', 'Withdraw the request'],
      ['resume', 'Resume'],
      ['attach-document', 'Attach a document'],
    ]);
    const refused = await give(api, key, id, answer, {
      version: paused.version,
      headers: { 'Accept-Language': 'fi' },
    });
    expect(refused.status).toBe(409);
    expect(problemIn(refused)).toMatchObject({
      code: 'paused',
      detail:
        'Toiminto ”Anna vastaus” ei ole mahdollinen: työnkulku keskeytettiin maanantaina\u00a01.6.2026. Syy: ”Kunta selvittää asiaa.” Jatka työnkulkua ensin toiminnolla ”Jatka”.',
      allowed: ['reschedule', 'withdraw', 'resume', 'attach-document'],
    });
    const { version } = paused;
    const on = workflowIn(await give(api, key, id, { command: 'resume', data: reason }, { version }));
    expect(on).toMatchObject({ paused: null, title: 'Requested', deadlines: [{ status: 'open' }] });
  });

  it('takes what its respondent says, on a page that tells of the pause', async () => {
    const id = await newRequest();
    const page = await linkTo(api, id);
    await give(api, key, id, { command: 'pause', data: reason }, { version: 3 });
    const opened = await openPage(api, page);
    const text = spaced(opened.text);
    expect(text).toContain('Hyvinvointialue on keskeyttänyt asian toistaiseksi.');
    expect(text).toContain('Vastaa viimeistään maanantaina 17.8.2026 klo 16.15.');
    const form = formIn(opened, 'record-answer');
    expect((await send(api, page, form, { 'answers.efforts': 'Liikuntaa.' })).status).toBe(303);
    expect(workflowIn(await request(api, key, `/v1/workflows/${id}`))).toMatchObject({ state: 'received.answered' });
  });

  it('is reopened after its end, and the log names each step', async () => {
    const id = await newRequest();
    const ended = workflowIn(await give(api, key, id, { command: 'withdraw', data: reason }, { version: 3 }));
    expect(ended).toMatchObject({ status: 'cancelled', endedOn: '2026-06-01' });
    expect(ended.availableCommands.map(({ name }) => name)).toEqual(['reopen', 'attach-document']);
    const { version } = ended;
    const again = workflowIn(await give(api, key, id, { command: 'reopen', data: reason }, { version }));
    expect(again).toMatchObject({ status: 'open', endedOn: null, state: 'open.requested' });
    const { items } = (await request(api, key, `/v1/workflows/${id}/events`)).body as {
      items: { type: string; title?: string }[];
    };
    expect(items.filter(({ title }) => title).map(({ type, title }) => [type, title])).toEqual([
      ['InformationRequested', 'Ask for an answer'],
      ['RequestWithdrawn', 'Withdraw the request'],
      ['WorkflowReopened', 'Reopen'],
    ]);
  });
});
