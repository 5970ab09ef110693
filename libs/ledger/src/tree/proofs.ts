import { hashNode, type Hash } from './hashes';
import { joined, nodesIn, splitOf, type Node, type Range } from './ranges';

/** Where a proof's hashes come from: the roots of full subtrees, in the order asked for. */
export type NodeReader = (nodes: readonly Node[]) => Promise<readonly Hash[]>;

/** That an entry stands at `index` in the tree of `size` (RFC 6962 §2.1.1). @throws RangeError outside the tree */
export async function inclusionProof(index: number, size: number, read: NodeReader): Promise<Hash[]> {
  if (index < 0 || index >= size) throw new RangeError(`There is no entry ${index} in a tree of ${size}`);
  return hashesOf(rangesBeside(index, { from: 0, to: size }), read);
}

/** That the tree of `size` begins with the tree of `oldSize` (RFC 6962 §2.1.2). @throws RangeError when that is not smaller */
export async function consistencyProof(oldSize: number, size: number, read: NodeReader): Promise<Hash[]> {
  if (oldSize < 0 || oldSize > size) throw new RangeError(`A tree of ${size} cannot grow from one of ${oldSize}`);
  if (oldSize === 0 || oldSize === size) return [];
  return hashesOf(rangesGrown(oldSize, { from: 0, to: size }, true), read);
}

/** The root of the tree as it was when it had `size` entries. */
export async function rootAt(size: number, read: NodeReader): Promise<Hash> {
  return joined(await read(nodesIn({ from: 0, to: size })));
}

/** The root that a proof leads to, or undefined where the proof is too long or too short (RFC 9162 §2.1.3.2). */
export function rootOfInclusion(index: number, size: number, leaf: Hash, proof: readonly Hash[]): Hash | undefined {
  if (index < 0 || index >= size) return undefined;
  let [node, last] = [index, size - 1];
  let hash = leaf;
  for (const beside of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = hashNode(beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = hashNode(hash, beside);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? hash : undefined;
}

/** Whether the tree of `size` with the root `root` begins with the tree of `oldSize` with the root `oldRoot` (RFC 9162 §2.1.4.2). */
export function isConsistent(
  old: { size: number; root: Hash },
  grown: { size: number; root: Hash },
  proof: readonly Hash[],
): boolean {
  if (old.size > grown.size) return false;
  if (old.size === grown.size) return proof.length === 0 && old.root.equals(grown.root);
  // Everything grows from nothing.
  if (old.size === 0) return proof.length === 0;
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...proof] : proof;
  if (first === undefined) return false;
  let [node, last] = [old.size - 1, grown.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [oldHash, newHash] = [hashNode(beside, oldHash), hashNode(beside, newHash)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newHash = hashNode(newHash, beside);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && oldHash.equals(old.root) && newHash.equals(grown.root);
}

/** What stands beside the way from an entry up to the root, the lowest first. */
function rangesBeside(index: number, { from, to }: Range): Range[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return index < middle ? [...rangesBeside(index, left), right] : [...rangesBeside(index, right), left];
}

function rangesGrown(oldTo: number, { from, to }: Range, isOldRoot: boolean): Range[] {
  if (oldTo === to) return isOldRoot ? [] : [{ from, to }];
  const middle = from + splitOf(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return oldTo <= middle
    ? [...rangesGrown(oldTo, left, isOldRoot), right]
    : [...rangesGrown(oldTo, right, false), left];
}

async function hashesOf(ranges: readonly Range[], read: NodeReader): Promise<Hash[]> {
  const nodes = ranges.map(nodesIn);
  const hashes = await read(nodes.flat());
  let begin = 0;
  return nodes.map(({ length }) => joined(hashes.slice(begin, (begin += length))));
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return value === 1 || splitOf(value) * 2 === value;
}
