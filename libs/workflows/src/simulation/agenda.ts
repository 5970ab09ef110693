import type { Instant } from '@app/domain';

type Item<What> = { at: Instant; rank: number; no: number; what: What };

/** What is to come, in the order of time; at one moment by its rank, and then as it was planned. */
export class Agenda<What> {
  private readonly heap: Item<What>[] = [];
  private planned = 0;

  plan(at: Instant, what: What, rank = 0): void {
    const { heap } = this;
    heap.push({ at, rank, no: this.planned, what });
    this.planned += 1;
    for (let place = heap.length - 1; place > 0;) {
      const above = (place - 1) >> 1;
      if (!this.comesFirst(place, above)) break;
      this.swap(place, above);
      place = above;
    }
  }

  nextAt(): Instant | undefined {
    return this.heap[0]?.at;
  }

  /** Takes what is due by then; undefined where nothing is. */
  takeDue(now: Instant): What | undefined {
    const { heap } = this;
    const [first] = heap;
    if (!first || first.at > now) return undefined;
    this.swap(0, heap.length - 1);
    heap.pop();
    for (let place = 0; ;) {
      const below = [2 * place + 1, 2 * place + 2].filter((child) => child < heap.length);
      const [left, right] = below;
      if (left === undefined) break;
      const least = right !== undefined && this.comesFirst(right, left) ? right : left;
      if (!this.comesFirst(least, place)) break;
      this.swap(least, place);
      place = least;
    }
    return first.what;
  }

  private comesFirst(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (!a || !b) return false;
    if (a.at !== b.at) return a.at < b.at;
    return a.rank === b.rank ? a.no < b.no : a.rank < b.rank;
  }

  private swap(one: number, other: number): void {
    const { heap } = this;
    const [a, b] = [heap[one], heap[other]];
    if (a && b) [heap[one], heap[other]] = [b, a];
  }
}
