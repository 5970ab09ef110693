import { hash } from 'node:crypto';

/** A SHA-256 hash, 32 bytes. */
export type Hash = Buffer;

export const hashLength = 32;

const leafPrefix = Buffer.from([0x00]);
/** Written over by the next that is hashed; its first byte keeps a node from passing for an entry. */
const node = Buffer.alloc(1 + 2 * hashLength, 0x01);

/** The hash of the parts, one after the other; texts in UTF-8. */
export function sha256(first: Buffer | string, second: Buffer | string = ''): Hash {
  // A string of bytes costs a third of what a new buffer does: see docs/decisions/0051.
  return Buffer.from(hash('sha256', joinedBytes(first, second), 'binary'), 'binary');
}

/** The same, in hex. */
export function sha256Hex(first: Buffer | string, second: Buffer | string = ''): string {
  return hash('sha256', joinedBytes(first, second), 'hex');
}

/** Written over by the next that is hashed. */
const short = Buffer.allocUnsafeSlow(4_096);
const mostBytesOfUnit = 3;

function joinedBytes(first: Buffer | string, second: Buffer | string): Buffer {
  if ((first.length + second.length) * mostBytesOfUnit > short.length)
    return Buffer.concat([first, second].map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)));
  const end = put(first, 0);
  return short.subarray(0, put(second, end));
}

function put(part: Buffer | string, at: number): number {
  return at + (typeof part === 'string' ? short.write(part, at, 'utf8') : part.copy(short, at));
}

/** The hash of one entry (RFC 6962 §2.1); its prefix keeps an entry from passing for a node. */
export function hashLeaf(entry: Buffer | string): Hash {
  return sha256(leafPrefix, entry);
}

/** The hash over two neighbours (RFC 6962 §2.1). */
export function hashNode(left: Hash, right: Hash): Hash {
  node.set(left, 1);
  node.set(right, 1 + hashLength);
  return sha256(node);
}

/** The root of a tree without entries: the hash of nothing (RFC 6962 §2.1). */
export function emptyRoot(): Hash {
  return sha256('');
}
