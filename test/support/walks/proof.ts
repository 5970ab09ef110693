import type { AnyDefinition } from '@app/workflows';
import { definitions } from '@app/workflows';
import type { Example } from './beginnings';
import { beginningsOf, rootsOf } from './beginnings';
import type { Beginning } from './corpus';
import { Corpus } from './corpus';
import type { Walk } from './random-walk';
import { shortened, told, walkFrom } from './random-walk';
import type { Seen, SeenBy } from './seen';
import { neverSeen, seenOf } from './seen';
import type { Paths } from './shortest-paths';
import { shortestPaths } from './shortest-paths';
import type { World } from './world-state';

/** What walks and paths have shown of one definition. */
export type Proven = { walks: number; paths: Paths; failures: string[]; seen: Seen };

/** Proves definitions by walking them: all shortest paths, and random walks by seed. */
export class Proof {
  private readonly seen: SeenBy = new Map();
  private readonly corpus = new Corpus();
  private readonly roots: Beginning[];

  constructor(
    example: Example,
    private readonly checkMail: World['checkMail'],
  ) {
    this.roots = rootsOf(example);
    // First some walks from what is planned: they show what children are started with, and what workflows tell each other.
    for (const root of this.roots) this.gather(root);
  }

  /** A root that is seen to start nothing is left soon. */
  private gather(root: Beginning): void {
    const surveyed = { seen: new Map(), checkMail: this.checkMail };
    let startsOthers = false;
    for (let seed = 1; seed <= (startsOthers ? 80 : 12); seed += 1) {
      const { world } = walkFrom(root, seed, this.corpus, surveyed);
      this.corpus.gather(world);
      startsOthers ||= world.members.size > 1;
    }
  }

  /** Throws, in words, where there is nothing to start the definition with. `onWalk` is told after each walk. */
  of(
    definition: AnyDefinition,
    walks: number,
    firstSeed = 1,
    onWalk: (done: number, failure: string | null) => void = () => {},
  ): Proven {
    const beginnings = beginningsOf(definition, this.roots, this.corpus);
    const surveyed = { seen: this.seen, checkMail: this.checkMail };
    const paths = shortestPaths(beginnings, this.corpus, surveyed);
    const failures = [...paths.failures];
    for (let done = 0; done < walks && failures.length < 20; done += 1) {
      const seed = firstSeed + done;
      const walk = walkFrom(beginnings[seed % beginnings.length]!, seed, this.corpus, surveyed);
      const failure = walk.violation ? `seed ${seed}: ${told(shortened(walk, surveyed))}` : null;
      if (failure !== null) failures.push(failure);
      onWalk(done + 1, failure);
    }
    return { walks, paths, failures, seen: seenOf(this.seen, definition) };
  }

  /** One walk again, by its seed. */
  walk(definition: AnyDefinition, seed: number): Walk {
    const beginnings = beginningsOf(definition, this.roots, this.corpus);
    const surveyed = { seen: this.seen, checkMail: this.checkMail };
    return walkFrom(beginnings[seed % beginnings.length]!, seed, this.corpus, surveyed);
  }

  /** What a definition declares and neither a path nor a walk has ever reached; to be asked when all have been walked. */
  neverReached(): string[] {
    return definitions.flatMap((definition) => neverSeen(seenOf(this.seen, definition)));
  }
}
