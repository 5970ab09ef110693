import type { Instant } from '@app/domain';
import { addDays, helsinkiDate, helsinkiInstant } from '@app/domain';
import { settled } from './beginnings';
import type { Offer } from './choices';
import { given, offersTo, trial } from './choices';
import type { Beginning, Corpus } from './corpus';
import type { Draw } from './draw';
import { drawFrom } from './draw';
import { knownIn } from './known';
import type { Surveyed } from './random-walk';
import { seenOf } from './seen';
import { Violation } from './violation';
import { checkFold } from './world-rules';
import type { World } from './world-state';
import { apply, begin, firstTimer } from './world';

/** A workflow that has come to a state, and the commands on its way. */
type Arrival = { world: World; id: string; path: readonly string[] };
/** `paths`: how many were followed; `pairs`: states with a command that was accepted in them. */
export type Paths = { paths: number; pairs: number; failures: string[] };

/** How many different shortest paths into one state are followed further. */
const mostInto = 12;
/** The same path with other data may lead on where the first does not. */
const mostAlike = 3;
/** How often data and a day are drawn for a command before it is given up on in that place. */
const tries = 16;

/**
 * Follows the shortest paths, by the number of commands, to every pair of a state and a command that somebody may give in it, breadth
 * first; data and days are drawn until the command is accepted. The workflow is alone: what others would tell it is drawn too.
 */
export function shortestPaths(beginnings: readonly Beginning[], corpus: Corpus, surveyed: Surveyed): Paths {
  const search = new Search(corpus, surveyed);
  for (const beginning of spread(beginnings)) search.start(beginning);
  search.follow();
  return search.result();
}

/** A few beginnings that differ. */
function spread(beginnings: readonly Beginning[]): Beginning[] {
  const stride = Math.max(1, Math.floor(beginnings.length / 6));
  return beginnings.filter((_, index) => index % stride === 0).slice(0, 6);
}

class Search {
  private readonly draw: Draw = drawFrom(1);
  private readonly reached = new Map<string, { depth: number; arrivals: Arrival[]; labels: Map<string, number> }>();
  private readonly waiting: Arrival[] = [];
  private readonly pairs = new Set<string>();
  private readonly failures: string[] = [];
  private paths = 0;

  constructor(
    private readonly corpus: Corpus,
    private readonly surveyed: Surveyed,
  ) {}

  result(): Paths {
    return { paths: this.paths, pairs: this.pairs.size, failures: this.failures };
  }

  start(beginning: Beginning): void {
    const begun = settled(beginning, this.draw);
    const { seen, checkMail } = this.surveyed;
    const world: World = {
      now: begun.at,
      members: new Map(),
      letters: [],
      told: [],
      timers: [],
      owed: new Set(),
      alone: true,
      seen,
      checkMail,
    };
    this.guarded([], () => {
      begin(world, begun);
      this.arrive({ world, id: begun.place.id, path: [] });
    });
  }

  /** Breadth first; then, for what is offered and was never accepted, by detours within the state. */
  follow(): void {
    for (let arrival = this.waiting.shift(); arrival; arrival = this.waiting.shift()) this.onward(arrival);
    for (const { arrivals } of [...this.reached.values()])
      for (const arrival of arrivals.slice(0, 2)) this.detours(arrival);
    for (let arrival = this.waiting.shift(); arrival; arrival = this.waiting.shift()) this.onward(arrival);
  }

  private onward(arrival: Arrival): void {
    this.paths += 1;
    this.guarded(arrival.path, () => checkFold(memberOf(arrival)));
    for (const offer of onePerCommand(offersTo(arrival.world, memberOf(arrival), this.corpus)))
      this.give(arrival, offer, tries);
    for (let count = 0; count < 4; count += 1) this.guarded(arrival.path, () => this.arrive(later(arrival, this.draw)));
  }

  /** Gives the command until it is accepted; where data chooses the fact, until several ways were tried. */
  private give(arrival: Arrival, offer: Offer, most: number): boolean {
    const outcomes = new Map<string, number>();
    for (let count = 0; count < most; count += 1) {
      this.guarded([...arrival.path, offer.name], () => {
        const from = count % 2 === 0 ? arrival : later(arrival, this.draw);
        const member = memberOf(from);
        const command = given(member, offer, this.draw);
        const decision = trial(from.world, member, command);
        const outcome = decision?.accepted ? `${decision.events[0]?.type} ${decision.instance.state}` : '';
        const before = outcomes.get(outcome) ?? 0;
        if ((decision && !decision.accepted) || before >= mostAlike) return;
        const world = forked(from.world);
        this.pairs.add(`${member.instance.state} > ${offer.name}`);
        apply(world, command);
        outcomes.set(outcome, before + 1);
        this.arrive({ world, id: arrival.id, path: [...arrival.path, offer.name] });
      });
      if (outcomes.size > 0 && count >= 8) return true;
    }
    return outcomes.size > 0;
  }

  private detours(arrival: Arrival): void {
    const { definition, instance } = memberOf(arrival);
    const { offered, accepted } = seenOf(this.surveyed.seen, definition);
    const missing = () => [...offered].filter((pair) => pair.startsWith(`${instance.state} > `) && !accepted.has(pair));
    for (let round = 0; round < 8 && missing().length > 0; round += 1) {
      let at = arrival;
      for (let steps = 0; steps < 4; steps += 1) {
        const next = this.beside(at);
        if (memberOf(next).instance.state !== instance.state) break;
        at = next;
        const names = new Set(missing().map((pair) => pair.split(' > ')[1]));
        for (const offer of onePerCommand(offersTo(at.world, memberOf(at), this.corpus)))
          if (names.has(offer.name)) this.give(at, offer, 6);
      }
    }
  }

  /** Another place in the same state, if one step or some time leads there. */
  private beside(arrival: Arrival): Arrival {
    let found = arrival;
    this.guarded(arrival.path, () => {
      const from = this.draw.chance(0.5) ? later(arrival, this.draw) : arrival;
      const member = memberOf(from);
      const offers = offersTo(from.world, member, this.corpus);
      if (offers.length === 0) return;
      const command = given(member, this.draw.pick(offers), this.draw);
      const decision = trial(from.world, member, command);
      found = from;
      if (!decision?.accepted || decision.instance.state !== member.instance.state) return;
      const world = forked(from.world);
      apply(world, command);
      found = { world, id: arrival.id, path: [...arrival.path, command.name] };
    });
    return found;
  }

  private arrive(arrival: Arrival): void {
    const { state } = memberOf(arrival).instance;
    const { path } = arrival;
    const known = this.reached.get(state) ?? { depth: path.length, arrivals: [], labels: new Map<string, number>() };
    this.reached.set(state, known);
    const label = path.join(' → ');
    const alike = known.labels.get(label) ?? 0;
    if (path.length > known.depth || known.arrivals.length >= mostInto || alike >= mostAlike) return;
    known.labels.set(label, alike + 1);
    known.arrivals.push(arrival);
    this.waiting.push(arrival);
  }

  private guarded(path: readonly string[], steps: () => void): void {
    try {
      steps();
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      if (this.failures.length < 20) this.failures.push(`${path.join(' → ') || 'start'}: ${error.message}`);
    }
  }
}

function memberOf({ world, id }: Arrival) {
  return world.members.get(id)!;
}

function onePerCommand(offers: readonly Offer[]): Offer[] {
  return [...new Map(offers.map((offer) => [offer.name, offer])).values()];
}

/** A world of its own that goes on from here. */
function forked(world: World): World {
  const members = new Map([...world.members].map(([id, member]) => [id, { ...member }]));
  return { ...world, members, timers: [...world.timers], owed: new Set(world.owed) };
}

/** The same place on a later day that means something there, with what falls due until then. */
function later(arrival: Arrival, draw: Draw): Arrival {
  const world = forked(arrival.world);
  const to = dayAhead(arrival, draw);
  for (let timer = firstTimer(world); timer && timer.at <= to; timer = firstTimer(world)) apply(world, { do: 'timer' });
  apply(world, { do: 'wait', to });
  return { world, id: arrival.id, path: arrival.path };
}

function dayAhead(arrival: Arrival, draw: Draw): Instant {
  const { instance } = memberOf(arrival);
  const today = helsinkiDate(arrival.world.now);
  const due = Object.values(instance.deadlines).map(({ dueOn }) => dueOn);
  const ahead = [...knownIn(instance.context).dates, ...due].filter((day) => day >= today);
  const day =
    ahead.length > 0 ? addDays(draw.pick(ahead), draw.pick([-60, -1, 0, 0, 1, 1, 30])) : addDays(today, draw.below(30));
  return helsinkiInstant(day > today ? day : addDays(today, draw.below(3)), '17:00');
}
