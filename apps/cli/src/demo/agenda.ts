import type { Instant } from '@app/domain';

/** Something a simulated person has decided to do at a moment of business time. */
export type Act = { at: Instant; what: string; run: () => Promise<void> };

/** What the simulated people are going to do, in the order of time; what was planned first comes first at one moment. */
export class Agenda {
  readonly #acts: Act[] = [];

  plan(at: Instant, what: string, run: () => Promise<void>): void {
    const later = this.#acts.findIndex((act) => act.at > at);
    this.#acts.splice(later === -1 ? this.#acts.length : later, 0, { at, what, run });
  }

  /** When the next act is planned; undefined when nobody has anything to do. */
  nextAt(): Instant | undefined {
    return this.#acts[0]?.at;
  }

  /** Takes the next act that is due. */
  takeDue(now: Instant): Act | undefined {
    const [first] = this.#acts;
    return first && first.at <= now ? this.#acts.shift() : undefined;
  }
}
