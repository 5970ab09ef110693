import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { disposableList, disposalResult } from '../src/disposals/disposal.schema';
import { notificationList } from '../src/notifications/notification.view';
import { recordList } from '../src/records/record.schema';
import { workflowEvents } from '../src/workflows/workflow.schema';
import { browserPath, Reader } from './browser';
import { DeskVisitor } from './desk-visitor';
import { give, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';
import { pdf } from './sample-files';
import { sealLog } from './seal-log';

let api: RunningApi;
let id: string;
beforeAll(async () => {
  api = await runApi();
  id = await startRequest(api, 'records');
  const attach = (query: string, content: Buffer, version: number) =>
    request(api, api.keys.coordinator, `/v1/workflows/${id}/documents?${query}`, {
      method: 'POST',
      body: new Uint8Array(content),
      headers: { 'Content-Type': 'application/pdf', 'If-Match': `"${version}"` },
    });
  await attach('title=Esitys&publicity=public&name=P%C3%A4%C3%A4t%C3%B6s.pdf', pdf, 3);
  await attach('title=Liite&publicity=restricted', Buffer.concat([pdf, Buffer.from('% 2')]), 4);
  const answers = { efforts: 'Liikuntaa <b>lapsille</b> 🙂', topics: 'Nuoret.' };
  const said = { answers, body: 'Hyvinvointilautakunta', section: '36' };
  const { key } = await api.store.keys.create({ county: '09', role: 'coordinator', label: 'Kirjaajan avain' });
  const answered = workflowIn(await give(api, key, id, { command: 'record-answer', data: said }, { version: 5 }));
  const registered = { command: 'register-answer', data: { caseNumber: '539/00.04.01/2026' }, note: 'Saapui ajoissa.' };
  await give(api, key, id, registered, { version: answered.version });
});
afterAll(() => api.close());

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function dossier(key: string, { accept = '*/*', language = 'fi', of = id } = {}) {
  const headers = { Authorization: `Bearer ${key}`, Accept: accept, 'Accept-Language': language };
  const response = await fetch(`${api.url}/v1/workflows/${of}/dossier`, { headers });
  return { status: response.status, headers: response.headers, content: new Uint8Array(await response.arrayBuffer()) };
}
const textOf = (files: Record<string, Uint8Array>, name: string) => Buffer.from(files[name] ?? []).toString('utf8');

it('lists records with their classes, in the register and in the workflow', async () => {
  const { body } = await request(api, api.keys.service, `/v1/records?workflow=${id}&limit=2`);
  const page = recordList.parse(body);
  expect(page.items.map(({ id: one, kind, publicity, document }) => [one, kind, publicity, document])).toEqual([
    ['r1', 'document', 'public', 'd1'],
    ['r2', 'document', null, 'd2'],
  ]);
  const rest = await request(api, api.keys.service, `/v1/records?workflow=${id}&cursor=${page.next}`);
  const [answer] = recordList.parse(rest.body).items;
  expect(answer).toMatchObject({
    kind: 'answer',
    caseNumber: '539/00.04.01/2026',
    retention: { years: 10 },
    year: 2026,
  });
  const standing = workflowIn(await request(api, api.keys.admin, `/v1/workflows/${id}`));
  expect(standing.records.map((record) => record.id)).toEqual(['r1', 'r2', 'r3']);
  const none = await request(api, api.keys.admin, '/v1/records?publicity=secret&disposeBefore=2100-01-01');
  expect(recordList.parse(none.body)).toEqual({ items: [], next: null });
});

it('gives a dossier that can be read, checked and filed without us', async () => {
  const { status, headers, content } = await dossier(api.keys.auditor);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(headers.get('content-disposition')).toBe(`attachment; filename="vuosikello-${id}.zip"`);
  expect(Buffer.compare(content, (await dossier(api.keys.admin)).content)).toBe(0);
  const files = unzipSync(content);
  const folder = `workflows/${id}`;
  const names = Object.keys(files);
  expect(names).toEqual(expect.arrayContaining(['metadata.json', 'index.html', 'diagram.svg', 'dossier.pdf']));
  expect(names.filter((name) => name.includes('/documents/'))).toEqual([
    `${folder}/documents/d1-Päätös.pdf`,
    `${folder}/documents/d2-Liite.pdf`,
  ]);
  const sums = textOf(files, 'SHA256SUMS')
    .trim()
    .split('\n')
    .map((line) => line.split('  '));
  expect(sums.map(([, name]) => name)).toEqual(names.filter((name) => name !== 'SHA256SUMS'));
  for (const [sum, name = ''] of sums) expect([name, hashOf(files[name] ?? new Uint8Array())]).toEqual([name, sum]);

  expect(JSON.parse(textOf(files, 'metadata.json'))).toMatchObject({
    ...{ format: 'vuosikello-dossier/1', identifier: id, caseNumbers: ['539/00.04.01/2026'], publicity: null },
    ...{ retention: { years: 10 }, status: 'open', createdAt: '2026-06-01T06:00:00.000Z' },
    organisation: { code: '09', name: 'Päijät-Hämeen hyvinvointialue' },
  });
  const page = textOf(files, `${folder}/index.html`);
  expect(page).toContain('<html lang="fi">');
  expect(page).toContain('Liikuntaa &lt;b&gt;lapsille&lt;&#x2F;b&gt;');
  expect(page).toContain('Saapui ajoissa.');
  expect(page).toContain('Vastauspyyntö: Ennakkotehtävä, vuosi 2027 – Asikkalan kunta');
  expect(page).toMatch(/<dt>Peruste<\/dt><dd>laki [^<]*; vastaaminen on vapaaehtoista<\/dd>/);
  expect(page).toMatch(/tekijä: koordinaattori \(key:[^)]+\); AnswerReceived/);
  expect(page).toMatch(/<dt>key:[^<]+<\/dt><dd>rajapinta-avain, jonka rooli on koordinaattori \(”Kirjaajan avain”\)/);
  const { events, mails } = JSON.parse(textOf(files, `${folder}/workflow.json`)) as {
    events: { type: string; words: { fi: string }; data: unknown }[];
    mails: { id: string; template: string; messageId: string | null; events: unknown[] }[];
  };
  expect(events.find(({ type }) => type === 'AnswerReceived')).toMatchObject({
    words: { fi: expect.stringMatching(/kirjasi Asikkalan kunnan vastauksen/) as unknown },
  });
  expect(mails.map(({ template }) => template)).toEqual(
    expect.arrayContaining(['advance-assignment', 'registry-copy']),
  );
});

it('has a PDF/A that carries its fonts, colours, language and metadata', async () => {
  const paper = Buffer.from(unzipSync((await dossier(api.keys.admin)).content)['dossier.pdf'] ?? []).toString('latin1');
  const embedded = [...paper.matchAll(/\/FontName \/\w+\+(Roboto-\w+)[\s\S]{0,400}?\/FontFile2 \d+ 0 R/g)].map(
    ([, name]) => name,
  );
  expect(embedded.sort()).toEqual(['Roboto-Bold', 'Roboto-Regular']);
  const used = new Set([...paper.matchAll(/\/BaseFont \/\w+\+(\S+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(['Roboto-Bold', 'Roboto-Regular']);
  expect(paper).not.toMatch(/\/BaseFont \/(?!\w+\+)/);
  expect(paper).toMatch(/\/OutputIntents \[\d+ 0 R\]/);
  expect(paper).toMatch(/\/S \/GTS_PDFA1/);
  expect(paper).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(paper).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  expect(Buffer.from(paper, 'latin1').toString('utf8')).toMatch(/<rdf:li xml:lang="x-default">[^<]*Vastauspyyntö/);
  expect(paper).toMatch(/\/Lang \(fi-FI\)/);
  expect(paper).toMatch(/\/MarkInfo \d+ 0 R/);
  expect(paper).toMatch(/\/Marked true/);
  expect(paper).toMatch(/\/StructTreeRoot \d+ 0 R/);
  expect(paper).not.toMatch(/\/(JavaScript|Launch|Encrypt|AA)\b/);
});

it('leaves out what is not public for those who neither handle nor audit, and speaks the reader’s language', async () => {
  const files = unzipSync((await dossier(api.keys.service, { language: 'sv' })).content);
  expect(Object.keys(files).filter((name) => name.includes('/documents/'))).toEqual([
    `workflows/${id}/documents/d1-Päätös.pdf`,
  ]);
  for (const [name, content] of Object.entries(files))
    if (name !== 'dossier.pdf') expect([name, Buffer.from(content).includes('Liikuntaa')]).toEqual([name, false]);
  for (const file of Object.values(files)) expect(Buffer.from(file).includes('Kirjaajan avain')).toBe(false);
  expect(textOf(files, `workflows/${id}/index.html`)).toContain('Innehållet är inte med');

  const asked = await dossier(api.keys.admin, { accept: 'application/json' });
  const whole = JSON.parse(Buffer.from(asked.content).toString()) as {
    metadata: { identifier: string };
    workflows: { id: string; documents: { file: { sha256: string } }[] }[];
  };
  expect([whole.metadata.identifier, whole.workflows[0]?.documents[0]?.file.sha256]).toEqual([id, hashOf(pdf)]);
  expect((await dossier(api.keys.admin, { accept: 'image/png' })).status).toBe(406);
  expect((await dossier(api.keys.admin, { of: '09.nothing' })).status).toBe(404);
  expect((await dossier(api.keys.admin, { of: '17.nothing' })).status).toBe(404);
});

it('keeps one rule of what is not public, whatever shows it', async () => {
  const owed = await request(api, api.keys.admin, `/v1/notifications?workflow=${id}`);
  const mails = notificationList.parse(owed.body).items;
  expect(mails.length).toBeGreaterThan(0);
  const wanted = ['information-request/return-for-completion'];
  const admin = { id: 'key:x', role: 'admin' } as const;
  await api.store.proposals.set('09', wanted, admin);
  const hidden = 'https://asiat.example.invalid/jako/s-1';
  const about = { title: 'Jaettu liite', publicity: 'restricted', link: hidden };
  const before = workflowIn(await request(api, api.keys.admin, `/v1/workflows/${id}`));
  const linked = { command: 'attach-document', data: about };
  expect((await give(api, api.keys.coordinator, id, linked, { version: before.version })).status).toBe(200);
  const missing = { reason: 'Lukumäärä puuttuu.', dueOn: '2026-08-18' };
  const returned = { command: 'return-for-completion', data: missing, note: 'Sovittiin eilen.' };
  const { version } = workflowIn(await request(api, api.keys.admin, `/v1/workflows/${id}`));
  expect((await give(api, api.keys.coordinator, id, returned, { version })).status).toBe(202);
  const said = ['Liikuntaa', 'Saapui ajoissa', 'Lukumäärä puuttuu', 'Sovittiin eilen', hidden];
  const visitors = new Map<string, DeskVisitor>();
  for (const key of [api.keys.admin, api.keys.service, api.keys.operator])
    visitors.set(key, await DeskVisitor.signIn(api, key));
  const matter = 'Ennakkotehtävä, vuosi 2027';
  for (const path of ['/desk', `/desk/workflows/${id}`]) {
    const titles = async (key: string) => (await visitors.get(key)?.get(path))?.text ?? '';
    expect(await titles(api.keys.admin)).toContain(matter);
    for (const key of [api.keys.service, api.keys.operator]) {
      const page = await titles(key);
      expect([path, page.includes(matter), page.includes('Vastauspyyntö')]).toEqual([path, false, true]);
    }
  }
  const seenBy = async (key: string, path: string, accept = 'application/json') => {
    const program = { Authorization: `Bearer ${key}`, Accept: accept };
    const person = { Cookie: visitors.get(key)?.cookie ?? '', 'Accept-Language': 'fi' };
    const response = await fetch(`${api.url}${path}`, { headers: path.startsWith('/desk') ? person : program });
    const whole = await response.text();
    return { status: response.status, seen: said.filter((words) => whole.includes(words)), whole };
  };
  const workflow = `/v1/workflows/${id}`;
  const told = workflowEvents.parse((await request(api, api.keys.admin, `${workflow}/events`)).body).items;
  const shows: [string, string[]][] = [
    [workflow, ['Liikuntaa', 'Lukumäärä puuttuu', 'Sovittiin eilen', hidden]],
    [`${workflow}?asOf=${told.at(-1)?.at}`, ['Liikuntaa', hidden]],
    [`${workflow}/events`, ['Liikuntaa', 'Saapui ajoissa', hidden]],
    [`${workflow}/dossier`, ['Liikuntaa', 'Saapui ajoissa', hidden]],
    [`${workflow}/proposals`, ['Lukumäärä puuttuu', 'Sovittiin eilen']],
    [`/desk/workflows/${id}`, ['Saapui ajoissa', 'Lukumäärä puuttuu', 'Sovittiin eilen', hidden]],
  ];
  for (const [path, open] of shows) {
    expect([path, (await seenBy(api.keys.admin, path)).seen]).toEqual([path, open]);
    for (const key of [api.keys.service, api.keys.operator]) {
      const { status, seen, whole } = await seenBy(key, path);
      expect([path, status, seen, whole.includes(id)]).toEqual([path, 200, [], true]);
    }
  }
  const { whole } = await seenBy(api.keys.service, `${workflow}/events`);
  const events = (JSON.parse(whole) as { items: { type: string; data: unknown; words: string }[] }).items;
  expect(events.every(({ data, words }) => data === null && words !== '')).toBe(true);
  expect(await seenBy(api.keys.service, workflow)).toMatchObject({ whole: expect.stringContaining('"withheld":true') });
  const page = textOf(unzipSync((await dossier(api.keys.service)).content), `workflows/${id}/index.html`);
  expect(page).toContain('linkki ei ole mukana');
  expect(page).not.toContain('s-1');
  for (const { id: mail } of mails) {
    const body = (await request(api, api.keys.service, `/v1/notifications/${mail}`)).body as object;
    expect(body).toMatchObject({ subject: null, text: null, html: null });
    expect((await seenBy(api.keys.service, `/v1/notifications/preview?notification=${mail}`)).status).toBe(403);
  }
  for (const accept of ['application/json', 'application/x-ndjson', 'text/csv'])
    expect((await seenBy(api.keys.service, `/v1/events?workflow=${id}`, accept)).status).toBe(403);
  await api.store.proposals.set('09', [], admin);
});

(browserPath ? it : it.skip)('has nothing for axe to find in the pages of a dossier', async () => {
  const reader = await Reader.open();
  try {
    for (const [key, language, width] of [
      [api.keys.admin, 'fi', 360],
      [api.keys.service, 'sv', 900],
    ] as const) {
      const files = unzipSync((await dossier(key, { language })).content);
      const pages = Object.keys(files).filter((name) => name.endsWith('.html'));
      expect(pages).toContain(`workflows/${id}/index.html`);
      for (const name of pages) expect([name, await reader.violations(textOf(files, name), width)]).toEqual([name, []]);
    }
  } finally {
    await reader.close();
  }
});

it('proves its events once they are signed, to a stranger who has the key', async () => {
  expect(Object.keys(unzipSync((await dossier(api.keys.admin)).content))).not.toContain('log.ndjson');
  const key = await sealLog(api, '09');
  const files = unzipSync((await dossier(api.keys.admin)).content);
  expect(textOf(files, 'index.html')).toContain('check.html');
  expect(textOf(files, 'check.html')).toContain('node verify-log.mjs log.ndjson');
  expect(textOf(files, `workflows/${id}/index.html`)).toMatch(/tapahtuma 1, sija lokissa \d+, /);
  const { events } = JSON.parse(textOf(files, `workflows/${id}/workflow.json`)) as { events: unknown[] };
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
  try {
    const verified = (bundle: string) => {
      writeFileSync(join(folder, 'log.ndjson'), bundle);
      const verifier = join(__dirname, '../../../verifier/verify-log.mjs');
      return execFileSync(process.execPath, [verifier, join(folder, 'log.ndjson'), '--key', key], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    };
    const bundle = textOf(files, 'log.ndjson');
    expect(bundle.split('\n').filter((line) => line.includes(`\\"stream\\":\\"${id}\\"`))).toHaveLength(events.length);
    expect(verified(bundle)).toContain(`Signed by: ${key}`);
    expect(() => verified(bundle.replace('Liikuntaa', 'Ravintoa'))).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
  // What is left out would stand in the proofs.
  expect(Object.keys(unzipSync((await dossier(api.keys.service)).content))).not.toContain('log.ndjson');
});

it('disposes of nothing but by an administrator, after a try, when its time has come', async () => {
  const dispose = (key: string, more: object = {}) =>
    request(api, key, '/v1/disposals', {
      method: 'POST',
      json: { workflows: [id], reason: 'Aika on täynnä.', ...more },
    });
  const outcomeOf = async (more: object = {}) =>
    disposalResult.parse((await dispose(api.keys.admin, more)).body).items[0]?.outcome;
  expect((await dispose(api.keys.coordinator)).status).toBe(403);
  expect(problemIn(await dispose(api.keys.admin, { workflows: ['17.x'] })).code).toBe('unknown-id');
  expect(await outcomeOf({ dryRun: false })).toBe('open');
  const standing = workflowIn(await request(api, api.keys.admin, `/v1/workflows/${id}`));
  const accepted = await give(
    api,
    api.keys.admin,
    id,
    { command: 'accept-answer', data: {} },
    { version: standing.version },
  );
  expect(workflowIn(accepted).status).toBe('closed');
  expect(await outcomeOf()).toBe('too-early');
  const due = async (query = '') =>
    disposableList.parse((await request(api, api.keys.auditor, `/v1/disposals${query}`)).body).items;
  expect(await due()).toEqual([]);
  expect(await due('?before=2037-01-02')).toMatchObject([{ workflow: id, disposableFrom: '2037-01-01', records: 4 }]);
  await api.setClock('2037-01-01T00:01:00+02:00');
  expect(await outcomeOf({ dryRun: false })).toBe('unsealed');
  await sealLog(api, '09');
  expect(await outcomeOf()).toBe('disposable');
  expect(await outcomeOf({ dryRun: false })).toBe('disposed');
  expect(await outcomeOf({ dryRun: false })).toBe('unknown');
  for (const path of [`/v1/workflows/${id}`, `/v1/workflows/${id}/events`, `/v1/workflows/${id}/dossier`]) {
    const problem = problemIn(await request(api, api.keys.admin, path));
    expect([problem.status, problem.code]).toEqual([410, 'disposed-of']);
    expect(problem.detail).toContain('Information request 2026-06-01 – 2026-06-01');
  }
  expect(await api.store.replay.run()).toEqual({ streams: 0, disposed: 1, differences: [] });
});
