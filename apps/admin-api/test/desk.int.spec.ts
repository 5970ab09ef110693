import { sql } from '../../../test/support/requests';
import { unescaped } from './answer-links';
import { browserPath, Reader } from './browser';
import { DeskVisitor, formTo, readable } from './desk-visitor';
import { requestData } from './request-data';
import { type Answer, give, request, type RunningApi, runApi, startRequest } from './running-api';
import { sealLog } from './seal-log';

let api: RunningApi;
let asked: string;
let answered: string;
let visitor: DeskVisitor;
let task: string;
let seat = 0;

beforeAll(async () => {
  api = await runApi();
  asked = await startRequest(api, 'asked');
  answered = await startRequest(api, 'answered', requestData({ organisation: '098' }));
  await startRequest(api, 'later', requestData({ organisation: '398' }));
  const answer = { command: 'record-answer', data: { answers: { efforts: 'Liikuntaa.' }, handledOn: '2026-05-30' } };
  const given = await give(api, api.keys.coordinator, answered, answer, { version: 3 });
  if (given.status !== 200) throw new Error(given.text);
  task = await api.store.tasks.open({
    county: '09',
    kind: 'nobody-reached',
    key: `${asked}/nobody-reached`,
    workflow: asked,
    organisation: '016',
  });
  await sealLog(api, '09');
  visitor = await DeskVisitor.signIn(api, api.keys.coordinator);
});
afterAll(() => api.close());

const commandPath = (id: string, command: string) => `/desk/workflows/${id}/commands/${command}`;
const newRequest = () => {
  seat += 1;
  return startRequest(api, `desk-${seat}`);
};
const versionOf = async (id: string) => (await api.store.workflows.read('09', id))?.version;

describe('today', () => {
  it('says who owes an answer to what, in words', async () => {
    const page = await visitor.get('/desk');
    expect(page.status).toBe(200);
    const cells = [...page.text.matchAll(/<th role="rowheader" scope="row">([^<]*)<\/th>([\s\S]*?)<\/tr>/g)];
    const said = new Map(
      cells.map(([, name = '', row = '']) => [name, readable({ ...page, text: `<body>${row}` }).trim()]),
    );
    expect(said.get('Asikkalan kunta')).toContain('Odottaa vastausta , viimeistään ma 17.8.2026');
    expect(said.get('Hollolan kunta')).toContain('Vastattu');
    expect(said.get('Heinolan kaupunki')).toBe('Ei pyydetty');
    expect(readable(page)).toContain('Pyyntöä ei ole vahvistettu saaduksi – Asikkalan kunta');
  });

  it('is sorted by link', async () => {
    const order = async (by: string) =>
      [...(await visitor.get(`/desk?order=${by}`)).text.matchAll(/<th role="rowheader" scope="row">([^<]*)/g)].map(
        ([, name]) => name ?? '',
      );
    const byName = await order('name');
    expect(byName).toEqual([...byName].sort((a, b) => a.localeCompare(b, 'fi')));
    expect((await order('due')).slice(0, 2)).toEqual(['Asikkalan kunta', 'Lahden kaupunki']);
    expect((await visitor.get('/desk?order=colour')).status).toBe(422);
  });
});

describe('the list of matters', () => {
  const listed = async (query: string) => {
    const page = await visitor.get(`/desk/workflows${query}`);
    expect([query, page.status]).toEqual([query, 200]);
    return [...page.text.matchAll(/<li class="workflow">\s*<a href="\/desk\/workflows\/([^?"]+)/g)].map(([, id]) => id);
  };

  it('is what is open, what is due next first, until something else is asked for', async () => {
    const [early, late] = ['2026-08-10', '2026-08-20'];
    const [second, first] = [
      await startRequest(api, 'due-late', requestData({ organisation: '081', dueOn: late })),
      await startRequest(api, 'due-early', requestData({ organisation: '081', dueOn: early })),
    ];
    const ended = await startRequest(api, 'ended', requestData({ organisation: '081', dueOn: early }));
    await give(api, api.keys.coordinator, ended, { command: 'withdraw', data: { reason: 'Ei.' } }, { version: 3 });
    expect(await listed('?organisation=081')).toEqual([first, second]);
    const open = await listed('');
    expect(open).toEqual(expect.arrayContaining([asked, first, second]));
    // Answered and not approved yet: it runs without a date.
    expect(open.at(-1)).toBe(answered);
    expect(open).not.toContain(ended);
    expect(open.indexOf(first)).toBeLessThan(open.indexOf(asked));
    expect(open.indexOf(asked)).toBeLessThan(open.indexOf(second));
    expect(await listed('?status=ended')).toEqual([ended]);
    const all = await listed('?status=&definition=information-request&year=2026&due=&organisation=');
    expect(all).toEqual([...open, ended]);
    expect(await listed('?definition=board-handling')).toEqual([]);
    expect(await listed('?year=2027')).toEqual([]);
    expect(await listed('?due=soon')).toEqual([]);
    expect(await listed('?page=2')).toEqual([]);
    expect((await visitor.get('/desk/workflows?status=colour')).status).toBe(422);
  });

  it('says how each stands, whom it waits for and until when', async () => {
    const page = await visitor.get('/desk/workflows?organisation=016');
    expect(readable(page)).toMatch(/Asikkalan kunta .*maanantai 17\.8\.2026.* Tila: .* Odotetaan: .*Asikkalan kunta/);
    const menu = await visitor.get('/desk');
    expect(menu.text).toMatch(/<a href="\/desk\/workflows\?lang=fi"\s*>Asiat<\/a/);
  });

  it('is read page by page, and goes on where the front page stops', async () => {
    const filter = { isOpen: true };
    const whole = await api.store.overviews.list('09', filter, { limit: 50 });
    const [one, two] = [
      await api.store.overviews.list('09', filter, { limit: 2 }),
      await api.store.overviews.list('09', filter, { limit: 2, skip: 2 }),
    ];
    expect([one.total, ...one.items, ...two.items]).toEqual([whole.total, ...whole.items.slice(0, 4)]);
    const more = Array.from({ length: 51 }, (_, seat) =>
      requestData({ organisation: seat < 40 ? '398' : '098', dueOn: '2026-06-05' }),
    );
    const ids: string[] = [];
    for (const [seat, data] of more.entries()) ids.push(await startRequest(api, `many-${seat}`, data));
    const front = await visitor.get('/desk');
    expect(readable(front)).toContain('Näiden lisäksi muita: 41');
    const link = unescaped(/href="([^"]*due=soon[^"]*)"/.exec(front.text)?.[1] ?? '').replace('/desk/workflows', '');
    const shown = await listed(link);
    expect(shown).toHaveLength(50);
    expect([...shown, ...(await listed(`${link}&page=2`))].sort()).toEqual(ids.sort());
    const first = await visitor.get('/desk/workflows?due=soon&organisation=398');
    expect(first.text).not.toContain('page=2');
    expect((await visitor.get('/desk/workflows?due=soon')).text).toContain('due=soon&amp;status=open&amp;page=2');
  });
});

describe('a command', () => {
  it('is looked at first, and done when it is confirmed', async () => {
    const id = await newRequest();
    const form = await visitor.get(commandPath(id, 'return-for-completion'));
    expect(form.status).toBe(409);
    const page = await visitor.get(commandPath(id, 'withdraw'));
    const preview = await visitor.send(page, /withdraw/, { reason: 'Ei enää <tarvita>.', do: 'preview' });
    expect([preview.status, await versionOf(id)]).toEqual([200, 3]);
    expect(readable(preview)).toContain('Näin tapahtuu');
    expect(readable(preview)).toContain('Ei enää <tarvita>.');
    expect(readable(preview)).toContain('Mitään ei ole vielä tehty.');
    const edited = await visitor.send(preview, /withdraw/, { do: 'edit' });
    expect(readable(edited)).toContain('Ei enää <tarvita>.');
    const done = await visitor.send(preview, /withdraw/, { do: 'confirm' });
    expect(done.status).toBe(303);
    const after = await visitor.get(done.headers.get('location') ?? '');
    expect(readable(after)).toContain('Tehty: Peru pyyntö');
    // Sent twice it is done once.
    const version = await versionOf(id);
    expect((await visitor.send(preview, /withdraw/, { do: 'confirm' })).status).toBe(303);
    expect(await versionOf(id)).toBe(version);
  });

  it('records an answer on behalf of a municipality, with its rows and its note', async () => {
    const id = await newRequest();
    const matter = await visitor.get(`/desk/workflows/${id}`);
    expect(readable(matter)).toContain('Kirjaa organisaation puolesta');
    const page = await visitor.get(commandPath(id, 'record-received-answer'));
    expect(page.status).toBe(200);
    const values = { 'answers.efforts': 'Soittivat.', receivedOn: '2026-06-01', note: 'Puhelimitse.' };
    const preview = await visitor.send(page, /record-received/, { ...values, do: 'preview' });
    expect([preview.status, readable(preview)]).toEqual([200, expect.stringContaining('Soittivat.')]);
    const done = await visitor.send(preview, /record-received/, { do: 'confirm' });
    expect(done.status).toBe(303);
    const events = await api.store.events.ofStream('09', id, { after: 0, limit: 50 });
    expect(events.find(({ type }) => type === 'AnswerReceived')?.note).toBe('Puhelimitse.');
    expect(readable(await visitor.get(`/desk/workflows/${id}`))).toContain('Puhelimitse.');
  });

  it('says next to the field and above what is wrong', async () => {
    const id = await newRequest();
    const page = await visitor.get(commandPath(id, 'reschedule'));
    const wrong = await visitor.send(page, /reschedule/, { reason: '', dueOn: 'ensi viikolla', do: 'preview' });
    expect([wrong.status, await versionOf(id)]).toEqual([422, 3]);
    expect(wrong.text).toContain('href="#reschedule-dueOn"');
    expect(wrong.text).toContain('id="reschedule-dueOn-error"');
    expect(wrong.text).toContain('value="ensi viikolla"');
    expect(wrong.text).toMatch(/<title>Virhe: /);
  });

  it('says plainly that somebody was faster, and keeps what was written', async () => {
    const id = await newRequest();
    const page = await visitor.get(commandPath(id, 'reschedule'));
    const preview = await visitor.send(page, /reschedule/, {
      reason: 'Kokous siirtyi.',
      dueOn: '2026-08-18',
      do: 'preview',
    });
    expect(preview.status).toBe(200);
    const other = await give(
      api,
      api.keys.admin,
      id,
      { command: 'pause', data: { reason: 'Odotetaan.' } },
      { version: 3 },
    );
    const resumed = await give(
      api,
      api.keys.admin,
      id,
      { command: 'resume', data: { reason: 'Jatketaan.' } },
      { version: (await versionOf(id)) ?? 0 },
    );
    expect([other.status, resumed.status]).toEqual([200, 200]);
    const version = await versionOf(id);
    const late = await visitor.send(preview, /reschedule/, { do: 'confirm' });
    expect([late.status, await versionOf(id)]).toEqual([412, version]);
    expect(readable(late)).toContain('Joku ehti ennen sinua');
    expect(late.text).toContain('value="2026-08-18"');
    const again = await visitor.send(late, /reschedule/, {
      reason: 'Kokous siirtyi.',
      dueOn: '2026-08-18',
      do: 'preview',
    });
    expect((await visitor.send(again, /reschedule/, { do: 'confirm' })).status).toBe(303);
  });

  it('that no form of ours sends is refused', async () => {
    const id = await newRequest();
    const { action, fields } = formTo(await visitor.get(commandPath(id, 'withdraw')), /withdraw/);
    const posts = [
      { ...fields, reason: 'x', more: 'y', do: 'confirm' },
      { ...fields, form: 'mine', reason: 'x', do: 'confirm' },
    ];
    for (const values of posts) expect((await visitor.post(action, values)).status).toBe(400);
    expect(await versionOf(id)).toBe(3);
  });

  it('that was proposed says why it cannot be confirmed any more', async () => {
    const id = await newRequest();
    const by = { id: 'key:x', role: 'admin' } as const;
    await api.store.proposals.set('09', ['information-request/withdraw'], by);
    const wanted = { command: 'withdraw', data: { reason: 'Ei tarvita.' } };
    expect((await give(api, api.keys.coordinator, id, wanted, { version: 3 })).status).toBe(202);
    await api.store.proposals.set('09', [], by);
    const paused = { command: 'pause', data: { reason: 'Odotetaan.' } };
    expect((await give(api, api.keys.coordinator, id, paused, { version: 3 })).status).toBe(200);
    const admin = await DeskVisitor.signIn(api, api.keys.admin);
    const late = await admin.send(await admin.get(`/desk/workflows/${id}`), /proposals/, { do: 'preview' });
    expect([late.status, readable(late)]).toEqual([412, expect.stringContaining('Tätä ei voi enää vahvistaa')]);
    expect(late.text).not.toContain('value="confirm"');
    expect((await admin.send(late, /proposals/, { do: 'reject' })).status).toBe(303);
    expect(await api.store.proposals.list('09', id, { openOnly: false })).toMatchObject([{ state: 'rejected' }]);
  });

  it('is only proposed where the county wants a second person, who finds it in the matter', async () => {
    const id = await newRequest();
    await api.store.proposals.set('09', ['information-request/withdraw'], { id: 'key:x', role: 'admin' });
    const page = await visitor.get(commandPath(id, 'withdraw'));
    const preview = await visitor.send(page, /withdraw/, { reason: 'Ei tarvita.', do: 'preview' });
    expect(readable(preview)).toContain('toinen henkilö vahvistaa');
    const proposed = await visitor.send(preview, /withdraw/, { do: 'confirm' });
    const own = await visitor.get(proposed.headers.get('location') ?? '');
    expect(readable(own)).toContain('Ehdotettu: Peru pyyntö');
    expect(own.text).not.toMatch(/value="(confirm|preview)"/);
    const admin = await DeskVisitor.signIn(api, api.keys.admin);
    const matter = await admin.get(`/desk/workflows/${id}`);
    expect(readable(matter)).toContain('Ei tarvita.');
    expect(matter.text).not.toContain('value="confirm"');
    // What no button of ours says decides nothing.
    for (const values of [{}, { do: 'edit' }])
      expect((await admin.send(matter, /proposals/, values as Record<string, string>)).status).toBe(400);
    const { action, fields } = formTo(matter, /proposals/);
    const unknown = await admin.post(action.replace(/proposals\/[^?]+/, 'proposals/09-nothing'), {
      ...fields,
      do: 'reject',
    });
    expect([unknown.status, readable(unknown)]).toEqual([404, expect.stringContaining('Tällaista ehdotusta ei ole.')]);
    expect(readable(unknown)).not.toContain('/v1/');
    const looked = await admin.send(matter, /proposals/, { do: 'preview' });
    expect([looked.status, await versionOf(id)]).toEqual([200, 3]);
    for (const said of ['Näin tapahtuu: Peru pyyntö', 'Ei tarvita.', 'Asian tila sen jälkeen', 'Lähtevät viestit'])
      expect(readable(looked)).toContain(said);
    const confirmed = await admin.send(looked, /proposals/, { do: 'confirm' });
    await api.store.proposals.set('09', [], { id: 'key:x', role: 'admin' });
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('done=withdraw'),
    ]);
    expect((await api.store.workflows.read('09', id))?.status).toBe('cancelled');
  });
});

it('is where the bare address leads a browser, and no program', async () => {
  const asked = async (Accept: string) => (await request(api, undefined, '/', { headers: { Accept } })).status;
  const page = await request(api, undefined, '/', { headers: { Accept: 'text/html,application/xml;q=0.9,*/*;q=0.8' } });
  expect([page.status, page.headers.get('location')]).toEqual([303, '/desk']);
  expect([await asked('*/*'), await asked('application/json')]).toEqual([404, 404]);
});

it('says while mail is stopped that none leaves, and promises no time', async () => {
  const { admin } = api.keys;
  const turn = (held: boolean) =>
    request(api, admin, '/v1/mail/hold', { method: 'PUT', json: { held, reason: 'Rekisteriä korjataan.' } });
  const path = commandPath(asked, 'withdraw');
  const pages = async () => {
    const preview = await visitor.send(await visitor.get(path), /withdraw/, { reason: 'Ei.', do: 'preview' });
    return [await visitor.get('/desk'), await visitor.get('/desk/notifications'), preview].map(readable);
  };
  const said = /pysäytetty.*Alkaen .*Rekisteriä korjataan\./;
  expect((await turn(true)).status).toBe(200);
  const held = await pages();
  expect((await turn(false)).status).toBe(200);
  const free = await pages();
  expect([held.map((page) => said.test(page)), free.map((page) => said.test(page))]).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
  const mailsIn = (page: string | undefined) =>
    /Lähtevät viestit(.*?)(?:Alkavat asiat|Tehtävät|Tapahtumat)/.exec(page ?? '')?.[1];
  expect(mailsIn(free[2])).toMatch(/klo/);
  expect(mailsIn(held[2])).not.toMatch(/klo/);
});

it('closes a task with a note', async () => {
  const key = `${asked}/closed-at-the-desk`;
  const id = await api.store.tasks.open({ county: '09', kind: 'contact-bounced', key, organisation: '016' });
  const page = await visitor.get(`/desk/tasks/${id}`);
  const empty = await visitor.send(page, /close/, { note: '  ' });
  expect([empty.status, readable(empty)]).toEqual([422, expect.stringContaining('Kirjoita, mitä tehtiin.')]);
  const closed = await visitor.send(page, /close/, { note: 'Soitettu kirjaamoon.' });
  const after = await visitor.get(closed.headers.get('location') ?? '');
  expect(readable(after)).toContain('Tehtävä on suljettu.');
  expect((await api.store.tasks.read('09', id))?.note).toBe('Soitettu kirjaamoon.');
});

it('sends a message once more with a reason, and says why not', async () => {
  const id = `${await newRequest()}.n3`;
  const page = await visitor.get(`/desk/notifications/${id}`);
  expect((await visitor.send(page, /resend/, { reason: 'x' })).status).toBe(422);
  const early = await visitor.send(page, /resend/, { reason: 'Ei löydy.' });
  expect([early.status, early.text.includes('id="reason-error"')]).toEqual([409, true]);
  await sql(
    api.database.superuserUrl,
    `update vuosikello.notification set state = 'rejected', sent_at = now() where id = '${id}'`,
  );
  const again = await visitor.send(await visitor.get(`/desk/notifications/${id}`), /resend/, { reason: 'Ei löydy.' });
  expect([again.status, again.headers.get('location')]).toEqual([303, `/desk/notifications/${id}.r1?lang=fi&done=`]);
  expect(readable(await visitor.get(again.headers.get('location') ?? ''))).toContain('Viesti lähetetään uudelleen.');
});

it('tells the log in plain words, page by page and narrowed down', async () => {
  await sealLog(api, '09');
  const page = await visitor.get('/desk/log');
  expect(readable(page)).toContain('Tapahtumaloki');
  const size = await api.store.events.size('09');
  const seen: string[] = [];
  for (let path: string | undefined = '/desk/log'; path !== undefined;) {
    const shown: Answer = await visitor.get(path);
    seen.push(...[...shown.text.matchAll(/<time datetime="([^"]*)"/g)].map(([, at]) => at ?? ''));
    path = /href="(\/desk\/log\?[^"]*before=\d+[^"]*)"/.exec(shown.text)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toHaveLength(size);
  const own = await visitor.get(`/desk/log?workflow=${answered}&organisation=&from=&to=`);
  expect(readable(own)).toContain('vastau');
  expect(own.text).toContain(`href="/desk/workflows/${answered}?lang=fi"`);
  expect((await visitor.get('/desk/log?workflow=09.nothing')).status).toBe(404);
  expect((await visitor.get('/desk/log?from=eilen')).status).toBe(422);
});

it('narrows lists down, and shows the duties', async () => {
  const duties = await visitor.get('/desk/duties');
  expect(readable(duties)).toContain('612/2021');
  expect(readable(await visitor.get('/desk/duties?year=&status=fulfilled'))).not.toContain('Asikkala 612/2021');
  const mails = await visitor.get(`/desk/notifications?organisation=098&state=&workflow=`);
  expect([mails.text.includes(`${answered}.n`), mails.text.includes(`${asked}.n`)]).toEqual([true, false]);
  expect((await visitor.get('/desk/tasks?status=closed&organisation=')).text).not.toContain(`/desk/tasks/${task}`);
});

it('speaks the language of the browser, or the one that was chosen', async () => {
  for (const [language, said] of [
    ['sv', 'Vad som har begärts av vem'],
    ['en', 'What has been asked of whom'],
  ] as const)
    for (const [path, headers] of [
      ['/desk', { 'Accept-Language': language }],
      [`/desk?lang=${language}`, {}],
    ] as const)
      expect(readable(await visitor.get(path, headers))).toContain(said);
});

(browserPath ? describe : describe.skip)('in a browser', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.open();
  });
  afterAll(() => reader.close());

  async function pages(language: string): Promise<[name: string, markup: string][]> {
    const get = async (path: string) => (await visitor.get(path, { 'Accept-Language': language })).text;
    const command = await visitor.get(commandPath(asked, 'reschedule'), { 'Accept-Language': language });
    const { action, fields } = formTo(command, /reschedule/);
    const post = async (values: Record<string, string>) => (await visitor.post(action, { ...fields, ...values })).text;
    return [
      ['sign-in', (await request(api, undefined, `/desk/sign-in?lang=${language}`)).text],
      ['today', await get('/desk')],
      ['workflow', await get(`/desk/workflows/${asked}`)],
      ['answered', await get(`/desk/workflows/${answered}`)],
      ['command', command.text],
      ['answer', await get(commandPath(asked, 'record-received-answer'))],
      ['wrong', await post({ reason: '', dueOn: 'x', do: 'preview' })],
      ['preview', await post({ reason: 'Kokous siirtyi.', dueOn: '2026-08-18', do: 'preview' })],
      ['matters', await get('/desk/workflows?status=')],
      ['tasks', await get('/desk/tasks')],
      ['task', await get(`/desk/tasks/${task}`)],
      ['notifications', await get('/desk/notifications')],
      ['notification', await get(`/desk/notifications/${asked}.n3`)],
      ['duties', await get('/desk/duties')],
      ['log', await get('/desk/log')],
    ];
  }

  it.each(['fi', 'sv'])('has nothing for axe to find, and nothing wider than the screen (%s)', async (language) => {
    for (const [name, markup] of await pages(language))
      for (const width of [320, 1200]) {
        expect([name, width, await reader.violations(markup, width)]).toEqual([name, width, []]);
      }
  });

  it('is used with the keyboard alone and without scripts', async () => {
    const id = await newRequest();
    const context = await reader.browser.newContext({ javaScriptEnabled: false, locale: 'fi-FI' });
    const page = await context.newPage();
    const complaints: string[] = [];
    // That signing out clears what was kept is told, and is no complaint.
    page.on('console', (message) => {
      if (!message.text().startsWith('Clear-Site-Data')) complaints.push(message.text());
    });
    await page.goto(`${api.url}${commandPath(id, 'withdraw')}`);
    await page.getByLabel('Avain').fill(api.keys.coordinator);
    await page.keyboard.press('Enter');
    await page.waitForURL(/commands\/withdraw/);
    // The first stop of the keyboard leads past the menu.
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main');
    await page.getByLabel('Syy').focus();
    await page.keyboard.type('Ei tarvita.');
    await page.getByRole('button', { name: 'Katso, mitä tapahtuu' }).press('Enter');
    await page.getByRole('button', { name: 'Vahvista ja tee' }).press('Enter');
    await page.waitForURL(/done=withdraw/);
    expect(await page.getByRole('status').textContent()).toContain('Tehty: Peru pyyntö');
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).press('Enter');
    await page.waitForURL(/sign-in/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
