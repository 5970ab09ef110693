import { sql } from '../../../test/support/requests';
import { formIn, linkTo, openPage, send, spaced } from './answer-links';
import { give, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

let made = 0;
const newRequest = () => startRequest(api, `handed-${(made += 1)}`);
const colleague = { name: 'Kaisa Kollega', email: 'kaisa.kollega@asikkala.example.invalid', language: 'sv' };
const formOn = async (page: string) => formIn(await openPage(api, page), 'hand-over');
const workflowAt = async (id: string) => workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));
const colleaguesOf = (workflow: string) =>
  sql(api.database.superuserUrl, `select name, email from vuosikello.colleague where workflow = '${workflow}'`);

/** A link as it comes with the newest mail that is owed. */
async function newestLink(workflow: string): Promise<string> {
  const { items } = await api.store.notifications.list('09', { workflow }, { limit: 50 });
  const numbered = items.map(({ id }) => ({ id, no: Number(id.split('.n').at(-1)) })).sort((a, b) => b.no - a.no);
  const notification = numbered[0]?.id ?? '';
  const expiresAt = '2026-12-31T00:00:00.000Z' as never;
  return `/r/${await api.store.links.issue({ county: '09', workflow, notification, contact: null, expiresAt })}`;
}

it('sends a link to the colleague, and the earlier ones open nothing any more', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const draft = formIn(await openPage(api, page), 'record-answer');
  await send(api, page, draft, { do: 'draft', 'answers.efforts': 'Aloitin tätä.' });
  const sent = await send(api, page, await formOn(page), colleague);
  expect(sent.status).toBe(303);

  const old = await openPage(api, page);
  expect(old.status).toBe(410);
  expect(spaced(old.text)).toContain(
    'Vastaaminen siirrettiin organisaatiossanne toiselle henkilölle maanantaina 1.6.2026 klo 9.00.',
  );
  expect(old.text).not.toMatch(/Kaisa|kaisa|<form/);
  expect(old.text).toContain('mailto:');
  const late = await send(api, page, draft, { 'answers.efforts': 'Vanhalla linkillä.' });
  expect(late.status).toBe(410);
  expect(late.text).toContain('Vanhalla linkillä.');

  const { items } = await api.store.notifications.list('09', { workflow: id }, { limit: 50 });
  const owed = items.find(({ template }) => template === 'handed-over');
  const { data } = await workflowAt(id);
  const { assignedTo } = data as { assignedTo: string };
  expect(owed).toMatchObject({ to: { organisation: '016', audience: `contact:${assignedTo}` }, link: true });
  // What asked for the answer and had not left yet does not go to the one who no longer answers.
  expect(items.find(({ template }) => template === 'advance-assignment')?.state).toBe('suppressed');
  const events = JSON.stringify(await api.store.workflows.events('09', id, { after: 0, limit: 100 }));
  expect(events).toContain(assignedTo);
  expect(events).not.toMatch(/Kaisa|kaisa/);
  const register = await api.store.register.withColleagues('09');
  expect(register?.contacts.find((contact) => contact.id === assignedTo)).toMatchObject({ ...colleague, of: '016' });
  const known = await request(api, api.keys.coordinator, `/v1/contacts/${assignedTo}`);
  expect(known.text).toContain('Kaisa Kollega');

  const own = await newestLink(id);
  const opened = await openPage(api, own);
  expect(formIn(opened, 'record-answer').fields['answers.efforts']).toBe('Aloitin tätä.');
  expect((await send(api, own, formIn(opened, 'record-answer'), {})).status).toBe(303);
  const receipt = (await api.store.notifications.list('09', { workflow: id }, { limit: 50 })).items.find(
    ({ template }) => template === 'receipt',
  );
  expect(receipt?.to.audience).toBe(`contact:${assignedTo}`);
});

it('is done once when it is sent twice', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const form = await formOn(page);
  const to = { ...colleague, email: 'kahdesti@asikkala.example.invalid' };
  const both = await Promise.all([1, 2].map(() => send(api, page, form, to)));
  expect(both.map(({ status }) => status).filter((status) => status !== 410)).toContain(303);
  const events = await api.store.workflows.events('09', id, { after: 0, limit: 100 });
  expect(events.filter(({ type }) => type === 'RequestHandedOver')).toHaveLength(1);
  expect(await colleaguesOf(id)).toHaveLength(1);
});

it('goes to the contact whom the register has at that address', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const known = api.register.contacts.find(
    ({ of, roles }) => of === '016' && roles.some(({ role }) => role === 'manager'),
  );
  await send(api, page, await formOn(page), {
    ...colleague,
    email: known?.email.toUpperCase().replace(/@.*/, (part) => part.toLowerCase()) ?? '',
  });
  expect((await workflowAt(id)).data).toMatchObject({ assignedTo: known?.id });
  expect(await colleaguesOf(id)).toEqual([]);
});

it.each([
  ['no name', { name: ' ' }, 'Anna nimi'],
  ['a name of two lines', { name: 'Kaisa\nBcc: x' }, 'Anna nimi'],
  ['no address', { email: '' }, 'Anna yksi sähköpostiosoite'],
  ['two addresses', { email: 'a@asikkala.example.invalid, b@asikkala.example.invalid' }, 'Anna yksi sähköpostiosoite'],
  ['a header', { email: 'a@asikkala.example.invalid\r\nBcc: evil@x.test' }, 'Anna yksi sähköpostiosoite'],
  ['a stranger', { email: 'kuka.tahansa@muualla.test' }, 'asikkala.example.invalid'],
])('is refused with %s, and nothing is written', async (_, wrong, says) => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const sent = await send(api, page, await formOn(page), { ...colleague, ...wrong });
  expect(sent.status).toBe(422);
  expect(sent.text).toContain('aria-invalid="true"');
  expect(sent.text).toContain(says);
  expect(formIn(sent, 'hand-over').fields.language).toBe('sv');
  expect((await workflowAt(id)).version).toBe(3);
  expect(await colleaguesOf(id)).toEqual([]);
});

it('shows a name with markup as text', async () => {
  const page = await linkTo(api, await newRequest());
  const evil = '<script>alert(1)</script>{{7*7}}';
  const sent = await send(api, page, await formOn(page), { ...colleague, name: evil, email: evil });
  expect(sent.text).not.toContain('<script');
  expect(formIn(sent, 'hand-over').fields.name).toBe(evil);
});

it('is done five times at most', async () => {
  const id = await newRequest();
  let page = await linkTo(api, id);
  for (let time = 1; time <= 5; time += 1) {
    const to = { ...colleague, email: `kollega.${time}@asikkala.example.invalid` };
    expect((await send(api, page, await formOn(page), to)).status).toBe(303);
    page = await newestLink(id);
  }
  const sent = await send(api, page, await formOn(page), colleague);
  expect(sent.status).toBe(409);
  expect(sent.text).toContain('Pyyntö on siirretty jo 5 kertaa.');
  expect(await colleaguesOf(id)).toHaveLength(5);
});

it('is taken back by the coordinator: whoever was asked first is asked anew, with a new link', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  await send(api, page, await formOn(page), colleague);
  const colleaguesLink = await newestLink(id);
  const { version } = await workflowAt(id);
  const taken = await give(api, api.keys.coordinator, id, { command: 'take-back-hand-over', data: {} }, { version });
  expect(taken.status).toBe(200);
  for (const old of [colleaguesLink, page]) {
    const gone = await openPage(api, old);
    expect(gone.status).toBe(410);
    expect(gone.text).toContain('Uusi linkki tulee sähköpostilla sille, jolta vastausta pyydettiin alun perin.');
    expect(gone.text).not.toContain('on lähetetty hänelle');
  }
  expect((await openPage(api, await newestLink(id))).status).toBe(200);
  const again = await give(
    api,
    api.keys.coordinator,
    id,
    { command: 'take-back-hand-over', data: {} },
    { version: workflowIn(taken).version },
  );
  expect(again.text).toContain('illegal-step');
});
