import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const checkpoint = z.object({ origin: z.string(), size: z.int().min(0), root: z.string().regex(/^[0-9a-f]{64}$/) });
const signed = checkpoint.extend({
  /** The verifier key that signed last; none under a new origin that nothing was signed for. */
  key: z.string().optional(),
  /** What was signed last for each earlier origin, the oldest first. */
  earlier: z.array(checkpoint),
});
const memory = z.strictObject({ format: z.literal('vuosikello-signer/1'), counties: z.record(z.string(), signed) });

/** The last checkpoint of an origin: how large the log was, and its root in hex. */
export type Remembered = z.infer<typeof checkpoint>;

/** What the signer has signed last for a county. */
export type SignedBefore = z.infer<typeof signed>;

/** The signer's file cannot be read, or is none. Nothing is signed until somebody has looked at it. */
export class SignerMemoryError extends Error {
  override readonly name = 'SignerMemoryError';
}

/**
 * What the signer has signed, in a file outside the database that the replicas share: a database that was restored to an earlier moment
 * is told by it. Whoever writes holds the signer's lock.
 */
export class SignerMemory {
  constructor(private readonly file: string) {}

  /** @throws SignerMemoryError */
  read(): Readonly<Record<string, SignedBefore>> {
    let text: string;
    try {
      text = readFileSync(this.file, 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw new SignerMemoryError(`${this.file} cannot be read: ${(cause as Error).message}`, { cause });
    }
    const parsed = memory.safeParse(parsedJson(text));
    if (!parsed.success) throw new SignerMemoryError(`${this.file} is not what the signer has written`);
    return parsed.data.counties;
  }

  /** Whole and on the disk, or as it was; under one name a log only grows. @throws SignerMemoryError */
  write(county: string, before: SignedBefore): void {
    const known = this.read();
    const last = known[county];
    if (last?.origin === before.origin && before.size < last.size)
      throw new SignerMemoryError(`${this.file} has ${last.size} entries of ${last.origin} signed, not ${before.size}`);
    const counties = { ...known, [county]: before };
    const draft = `${this.file}.${process.pid}`;
    try {
      mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
      synced(draft, 'w', (file) =>
        // All of it: on a full disk what is written at once may be less.
        writeFileSync(file, `${JSON.stringify({ format: 'vuosikello-signer/1', counties }, null, 2)}\n`),
      );
      renameSync(draft, this.file);
      synced(dirname(this.file), 'r', () => undefined);
    } catch (cause) {
      throw new SignerMemoryError(`${this.file} cannot be written: ${(cause as Error).message}`, { cause });
    }
  }
}

function synced(path: string, how: 'w' | 'r', work: (file: number) => unknown): void {
  const file = openSync(path, how, 0o600);
  try {
    work(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
