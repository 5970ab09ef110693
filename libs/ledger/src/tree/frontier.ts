import { hashNode, type Hash } from './hashes';
import { joined, nodesIn, type Node } from './ranges';

/**
 * The right edge of a tree: the roots of the full subtrees it consists of, the largest first. All that is needed to let it grow and
 * to say its root, whatever its size.
 */
export class Frontier {
  private constructor(
    private grown: number,
    private readonly roots: Hash[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** @throws RangeError when there are more or fewer hashes than a tree of this size has */
  static of(size: number, roots: readonly Hash[]): Frontier {
    const expected = nodesIn({ from: 0, to: size }).length;
    if (roots.length !== expected) throw new RangeError(`A tree of ${size} has ${expected} roots, not ${roots.length}`);
    return new Frontier(size, [...roots]);
  }

  get size(): number {
    return this.grown;
  }

  /** The roots of the full subtrees, the largest first. */
  get hashes(): readonly Hash[] {
    return this.roots;
  }

  /** Adds an entry. @returns the full subtrees that it completes, itself first */
  append(leaf: Hash): (Node & { hash: Hash })[] {
    const completed = [{ level: 0, index: this.grown, hash: leaf }];
    let { level, index, hash } = { level: 0, index: this.grown, hash: leaf };
    while (index % 2 === 1) {
      hash = hashNode(this.roots.pop() as Hash, hash);
      level += 1;
      index = (index - 1) / 2;
      completed.push({ level, index, hash });
    }
    this.roots.push(hash);
    this.grown += 1;
    return completed;
  }

  root(): Hash {
    return joined(this.roots);
  }
}
