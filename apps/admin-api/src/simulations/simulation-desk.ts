import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Simulated, SimulationOf, WaitingMail } from '@app/workflows';
import { simulateInSteps } from '@app/workflows';
import type { Letter } from '@app/mail';
import { elapsedMs } from '../clock/real-time';
import { Problem } from '../problems/problem';

type Year = SimulationOf<Letter<WaitingMail>>;

/** So long others wait for a simulation at most before it is their turn, in milliseconds. */
const longestTurnMs = 15;
/** Nine times what a county of thirty municipalities needs. */
const mostSteps = 100_000;
/** So many wait for their turn. */
const mostWaiting = 4;

/** Goes through years one at a time, and in small steps, so that other requests are not kept waiting. */
export class SimulationDesk {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly limit = mostSteps) {}

  /** @throws Problem (too-many-requests) where several wait already, (simulation-too-long) where the plan is too large */
  async simulate(year: Year): Promise<Simulated<Letter<WaitingMail>>> {
    if (this.waiting >= mostWaiting) throw new Problem('too-many-requests', { headers: { 'Retry-After': '10' } });
    this.waiting += 1;
    const own = this.last.then(() => this.inTurns(year));
    // Whoever comes next does not hear of what went wrong here.
    this.last = own.catch(() => undefined);
    try {
      return await own;
    } finally {
      this.waiting -= 1;
    }
  }

  private async inTurns(year: Year): Promise<Simulated<Letter<WaitingMail>>> {
    const steps = simulateInSteps(year);
    let turnSince = elapsedMs();
    for (let taken = 0; taken < this.limit; taken += 1) {
      const step = steps.next();
      if (step.done) return step.value;
      if (elapsedMs() - turnSince < longestTurnMs) continue;
      await nextTurn();
      turnSince = elapsedMs();
    }
    throw new Problem('simulation-too-long');
  }
}
