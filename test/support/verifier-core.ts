import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runInThisContext } from 'node:vm';

/** What the single-file verifier answers; only what tests look at. */
export type VerifierReport = {
  fault: { code: string; position: number | null; detail: string } | null;
  events: number;
  texts: number;
  size: number;
  keysFrom: 'you' | 'bundle';
  signedBy: { key: string; witnessedAt: string | null }[];
  notSigning: string[];
  notKnown: number;
  old: { size: number; signed: boolean } | null;
  erased: number[];
  disposed: number[];
};

type Verify = (
  chunks: AsyncIterable<Uint8Array>,
  given: { keys: readonly string[]; old: string | undefined; sha256: (bytes: Uint8Array) => Uint8Array },
) => Promise<VerifierReport>;

/** The file that auditors are given; tests run from the workspace's root. */
export const verifierFile = join(process.cwd(), 'verifier', 'verify-log.mjs');

/** The core of the single-file verifier, exactly as it stands in the file, in this process: for many small bundles. */
function loadCore(): Verify {
  const [, core] = /^\/\/ === core.*?\n(.*)^\/\/ === end of the core/ms.exec(readFileSync(verifierFile, 'utf8')) ?? [];
  return runInThisContext(`(() => { ${core ?? ''}; return verifyBundle; })()`, { filename: verifierFile }) as Verify;
}

const verify = loadCore();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

export function verifiedBundle(
  bundle: string | Uint8Array,
  { keys, old }: { keys: readonly string[]; old?: string | undefined },
): Promise<VerifierReport> {
  return verify(Readable.from([Buffer.from(bundle as string)]), { keys, old, sha256 });
}
