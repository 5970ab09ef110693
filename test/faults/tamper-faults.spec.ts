import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BundledEvent, formatVerifierKey } from '@app/ledger';
import { madeUpEvent, MemoryLog, verifierKeyFromWord } from '../support/memory-log';
import { verifiedBundle, verifierFile } from '../support/verifier-core';
import { runTamperings } from './tamper-faults';
import { bundleOf, file, logKey, tamperings } from './tampering';

jest.setTimeout(120_000);

/** Follows from nothing but this; `npm run faults -- tamper` takes ten thousand and any seed. */
const seed = 11;

it('catches whatever is done to an export, for whoever kept a checkpoint', async () => {
  const { wrong, kinds } = await runTamperings(330, seed);
  expect(wrong).toEqual([]);
  expect(Object.keys(kinds).sort()).toEqual(Object.keys(tamperings).sort());
});

describe('what cannot be caught', () => {
  const keys = [logKey];
  const scene = async (log: MemoryLog, oldSize: number) => ({
    ...{ log, part: 'whole' as const, lines: await bundleOf(log), pick: (below: number) => below - 1 },
    old: { size: oldSize, note: await log.checkpoint(oldSize) },
  });
  const name = 'rewrite everything and sign it with the true key';

  it('without a checkpoint that was kept: a log that its own signer has rewritten', async () => {
    const given = await scene(new MemoryLog(20), 12);
    const rewritten = (await tamperings[name]?.(given)) as string;
    expect((await verifiedBundle(rewritten, { keys, old: given.old.note })).fault?.code).toBe('old-root');
    expect(await verifiedBundle(rewritten, { keys })).toMatchObject({ fault: null, old: null });
  });

  it('what the signer rewrites behind the end of the checkpoint that was kept', async () => {
    const given = await scene(new MemoryLog(20), 20);
    const rewritten = (await tamperings[name]?.(given)) as string;
    const older = await given.log.checkpoint(19);
    expect(await verifiedBundle(rewritten, { keys, old: older })).toMatchObject({ fault: null, old: { size: 19 } });
  });

  it('without the key: a log of somebody else, which is said', async () => {
    const foreign = file(await bundleOf(new MemoryLog(20), { word: 'a forger' }));
    expect((await verifiedBundle(foreign, { keys })).fault?.code).toBe('signature');
    expect(await verifiedBundle(foreign, { keys: [] })).toMatchObject({ fault: null, keysFrom: 'bundle' });
  });

  it('that a part leaves out the last events of a stream', async () => {
    const log = new MemoryLog(20);
    const lines = await bundleOf(log, { part: { streams: ['09.request-0'] } });
    const last = lines.findLastIndex((line) => line.startsWith('{"position"'));
    const { leaf } = JSON.parse(lines[last] ?? '') as { leaf: string };
    const shortened = file(lines.with(last, JSON.stringify({ gap: 1, hashes: [leaf] })));
    expect(await verifiedBundle(shortened, { keys })).toMatchObject({ fault: null, events: 15 });
  });

  it('that a text is only withheld and not erased; that one is missing is said', async () => {
    const lines = await bundleOf(new MemoryLog(20));
    const line = JSON.parse(lines[1] ?? '') as { texts: object; erased?: string[] };
    const { texts, ...rest } = line;
    const withheld = { ...rest, erased: Object.keys(texts).sort() };
    const report = await verifiedBundle(file(lines.with(1, JSON.stringify(withheld))), { keys });
    expect(report).toMatchObject({ fault: null, erased: [0] });
  });
});

it('says what it has read and by whom it was signed', async () => {
  const log = new MemoryLog(40);
  log.dispose(3);
  const witness = formatVerifierKey(verifierKeyFromWord('a witness', 'witness.example.invalid'));
  const report = await verifiedBundle(file(await bundleOf(log)), { keys: [logKey, witness] });
  expect(report).toMatchObject({ fault: null, events: 40, size: 40, keysFrom: 'you', disposed: [3], notKnown: 0 });
  expect(report.signedBy).toEqual([{ key: logKey, witnessedAt: null }]);
  expect(report.notSigning).toEqual([witness]);
});

it('takes neighbours that changed places across an edge of a part for what they are, and no other hole', async () => {
  const log = new MemoryLog(2_600);
  const verified = async (part?: { from: number; to: number }) =>
    (await verifiedBundle(file(await bundleOf(log, part ? { part } : {})), { keys: [logKey] })).fault;
  const put = (position: number, event: BundledEvent) => (log.events[position] = { ...event, position });
  // Within the stream of the positions 1250 to 1299.
  const [one, other] = [log.events[1_270]!, log.events[1_271]!];
  expect(one.envelope.stream).toBe(other.envelope.stream);
  put(1_270, other);
  put(1_271, one);
  for (const part of [
    undefined,
    { from: 0, to: 1_271 },
    { from: 1_240, to: 1_271 },
    { from: 1_271, to: 1_290 },
    { from: 1_271, to: 2_600 },
  ])
    expect([part, await verified(part)]).toEqual([part, null]);
  // One is not there at all: where no edge is near it is missed.
  put(1_270, madeUpEvent(2_601));
  for (const part of [undefined, { from: 1, to: 2_599 }])
    expect(await verified(part)).toMatchObject({ code: 'sequence', position: 1_272 });
});

it('names the position of the first fault', async () => {
  const lines = await bundleOf(new MemoryLog(40));
  const at = 1 + lines.slice(1).findIndex((line) => line.includes('Beslut'));
  const report = await verifiedBundle(file(lines.with(at, lines[at]?.replace('Beslut', 'Ändrat') ?? '')), {
    keys: [logKey],
  });
  expect(report.fault).toMatchObject({ code: 'text', position: at - 1 });
});

describe('what says nothing about the log', () => {
  const log = new MemoryLog(40);
  const keys = [logKey];
  const fault = async (bundle: string | Uint8Array, old?: string, by: string[] = keys) =>
    (await verifiedBundle(bundle, { keys: by, old })).fault;

  it('a kept checkpoint that was changed, damaged or forged accuses nobody', async () => {
    const bundle = file(await bundleOf(log));
    const kept = await log.checkpoint(33);
    const [origin = '', , root = ''] = kept.split('\n');
    const letter = root.startsWith('A') ? 'B' : 'A';
    const foreign = (await new MemoryLog(33).checkpoint(33, 'a forger')).replace(root, `${letter}${root.slice(1)}`);
    for (const by of [keys, []]) {
      for (const old of [kept.replace('\n33\n', '\n34\n'), kept.replace('\n33\n', '\n3300\n')])
        expect(await fault(bundle, old, by)).toMatchObject({ code: 'old-signature', position: null });
      expect((await fault(bundle, kept.replace(root, `${letter}${root.slice(1)}`), by))?.code).toBe('old-signature');
      expect((await fault(bundle, `${kept.slice(0, -8)}\n`, by))?.code).toBe('old-checkpoint');
    }
    expect(await fault(bundle, foreign)).toMatchObject({ code: 'old-signature' });
    expect((await fault(bundle, foreign.replaceAll(origin, 'another.example.invalid/log')))?.code).toBe('old-origin');
  });

  it('a true checkpoint of a key that is not known is said to be checked by nobody', async () => {
    const bundle = file(await bundleOf(log));
    const old = await log.checkpoint(33, 'a former key');
    expect(await verifiedBundle(bundle, { keys, old })).toMatchObject({
      fault: null,
      old: { size: 33, signed: false },
    });
    const former = formatVerifierKey(verifierKeyFromWord('a former key'));
    const report = await verifiedBundle(bundle, { keys: [logKey, former], old });
    expect(report).toMatchObject({ fault: null, old: { size: 33, signed: true } });
  });

  it('an export that is older than the checkpoint is said to be older, or cut off', async () => {
    const found = await fault(file(await bundleOf(log, { size: 30 })), await log.checkpoint(40));
    expect(found).toEqual({
      code: 'old-shorter',
      position: null,
      detail: 'the checkpoint you kept covers 40 entries, the export 30: it is older, or the log was cut off',
    });
  });

  it('what is no export, or was changed by an editor, is told so', async () => {
    const bundle = file(await bundleOf(log));
    const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60, 0xfe)]);
    for (const [given, words] of [
      [zip, 'or a ZIP with one in it'],
      ['Tervehdys\n', 'an export is not written so'],
      ['', 'the file is empty'],
      [bundle.replaceAll('\n', '\r\n'), 'its lines end with CR LF: an editor or a mail has changed the file'],
    ] as const) {
      const found = await fault(given);
      expect(found).toMatchObject({ code: 'unreadable', position: null });
      expect(found?.detail).toContain(words);
    }
  });
});

it('says what is missing, and where', async () => {
  const lines = await bundleOf(new MemoryLog(40));
  const fault = async (changed: string[]) => (await verifiedBundle(file(changed), { keys: [logKey] })).fault;
  expect(await fault(lines.slice(0, -1))).toMatchObject({ code: 'size', detail: 'the file ends after 39 of 40' });
  const deleted = await fault(lines.toSpliced(11, 1));
  expect(deleted).toMatchObject({ position: 10, detail: 'position 10 is missing: here stands position 11' });
  const repeated = await fault(lines.toSpliced(11, 0, lines[5] ?? ''));
  expect(repeated).toMatchObject({ position: 10, detail: 'an event is out of place: here stands position 4' });
});

it('ends with a code that says what kind of answer it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-codes-'));
  const log = new MemoryLog(12);
  const lines = await bundleOf(log);
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const [good, bad, empty] = [put('a', file(lines)), put('b', file(lines.toSpliced(5, 1))), put('c', '')];
  const forged = put('d', (await log.checkpoint(10)).replace('\n10\n', '\n11\n'));
  const run = (...words: string[]) => spawnSync(process.execPath, [verifierFile, ...words], { encoding: 'utf8' });
  expect(run(good, '--key', logKey).status).toBe(0);
  expect(run(bad, '--key', logKey)).toMatchObject({ status: 1, stdout: expect.stringContaining('FAULT at') as string });
  for (const words of [[empty], [good, '--checkpoint', forged]]) {
    const { status, stdout } = run(...words);
    expect([status, stdout]).toEqual([3, expect.stringMatching(/^NOT VERIFIED \(/m)]);
    expect(stdout).not.toContain('null');
  }
  expect(run(join(folder, 'none')).status).toBe(3);
  expect(run(good, '--key', 'foo').status).toBe(2);
  expect(run().status).toBe(2);
  rmSync(folder, { recursive: true });
});

it('is told when an export leaves out where the kept checkpoint ends', async () => {
  const log = new MemoryLog(40);
  const old = await log.checkpoint(13);
  const part = { from: 20, to: 30 };
  const without = await verifiedBundle(file(await bundleOf(log, { part })), { keys: [logKey], old });
  expect(without.fault?.code).toBe('old-not-covered');
  const within = await verifiedBundle(file(await bundleOf(log, { part, knownSizes: [13] })), { keys: [logKey], old });
  expect(within).toMatchObject({ fault: null, events: 10, old: { size: 13, signed: true } });
});
