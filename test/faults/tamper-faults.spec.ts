import { type BundledEvent, formatVerifierKey } from '@app/ledger';
import { madeUpEvent, MemoryLog, verifierKeyFromWord } from '../support/memory-log';
import { verifiedBundle } from '../support/verifier-core';
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

it('is told when an export leaves out where the kept checkpoint ends', async () => {
  const log = new MemoryLog(40);
  const old = await log.checkpoint(13);
  const part = { from: 20, to: 30 };
  const without = await verifiedBundle(file(await bundleOf(log, { part })), { keys: [logKey], old });
  expect(without.fault?.code).toBe('old-not-covered');
  const within = await verifiedBundle(file(await bundleOf(log, { part, knownSizes: [13] })), { keys: [logKey], old });
  expect(within).toMatchObject({ fault: null, events: 10, old: { size: 13, signed: true } });
});
