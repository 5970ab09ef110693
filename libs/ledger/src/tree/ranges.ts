import { emptyRoot, hashNode, type Hash } from './hashes';

/** Entries `from` up to, but without, `to`; counted from nought. */
export type Range = { from: number; to: number };

/** The root of a full subtree: of `2 ** level` entries, beginning with entry `index * 2 ** level`. */
export type Node = { level: number; index: number };

/** The largest power of two below `size` (RFC 6962 §2.1); `size` is at least 2. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The full subtrees that a subtree consists of, from left to right. `from` is a multiple of every power of two that fits in. */
export function nodesIn({ from, to }: Range): Node[] {
  const nodes: Node[] = [];
  let begin = from;
  while (begin < to) {
    let level = 0;
    while (begin % 2 ** (level + 1) === 0 && begin + 2 ** (level + 1) <= to) level += 1;
    nodes.push({ level, index: begin / 2 ** level });
    begin += 2 ** level;
  }
  return nodes;
}

/** The hash over full subtrees, given from left to right, the larger ones first. */
export function joined(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot();
  return hashes.slice(0, -1).reduceRight((right, left) => hashNode(left, right), last);
}
