import { type Json } from '@app/workflows';
import { plannedEntry } from '../../../test/support/example-area';
import { formIn, linkTo, openPage, send, spaced } from './answer-links';
import { request, type RunningApi, runApi, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

const open = (page: string) => openPage(api, page);
const workflowAt = async (id: string) => workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));

/** Starts the handling of a case in the boards of an organisation. */
async function startHandling(key: string, changes: Record<string, unknown>): Promise<string> {
  const negotiation = plannedEntry('hyte-negotiation-2026', api.register).data as { parties: Party[] };
  const started = await request(api, api.keys.coordinator, '/v1/workflows', {
    method: 'POST',
    json: {
      definition: 'board-handling',
      key,
      data: {
        organisation: '111',
        preparedBy: 'respondent',
        subject: 'negotiation-result',
        about: '2027',
        title: { fi: 'Tulos', sv: 'Resultat', en: 'Result' },
        bodies: [{ ...bodyOf(negotiation.parties, '111'), presenter: null, plannedOn: null }],
        due: { on: '2026-11-30', basis: 'requested' },
        proposal: null,
        document: null,
        closes: '16:15',
        ...changes,
      },
    },
  });
  return workflowIn(started).id;
}
type Party = { organisation: string; body: unknown };

function bodyOf(parties: Party[], id: string) {
  return parties.find(({ organisation }) => organisation === id)?.body as Record<string, Json>;
}

describe('the acknowledgement of the result', () => {
  it('is asked for, recorded from the minutes and shown', async () => {
    const id = await startHandling('acknowledgement-111', {});
    const page = await linkTo(api, id);
    const asked = await open(page);
    const text = spaced(asked.text);
    expect(text).toContain('Neuvottelun tulos: Heinolan kaupunki');
    expect(text).toContain('Ilmoita käsittelystä viimeistään maanantaina 30.11.2026 klo 16.15.');
    expect(text).toContain('Toimielimen kokoukset vastauspäivään mennessä: ');
    expect(text).toContain('Tiedon antaminen käsittelystä on vapaaehtoista.');
    expect(text).not.toContain('612/2021');

    const form = formIn(asked, 'record-decision');
    const wrong = await send(api, page, form, { meetingOn: '2026-05-19', section: '91' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Valitse vaihtoehto.');
    const sent = await send(api, page, formIn(wrong, 'record-decision'), {
      decision: 'note-and-forward',
      caseNumber: '539/00.04.01/2026',
    });
    expect(sent.status).toBe(303);
    const receipt = spaced((await open(page)).text);
    expect(receipt).toContain('merkittiin tiedoksi ja lähetettiin edelleen');
    expect(receipt).toContain('tiistai 19.5.2026');
    expect(receipt).not.toContain('Toimielimen kokoukset');
    expect(receipt).toContain('Pyyntö on päättynyt');
    expect((await workflowAt(id)).status).toBe('closed');
  });
});

describe('an acknowledgement that a successor has taken over', () => {
  it('is not recorded with the link of the first; the successor has its own', async () => {
    const id = await startHandling('taken-over-111', {});
    const page = await linkTo(api, id, { organisation: '111' });
    const form = formIn(await open(page), 'record-decision');
    const { parties } = plannedEntry('hyte-negotiation-2026', api.register).data as { parties: Party[] };
    const bodies = [bodyOf(parties, '398')];
    await api.store.workflows.give({
      county: '09',
      workflow: id,
      name: 'succeed',
      data: { organisation: '398', bodies, reason: 'Kunnat yhdistyvät.' },
      actor: { id: 'merger', role: 'workflow' },
      commandId: 'succeed',
      requestHash: 'succeed',
    });
    expect((await open(page)).status).toBe(410);
    const sent = await send(api, page, form, { decision: 'note', meetingOn: '2026-05-19', section: '91' });
    expect(sent.status).toBe(410);
    expect(await workflowAt(id)).toMatchObject({ status: 'open', data: { organisation: '398', decisions: [] } });
    const own = await open(await linkTo(api, id, { organisation: '398' }));
    expect([own.status, spaced(own.text)]).toEqual([200, expect.stringContaining('Lahden kaupunki')]);
  });
});

describe('a request that the page has no words of its own for', () => {
  it('is explained by its definition, and no act is quoted for it', async () => {
    const id = await startHandling('result', {
      organisation: '09',
      preparedBy: 'presenter',
      subject: 'negotiation-result',
      due: null,
    });
    const text = spaced((await open(await linkTo(api, id))).text);
    expect(text).toContain('Toimielinkäsittely: Päijät-Hämeen hyvinvointialue');
    expect(text).toContain('Tilanne: Valmistelussa.');
    expect(text).not.toMatch(/\d+\/\d{4}, \d/);
  });
});
