import { addDays, helsinkiInstant, type Instant, type Plan, type Register, type Text } from '@app/domain';
import type { Instance, WorkflowEvent } from '../kernel/instance';
import type { LaddersInForce } from '../kernel/ladders-in-force';
import { plannedStarts } from '../planned-starts';
import { People, type Unmet } from './acting-people';
import type { Answering } from './answering';
import type { Post, SentMail, Undelivered, WaitingMail } from './post';
import { World } from './world';
import { yearSpan, type Span } from './year-span';

export type SimulationInput<Mail extends SentMail> = {
  /** Completed and without errors; see `readyPlan`. */
  plan: Plan;
  register: Register;
  answers: Answering;
  ladders?: LaddersInForce | undefined;
  post: Post<Mail>;
};

/** A year that has been gone through in memory. */
export type SimulatedYear<Mail extends SentMail> = {
  span: Span;
  facts: WorkflowEvent[];
  sent: Mail[];
  dropped: Undelivered[];
  suppressed: WaitingMail[];
  unmet: Unmet[];
  /** Entries that no workflow drives (`because` is null), or that could not be started. */
  notStarted: { entry: string | null; because: Text | null }[];
  refused: World['refused'];
  standing: ReadonlyMap<string, Instance>;
};

/**
 * Goes through the year of a plan: starts what it starts, goes from one due moment to the next, and answers for the people where a date
 * waits for somebody. Pure: no clock, no chance, nothing is stored; the same input gives the same year. Step by step: whoever has other
 * things to do beside it goes on when there is time.
 */
export function yearInSteps<Mail extends SentMail>(
  input: SimulationInput<Mail>,
): Generator<undefined, SimulatedYear<Mail>> {
  return new Year(input).run();
}

class Year<Mail extends SentMail> {
  private readonly span: Span;
  private readonly world: World;
  private readonly people: People;
  private readonly result: Pick<SimulatedYear<Mail>, 'sent' | 'dropped' | 'notStarted'> = {
    sent: [],
    dropped: [],
    notStarted: [],
  };

  constructor(private readonly input: SimulationInput<Mail>) {
    this.span = yearSpan(input.plan);
    const now = helsinkiInstant(this.span.from, '08:00');
    this.world = new World(input.plan.county, { now, onChange: (instance) => this.people.planFor(instance) });
    this.people = new People(this.world, input.answers);
  }

  *run(): Generator<undefined, SimulatedYear<Mail>> {
    yield* this.startAll();
    const end = helsinkiInstant(addDays(this.span.to, 1), '00:00');
    for (let next = this.nextAt(); next !== undefined && next < end; next = this.nextAt()) {
      if (next > this.world.now) this.world.now = next;
      while (this.world.passTime()) yield;
      yield* this.people.actAll();
      // What the clock and the people leave at one moment leaves together.
      if (this.isQuiet()) yield* this.send();
    }
    const { facts, suppressed, refused, standing } = this.world;
    const unmet = [...this.people.unmet.values()];
    return { span: this.span, ...this.result, facts, suppressed, refused, standing, unmet };
  }

  private *startAll(): Generator<undefined, void> {
    const { plan, register, ladders } = this.input;
    const { starts, notDriven, findings } = plannedStarts(plan, register);
    const { notStarted } = this.result;
    for (const entry of notDriven) notStarted.push({ entry, because: null });
    for (const { entry, message } of findings) notStarted.push({ entry, because: message });
    for (const planned of starts) {
      const decision = this.world.start(planned, plan.year, ladders);
      if (!decision.accepted) notStarted.push({ entry: planned.entry, because: decision.detail });
      yield;
    }
  }

  private nextAt(): Instant | undefined {
    const moments = [this.world.nextTimerAt(), this.people.nextAt(), this.world.nextMailAt()];
    return moments.filter((at) => at !== undefined).sort()[0];
  }

  private isQuiet(): boolean {
    const { now } = this.world;
    return [this.world.nextTimerAt(), this.people.nextAt()].every((at) => at === undefined || at > now);
  }

  private *send(): Generator<undefined, void> {
    const { now } = this.world;
    const due = this.world.takeMails();
    if (due.length === 0) return;
    const { sent, waiting, dropped } = yield* this.input.post.collect(due, now);
    this.result.sent.push(...sent);
    this.result.dropped.push(...dropped);
    for (const { mail, until } of waiting) this.world.putOff(mail, until);
  }
}
