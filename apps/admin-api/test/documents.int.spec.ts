import { createHash } from 'node:crypto';
import { sql } from '../../../test/support/requests';
import { give, keysFor, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';
import { docm, docx, exe, html, pdf, svg } from './sample-files';

let api: RunningApi;
let key: string;
beforeAll(async () => {
  api = await runApi();
  key = api.keys.coordinator;
});
afterAll(() => api.close());

let made = 0;
const newRequest = () => startRequest(api, `documents-${(made += 1)}`);
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const about = 'title=P%C3%B6yt%C3%A4kirja&publicity=public&kind=minutes&language=fi';
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const reason = { reason: 'Kunta selvittää asiaa.' };

type Sent = { type?: string; version?: number; query?: string; as?: string; headers?: Record<string, string> };

const upload = (
  id: string,
  content: Buffer,
  { type = 'application/pdf', version = 3, query = about, as = key, headers = {} }: Sent = {},
) =>
  request(api, as, `/v1/workflows/${id}/documents?${query}`, {
    method: 'POST',
    body: new Uint8Array(content),
    headers: { 'Content-Type': type, 'If-Match': `"${version}"`, ...headers },
  });

async function download(id: string, document: string, as = key, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}/v1/workflows/${id}/documents/${document}`, {
    headers: { Authorization: `Bearer ${as}`, ...headers },
  });
  return { status: response.status, headers: response.headers, content: Buffer.from(await response.arrayBuffer()) };
}

const read = async (id: string) => workflowIn(await request(api, key, `/v1/workflows/${id}`));

/** A PDF of this many megabytes; only its beginning says what it is. */
const large = (megabytes: number) => Buffer.concat([pdf], megabytes * 1024 * 1024);

describe('a file', () => {
  it('is attached, listed and downloaded, never shown', async () => {
    const id = await newRequest();
    const attached = await upload(id, pdf);
    expect([attached.status, attached.headers.get('location')]).toEqual([201, `/v1/workflows/${id}/documents/d1`]);
    expect(attached.headers.get('etag')).toBe('"4"');
    const file = { sha256: hashOf(pdf), bytes: pdf.length, mediaType: 'application/pdf', name: 'Pöytäkirja.pdf' };
    expect(workflowIn(attached).documents).toEqual([
      {
        ...{ id: 'd1', title: 'Pöytäkirja', kind: 'minutes', language: 'fi', publicity: 'public', caseNumber: null },
        ...{ supersedes: null, attachedAt: '2026-06-01T06:00:00.000Z', link: null, file },
      },
    ]);
    const { status, headers, content } = await download(id, 'd1', api.keys.operator);
    expect([status, content.equals(pdf)]).toEqual([200, true]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''P%C3%B6yt%C3%A4kirja.pdf",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      etag: `"${hashOf(pdf)}"`,
    });
    const again = await download(id, 'd1', key, { 'If-None-Match': `"${hashOf(pdf)}"` });
    expect([again.status, again.content.length]).toEqual([304, 0]);
  });

  it('leaves its hash in the log, and neither content nor name', async () => {
    const id = await newRequest();
    const text = Buffer.from('Salainen muistio');
    await upload(id, text, { type: 'text/plain', query: `${about}&name=muistio.txt` });
    const events = (await request(api, key, `/v1/workflows/${id}/events?after=3`)).body;
    const file = { sha256: hashOf(text), bytes: 16, mediaType: 'text/plain' };
    const data = {
      document: { id: 'd1', title: 'Pöytäkirja', kind: 'minutes', language: 'fi', publicity: 'public', file },
    };
    expect(events).toMatchObject({ items: [{ type: 'DocumentAttached', title: 'Attach a document', data }] });
    expect(JSON.stringify(events)).not.toMatch(/Salainen|muistio/);
    expect(workflowIn(await request(api, key, `/v1/workflows/${id}`)).documents).toMatchObject([
      { file: { name: 'muistio.txt' } },
    ]);
    expect(await api.store.replay.run()).toMatchObject({ differences: [] });
    expect((await download(id, 'd1')).headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('may have 25 MB and no more, said before or found out', async () => {
    const id = await newRequest();
    const whole = large(24);
    expect((await upload(id, whole)).status).toBe(201);
    const { status, content } = await download(id, 'd1');
    expect([status, hashOf(content)]).toEqual([200, hashOf(whole)]);
    const tooLarge = await upload(id, large(26), { version: 4, headers: { 'Accept-Language': 'fi' } });
    expect([tooLarge.status, problemIn(tooLarge).code]).toEqual([413, 'document-too-large']);
    expect(problemIn(tooLarge).detail).toContain('25 Mt');
    // Without a Content-Length.
    const parts = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 26; part += 1) controller.enqueue(new Uint8Array(large(1)));
        controller.close();
      },
    });
    const streamed = await fetch(`${api.url}/v1/workflows/${id}/documents?${about}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/pdf', 'If-Match': '"4"' },
      body: parts,
      duplex: 'half',
    });
    expect([streamed.status, await streamed.json()]).toMatchObject([413, { code: 'document-too-large' }]);
    expect((await read(id)).documents.map((document) => document.id)).toEqual(['d1']);
  });

  it('leaves the limit of everything else as it was', async () => {
    const id = await newRequest();
    const note = 'x'.repeat(300_000);
    const answer = await give(api, key, id, { command: 'withdraw', data: reason, note }, { version: 3 });
    expect([answer.status, problemIn(answer).code]).toEqual([413, 'body-too-large']);
  });

  it.each([
    ['a program renamed', exe, 'application/pdf', 415, 'document-type'],
    ['Word with macros', docm, docxType, 415, 'document-type'],
    ['HTML', html, 'text/plain', 415, 'document-type'],
    ['SVG', svg, 'image/png', 415, 'document-type'],
    ['Word called PDF', docx, 'application/pdf', 415, 'document-type-mismatch'],
    ['nothing', Buffer.alloc(0), 'application/pdf', 422, 'document-empty'],
  ])('that is %s is refused, and nothing is left of it', async (_, content, type, status, code) => {
    const id = await newRequest();
    const refused = await upload(id, content, { type });
    expect([refused.status, problemIn(refused).code]).toEqual([status, code]);
    expect((await read(id)).version).toBe(3);
    const kept = await sql(
      api.database.superuserUrl,
      `select from vuosikello.document_file where sha256 = decode($1, 'hex') and media_type = $2`,
      [hashOf(content), type],
    );
    expect(kept).toEqual([]);
  });

  it('is refused where its name, its encoding or what is said of it will not do', async () => {
    const id = await newRequest();
    const codes: unknown[] = [];
    for (const sent of [
      { query: `${about}&name=a.exe` },
      { query: `${about}&name=..%2Fa.pdf` },
      { query: 'title=x&publicity=secret' },
      { query: `${about}&supersedes=d7` },
      { query: `${about}&colour=red` },
      { headers: { 'Content-Encoding': 'gzip' } },
      { version: 2 },
    ])
      codes.push(problemIn(await upload(id, pdf, sent)).code);
    expect(codes).toEqual([
      'document-type-mismatch',
      'invalid-data',
      'invalid-data',
      'invalid-data',
      'unknown-field',
      'document-type',
      'version-stale',
    ]);
    const unversioned = await request(api, key, `/v1/workflows/${id}/documents?${about}`, {
      method: 'POST',
      body: new Uint8Array(pdf),
      headers: { 'Content-Type': 'application/pdf' },
    });
    expect([unversioned.status, problemIn(unversioned).code]).toEqual([428, 'version-required']);
  });

  it('is attached once, however often the request is repeated', async () => {
    const id = await newRequest();
    const headers = { 'Idempotency-Key': `once-${id}` };
    const first = await upload(id, pdf, { headers });
    await upload(id, pdf, { version: 4 });
    const again = await upload(id, pdf, { headers });
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(again.body).toEqual(first.body);
    const other = await upload(id, docx, { type: docxType, headers });
    expect([other.status, problemIn(other).code]).toEqual([422, 'idempotency-key-reused']);
    expect((await read(id)).documents).toHaveLength(2);
  });

  it('is asked for a key before it is read, and attached by those who handle the matter only', async () => {
    const id = await newRequest();
    const { service, auditor, operator } = api.keys;
    for (const as of [service, auditor, operator]) expect((await upload(id, pdf, { as })).status).toBe(403);
    expect((await upload(id, pdf, { as: 'vk_unknown' })).status).toBe(401);
    expect((await read(id)).version).toBe(3);
  });

  it('belongs to its county', async () => {
    const id = await newRequest();
    await upload(id, pdf);
    const other = (await keysFor(api.store, '17')).admin;
    expect((await download(id, 'd1', other)).status).toBe(404);
    expect((await upload(id, pdf, { as: other, version: 4 })).status).toBe(404);
    expect((await download(id, 'd2')).status).toBe(404);
    expect((await download('09.no-such', 'd1')).status).toBe(404);
  });

  it('that is restricted is read by those who handle or audit the matter only', async () => {
    const id = await newRequest();
    await upload(id, pdf, { query: 'title=Salainen&publicity=restricted' });
    const statuses = Object.entries(api.keys).map(async ([role, as]) => [role, (await download(id, 'd1', as)).status]);
    expect(Object.fromEntries((await Promise.all(statuses)) as [string, number][])).toEqual({
      ...{ admin: 200, coordinator: 200, auditor: 200, operator: 403, service: 403 },
    });
  });

  it('comes late: while the workflow is paused, and after its end', async () => {
    const id = await newRequest();
    await give(api, key, id, { command: 'pause', data: reason }, { version: 3 });
    const paused = workflowIn(await upload(id, pdf, { version: (await read(id)).version }));
    expect(paused).toMatchObject({ paused: { ...reason }, documents: [{ id: 'd1' }] });
    const ended = workflowIn(
      await give(api, key, id, { command: 'withdraw', data: reason }, { version: paused.version }),
    );
    const late = await upload(id, pdf, { version: ended.version, query: `${about}&supersedes=d1` });
    expect(workflowIn(late)).toMatchObject({ status: 'cancelled', documents: [{ id: 'd2', supersedes: 'd1' }] });
    // The earlier one stays on record.
    expect((await download(id, 'd1')).status).toBe(200);
    expect(await api.store.replay.run()).toMatchObject({ differences: [] });
  });
});

describe('a link', () => {
  it('is attached like any other step, and leads elsewhere', async () => {
    const id = await newRequest();
    const data = { title: 'Esityslista', publicity: 'public', link: 'https://kokoukset.example.invalid/1' };
    const attached = await give(api, key, id, { command: 'attach-document', data }, { version: 3 });
    expect(attached.status).toBe(200);
    expect(workflowIn(attached).documents).toMatchObject([
      { id: 'd1', link: { url: data.link, sha256: null }, file: null },
    ]);
    const elsewhere = await download(id, 'd1');
    expect([elsewhere.status, JSON.parse(elsewhere.content.toString())]).toMatchObject([
      404,
      { code: 'document-elsewhere' },
    ]);
  });

  it('cannot claim that there is a file', async () => {
    const id = await newRequest();
    const file = { sha256: hashOf(pdf), bytes: pdf.length, mediaType: 'application/pdf', name: 'a.pdf' };
    const data = { title: 'Esityslista', publicity: 'public', file };
    const refused = await give(api, key, id, { command: 'attach-document', data }, { version: 3 });
    expect([refused.status, (await read(id)).documents]).toEqual([422, []]);
  });
});
