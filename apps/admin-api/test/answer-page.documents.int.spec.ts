import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { sql } from '../../../test/support/requests';
import { formIn, linkTo, openPage, sendFiles, spaced } from './answer-links';
import { request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

let made = 0;
const newRequest = () => startRequest(api, `files-${(made += 1)}`);
const pdf = (text: string, name = 'Liite 1 äö.pdf') => ({ name, content: `%PDF-1.7\n${text}` });
const formOn = async (page: string) => formIn(await openPage(api, page), 'record-answer');
const filesOf = (workflow: string) =>
  sql(api.database.superuserUrl, `select name from vuosikello.answer_draft_file where workflow = '${workflow}'`);
const leftOnDisk = () => readdirSync(tmpdir()).filter((name) => name.startsWith('vuosikello-upload-'));
const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024).fill(0x20);

it('are added with what was typed, listed with their size, and can be taken away before sending', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const files = [
    pdf('x'.repeat(400_000)),
    { name: 'luvut.csv', content: 'a;b\n1;2\n', type: 'application/vnd.ms-excel' },
  ];
  const added = await sendFiles(api, page, await formOn(page), { do: 'add', 'answers.efforts': 'Liitteineen.' }, files);
  expect(added.status).toBe(303);
  const opened = await openPage(api, page);
  expect(spaced(opened.text)).toContain('Liite 1 äö.pdf (391 kt)');
  expect(spaced(opened.text)).toContain('luvut.csv (1 kt)');
  expect(formIn(opened, 'record-answer').fields).toMatchObject({ 'answers.efforts': 'Liitteineen.' });
  const [, csv = ''] = /luvut\.csv[\s\S]*?value="(remove:[0-9a-f]{64})"/.exec(opened.text) ?? [];
  await sendFiles(api, page, formIn(opened, 'record-answer'), { do: csv }, []);
  expect(await filesOf(id)).toEqual([{ name: 'Liite 1 äö.pdf' }]);
});

it('go with the answer in one step: its event names them, the county reads them, the receipt lists them', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const sent = await sendFiles(api, page, await formOn(page), { do: 'send', 'answers.efforts': 'Ohessa.' }, [
    pdf('yksi', 'yksi.pdf'),
    pdf('kaksi', 'kaksi.pdf'),
  ]);
  expect(sent.status).toBe(303);
  const events = await api.store.workflows.events('09', id, { after: 3, limit: 100 });
  const facts = events.filter(({ kind }) => kind === 'fact');
  expect(facts.map(({ type }) => type)).toEqual(['DocumentAttached', 'DocumentAttached', 'AnswerReceived']);
  expect(facts.at(-1)?.data).toMatchObject({ documents: ['d1', 'd2'] });
  const workflow = workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));
  expect(workflow.data).toMatchObject({ answer: { documents: ['d1', 'd2'] } });
  expect(workflow.documents).toMatchObject([
    { title: 'yksi.pdf' },
    { title: 'kaksi.pdf', file: { name: 'kaksi.pdf' } },
  ]);
  // What the files are called may name people: it is beside the log, and beside what is folded from it.
  expect(JSON.stringify([events, await api.store.workflows.read('09', id)])).not.toMatch(/yksi\.pdf|kaksi\.pdf/);
  expect((await api.store.replay.run('09')).differences).toEqual([]);
  const file = await request(api, api.keys.coordinator, `/v1/workflows/${id}/documents/d2`);
  expect(file.text).toBe('%PDF-1.7\nkaksi');
  const receipt = await openPage(api, sent.headers.get('location') ?? '');
  expect(receipt.text).toContain('yksi.pdf');
  expect(await filesOf(id)).toEqual([]);
});

it('sent twice at once with the answer make one answer', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const form = await formOn(page);
  const both = await Promise.all(
    [1, 2].map(() => sendFiles(api, page, form, { do: 'send', 'answers.efforts': 'Kerran.' }, [pdf('kerran')])),
  );
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  const events = await api.store.workflows.events('09', id, { after: 0, limit: 100 });
  expect(events.filter(({ type }) => type === 'AnswerReceived')).toHaveLength(1);
  expect(events.filter(({ type }) => type === 'DocumentAttached')).toHaveLength(1);
});

it('stay with an answer that is corrected', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  await sendFiles(api, page, await formOn(page), { do: 'send', 'answers.efforts': 'Ensin.' }, [
    pdf('yksi', 'yksi.pdf'),
  ]);
  const form = formIn(await openPage(api, page), 'correct-answer');
  expect(form.fields['answers.efforts']).toBe('Ensin.');
  const sent = await sendFiles(api, page, form, { do: 'send', 'answers.efforts': 'Korjattu.' }, [
    pdf('kaksi', 'kaksi.pdf'),
  ]);
  expect(sent.status).toBe(303);
  const { data, state } = workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`));
  expect(state).toBe('received.answered');
  expect(data).toMatchObject({ answer: { answers: { efforts: 'Korjattu.' }, documents: ['d1', 'd2'] } });
});

it.each([
  ['a program', { name: 'ohjelma.pdf', content: 'MZ\u0090\u0000' }, 415, 'Windows-ohjelma'],
  [
    'one that is not what its name says',
    { name: 'taulukko.xlsx', content: '%PDF-1.7' },
    415,
    'sisällöltään se on PDF-tiedosto',
  ],
  ['an empty one', { name: 'tyhja.pdf', content: '' }, 422, 'Tiedosto ”tyhja.pdf” on tyhjä.'],
  ['one of 30 MB', { name: 'suuri.txt', content: megabytes(30) }, 413, '25 Mt'],
])('%s is refused with what was typed kept in the form, and nothing is written', async (_, file, status, says) => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const form = await formOn(page);
  const sent = await sendFiles(api, page, form, { do: 'send', 'answers.efforts': 'Tallella.' }, [pdf('hyvä'), file]);
  expect(sent.status).toBe(status);
  expect(sent.text).toContain(says);
  expect(formIn(sent, 'record-answer').fields).toMatchObject({ 'answers.efforts': 'Tallella.', draft: '0' });
  expect(await filesOf(id)).toEqual([]);
  expect(workflowIn(await request(api, api.keys.coordinator, `/v1/workflows/${id}`)).version).toBe(3);
  expect(leftOnDisk()).toEqual([]);
});

it('more than can be read at once are answered with a page, unread', async () => {
  const page = await linkTo(api, await newRequest());
  const three = ['1.txt', '2.txt', '3.txt'].map((name) => ({ name, content: megabytes(24) }));
  const sent = await sendFiles(api, page, await formOn(page), { do: 'add' }, three);
  expect(sent.status).toBe(413);
  expect(sent.text).toContain('Tiedostot ovat liian suuria');
});

it('more than a draft may have are refused together', async () => {
  const id = await newRequest();
  const page = await linkTo(api, id);
  const many = Array.from({ length: 6 }, (_, index) => pdf(`${index}`, `${index}.pdf`));
  await sendFiles(api, page, await formOn(page), { do: 'add' }, many);
  const more = many.map(({ name }, index) => pdf(`toinen ${index}`, name));
  const sent = await sendFiles(api, page, await formOn(page), { do: 'add' }, more);
  expect(sent.status).toBe(413);
  expect(sent.text).toContain('Tiedostoja ei lisätty');
  expect(await filesOf(id)).toHaveLength(6);
});

it('markup and paths in a name are names and nothing else', async () => {
  const page = await linkTo(api, await newRequest());
  await sendFiles(api, page, await formOn(page), { do: 'add' }, [pdf('x', '<img src=x onerror=alert(1)>{{7*7}}.pdf')]);
  const { text } = await openPage(api, page);
  expect(text).not.toContain('<img');
  expect(spaced(text)).toContain('onerror=alert(1)');
});
