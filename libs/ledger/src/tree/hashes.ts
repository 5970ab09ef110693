import { hash } from 'node:crypto';

/** A SHA-256 hash, 32 bytes. */
export type Hash = Buffer;

export const hashLength = 32;

const leafPrefix = Buffer.from([0x00]);
const nodePrefix = Buffer.from([0x01]);

export function sha256(...parts: readonly (Buffer | string)[]): Hash {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part));
  return hash('sha256', bytes.length === 1 ? (bytes[0] as Buffer) : Buffer.concat(bytes), 'buffer');
}

/** The hash of one entry (RFC 6962 §2.1); its prefix keeps an entry from passing for a node. */
export function hashLeaf(entry: Buffer | string): Hash {
  return sha256(leafPrefix, entry);
}

/** The hash over two neighbours (RFC 6962 §2.1). */
export function hashNode(left: Hash, right: Hash): Hash {
  return sha256(nodePrefix, left, right);
}

/** The root of a tree without entries: the hash of nothing (RFC 6962 §2.1). */
export function emptyRoot(): Hash {
  return sha256('');
}
