import {
  formatVerifierKey,
  NoteFormatError,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signersOf,
  type Checkpoint,
  type Hash,
  type VerifierKey,
} from '@app/ledger';

/** The first thing that is wrong with a log, as the single-file verifier names it too: what, where, and in words. */
export type LogFault = { code: string; position: number | null; detail: string };

/** What a log is checked against. */
export type LogKnown = {
  /** The lines of keys that signatures of a log may be checked with; without one none is checked. */
  keysOf: (origin: string) => readonly string[];
  /** The text of a checkpoint that was kept. */
  old?: string | undefined;
};

/** What was checked of a log, wherever it was read. `fault` is null where all of it holds. */
export type LogCheck = {
  source: 'database' | 'tiles';
  county: string | null;
  origin: string | null;
  fault: LogFault | null;
  /** Entries read. */
  events: number;
  /** What the latest checkpoint covers; null where there is none yet. */
  size: number | null;
  root: string | null;
  /** The time of the last event, RFC 3339; null in an empty log. */
  lastAt: string | null;
  checkpoints: number;
  signedBy: string[];
  /** What was kept, and whether one of the keys has signed that. */
  old: { size: number; signed: boolean } | null;
  /** Positions of which texts have been erased, and whose content was disposed of. */
  erased: number;
  disposed: number;
};

/** Found while reading; ends the check. */
export class FaultFound extends Error {
  override readonly name = 'FaultFound';

  constructor(readonly fault: LogFault) {
    super(fault.detail);
  }
}

/** Checks a log from where it is read; the first fault that is found ends it and stands in what is answered. */
export async function checked(
  { source, county }: Pick<LogCheck, 'source' | 'county'>,
  read: (check: LogCheck) => Promise<void>,
): Promise<LogCheck> {
  const check: LogCheck = {
    ...{ source, county, origin: null, fault: null, events: 0, size: null, root: null, lastAt: null },
    ...{ checkpoints: 0, signedBy: [], old: null, erased: 0, disposed: 0 },
  };
  try {
    await read(check);
  } catch (error) {
    if (!(error instanceof FaultFound)) throw error;
    check.fault = error.fault;
  }
  return check;
}

/** What a checkpoint says goes into the check, with those of the keys that signed it. @throws FaultFound */
export function noteCheckpoint(
  check: LogCheck,
  { note, keysOf, called }: { note: string; keysOf: LogKnown['keysOf']; called: string },
): Checkpoint {
  const checkpoint = checkpointIn(note);
  const { origin, size, root } = checkpoint;
  Object.assign(check, { origin, size, root: root.toString('base64') });
  check.signedBy = signersAmong(note, keysOf(origin), called);
  return checkpoint;
}

export function fault(code: string, position: number | null, detail: string): FaultFound {
  return new FaultFound({ code, position, detail });
}

/** Whether what was found says nothing about the log: the checkpoint that was kept, or the key, is not the right one. */
export function isUnproved({ code }: LogFault): boolean {
  return code !== 'old-root' && code.startsWith('old-');
}

/** Reads a note that is a checkpoint. @throws FaultFound */
export function checkpointIn(note: string, code = 'checkpoint', which = 'A checkpoint'): Checkpoint {
  try {
    return parseCheckpoint(parseNote(note).text);
  } catch (error) {
    if (error instanceof NoteFormatError) throw fault(code, null, `${which} cannot be read: ${error.message}`);
    throw error;
  }
}

/** The given keys that have signed; none is a fault, unless none was given. @throws FaultFound @throws NoteFormatError for a key */
export function signersAmong(note: string, keys: readonly string[], what: string): string[] {
  const signers = signersOf(parseNote(note), keys.map(parseVerifierKey)).map((key: VerifierKey) =>
    formatVerifierKey(key),
  );
  if (keys.length > 0 && signers.length === 0)
    throw fault('signature', null, `None of the given keys has signed ${what}`);
  return signers;
}

/** Compares the roots that a growing log passes with those that were signed or kept. */
export class RootsToPass {
  private readonly bySize = new Map<number, { root: Hash; code: string; what: string }[]>();

  expect(size: number, root: Hash, code: string, what: string): void {
    this.bySize.set(size, [...(this.bySize.get(size) ?? []), { root, code, what }]);
  }

  /** @throws FaultFound where the log is another than the one that was signed */
  pass(size: number, root: () => Hash): void {
    const wanted = this.bySize.get(size);
    if (!wanted) return;
    const found = root();
    const other = wanted.find((one) => !one.root.equals(found));
    if (other?.code === 'old-signature') throw unknownSigner(other.what);
    if (other)
      throw fault(
        other.code,
        null,
        `Among the first ${size} entries one was changed, removed or slipped in: ${other.what}`,
      );
    this.bySize.delete(size);
  }

  /** Those that the log has not grown to. @throws FaultFound */
  end(size: number): void {
    const [missed] = [...this.bySize].sort(([one], [other]) => one - other);
    const { code, what = '' } = missed?.[1][0] ?? {};
    if (code === 'old-signature') throw unknownSigner(what);
    if (missed) throw fault('shorter', size, `The log has ${size} entries, but ${what} covers ${missed[0]}`);
  }
}

/**
 * Expects what was kept. It may accuse the log only where it is known who signed it: somebody may have damaged or forged it.
 * @throws FaultFound where it is no checkpoint, of another log, or its signature does not hold
 */
export function expectOld(
  roots: RootsToPass,
  note: string,
  origin: string | null,
  keysOf: LogKnown['keysOf'],
): { size: number; signed: boolean } {
  const what = 'the checkpoint that was kept';
  const old = checkpointIn(note, 'old-checkpoint', 'The checkpoint that was kept');
  const signed = parseNote(note);
  const keys = keysOf(origin ?? old.origin).map(parseVerifierKey);
  const signers = signersOf(signed, keys);
  const claimed = keys.filter((key) =>
    signed.signatures.some(({ name, keyId }) => name === key.name && keyId.equals(key.keyId)),
  );
  if (claimed.length > signers.length)
    throw fault('old-signature', null, `The signature below ${what} does not hold: it is damaged, or forged`);
  if (origin !== null && old.origin !== origin)
    throw fault('old-origin', null, `The checkpoint that was kept is of "${old.origin}", not of "${origin}"`);
  const isKnown = signers.length > 0 || keys.length === 0;
  roots.expect(old.size, old.root, isKnown ? 'old-root' : 'old-signature', what);
  return { size: old.size, signed: signers.length > 0 };
}

function unknownSigner(what: string): FaultFound {
  return fault(
    'old-signature',
    null,
    `The log does not begin with ${what}, but no known key has signed that: it is forged, or the key of its time is needed (--key)`,
  );
}
