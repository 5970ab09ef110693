import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  decodeEntries,
  decodeTile,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  fullRoot,
  hashLeaf,
  parseCheckpoint,
  parseNote,
  parseVerifierKeys,
  rootOfInclusion,
  signersOf,
  signNote,
  verifierKeyOf,
} from '@app/ledger';
import { openStore, type Store } from '@app/store';
import { keysFor, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

const witness = generateKeyPairSync('ed25519');
const witnessKey = verifierKeyOf('witness.example.invalid', witness.publicKey);
const own = generateKeyPairSync('ed25519');
const origin = 'log.example.invalid/09';

let api: RunningApi;
let engine: Store;
beforeAll(async () => {
  api = await runApi({ witnesses: parseVerifierKeys(formatVerifierKey(witnessKey)) });
  engine = await openStore({ databaseUrl: api.database.engineUrl, applicationName: 'log-test', poolSize: 1 });
  // More than a full tile.
  for (let count = 0; count < 100; count += 1) await startRequest(api, `log-${count}`);
});
afterAll(async () => {
  await engine.close();
  await api.close();
});

/** Gives all there is its position, as the engine would. */
async function sequence(): Promise<void> {
  while ((await engine.log.behind()).length > 0) await engine.log.sequence('09');
}

async function seal(key: KeyObject = own.privateKey): Promise<void> {
  await engine.log.seal('09', 0, ({ head }) => {
    const text = formatCheckpoint({ origin, ...head });
    return Promise.resolve({ note: formatNote({ text, signatures: [signNote(text, origin, key)] }), events: [] });
  });
}

const bytes = async (path: string, key?: string) => {
  const response = await fetch(`${api.url}${path}`, { headers: key ? { Authorization: `Bearer ${key}` } : {} });
  return { response, content: Buffer.from(await response.arrayBuffer()) };
};

it('gives nothing out before it is signed, then tiles, entries and proofs up to the checkpoint and no further', async () => {
  await sequence();
  expect(problemIn(await request(api, undefined, '/log/09/checkpoint')).code).toBe('no-checkpoint');
  expect(problemIn(await request(api, undefined, '/log/09/tile/0/000')).code).toBe('no-checkpoint');
  expect(problemIn(await request(api, api.keys.auditor, '/v1/events/0/proof')).code).toBe('unknown-position');
  await seal();
  await startRequest(api, 'log-unsigned');
  await sequence();

  const checkpoint = await request(api, undefined, '/log/09/checkpoint');
  expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const { size, root } = parseCheckpoint(parseNote(checkpoint.text).text);
  expect(signersOf(parseNote(checkpoint.text), [verifierKeyOf(origin, own.publicKey)])).toHaveLength(1);
  expect(size).toBeGreaterThan(256);

  const rest = size - 256;
  const full = await bytes('/log/09/tile/0/000');
  expect(full.response.headers.get('content-type')).toBe('application/octet-stream');
  expect(full.response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const [above] = decodeTile((await bytes('/log/09/tile/1/000.p/1')).content);
  expect(above).toEqual(fullRoot(decodeTile(full.content)));
  const leaves = [...decodeTile(full.content), ...decodeTile((await bytes(`/log/09/tile/0/001.p/${rest}`)).content)];
  const entries = await bytes('/log/09/tile/entries/000', api.keys.auditor);
  expect(entries.response.headers.get('cache-control')).toMatch(/^private/);
  expect(decodeEntries(entries.content).map(hashLeaf)).toEqual(leaves.slice(0, 256));

  for (const path of [
    `0/001.p/${rest + 1}`,
    '0/001',
    '0/002.p/1',
    '1/000',
    '2/000.p/1',
    '0/000.p/256',
    '0/0',
    'x/000',
    '63/000',
  ]) {
    const answer = await request(api, undefined, `/log/09/tile/${path}`);
    expect([path, answer.status, problemIn(answer).code]).toEqual([path, 404, 'no-tile']);
  }
  for (const position of ['0', '255', '256', String(size - 1)]) {
    const { body } = await request(api, api.keys.auditor, `/v1/events/${position}/proof`);
    const proven = body as { entry: string; size: number; proof: string[]; checkpoint: string; leafHash: string };
    const proof = proven.proof.map((hash) => Buffer.from(hash, 'hex'));
    expect(proven).toMatchObject({
      size,
      checkpoint: checkpoint.text,
      leafHash: hashLeaf(proven.entry).toString('hex'),
    });
    expect(rootOfInclusion(Number(position), size, hashLeaf(proven.entry), proof)).toEqual(root);
  }
  for (const position of [String(size), '-1', '01', 'x', '99999999999999999999'])
    expect(problemIn(await request(api, api.keys.auditor, `/v1/events/${position}/proof`)).code).toBe(
      'unknown-position',
    );
});

it('shows entries to auditors of the county only', async () => {
  const path = '/log/09/tile/entries/000';
  expect((await request(api, undefined, path)).status).toBe(401);
  expect((await request(api, api.keys.coordinator, path)).status).toBe(403);
  const others = await keysFor(api.store, '07');
  expect((await request(api, others.auditor, path)).status).toBe(404);
  expect(problemIn(await request(api, undefined, '/log/07/checkpoint')).code).toBe('no-checkpoint');
  expect(problemIn(await request(api, undefined, '/log/%2e%2e/checkpoint')).code).toBeDefined();
});

it('takes the line of a witness, and serves it', async () => {
  await sequence();
  await seal();
  const note = (await request(api, undefined, '/log/09/checkpoint')).text;
  const { text, signatures } = parseNote(note);
  const line = signNote(text, witnessKey.name, witness.privateKey);
  const post = (body: string, key = api.keys.service) =>
    request(api, key, '/log/09/checkpoint/cosignatures', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body,
    });
  expect(problemIn(await post('nothing')).code).toBe('not-a-checkpoint');
  expect(problemIn(await post(note)).code).toBe('no-witness');
  const forged = formatNote({
    text,
    signatures: [{ ...line, signature: signatures[0]?.signature ?? Buffer.alloc(64) }],
  });
  expect(problemIn(await post(forged)).code).toBe('no-witness');
  const fork = text.replace(/\n(\d+)\n/, '\n1\n');
  expect(problemIn(await post(formatNote({ text: fork, signatures: [line] }))).code).toBe('unknown-checkpoint');
  expect((await post(formatNote({ text, signatures: [line] }), api.keys.auditor)).status).toBe(403);
  const kept = await post(formatNote({ text, signatures: [line] }));
  expect([kept.status, kept.body]).toEqual([
    200,
    { origin, size: parseCheckpoint(text).size, witnesses: [witnessKey.name] },
  ]);
  const served = await request(api, undefined, '/log/09/checkpoint');
  expect(served.text).toBe(formatNote({ text, signatures: [...signatures, line] }));
});
