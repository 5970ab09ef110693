import {
  addDays,
  addMs,
  addWorkingDays,
  helsinkiDate,
  helsinkiInstant,
  type Instant,
  workingDayOnOrAfter,
} from '@app/domain';
import { deadlinesAt, metaOf } from '../kernel/chart';
import type { Role } from '../kernel/command';
import { type Deadline, type Instance, isRunning, isRunningSet } from '../kernel/instance';
import { definitionOf } from '../registry';
import { Agenda } from './agenda';
import { type Answering, lateByWorkingDays } from './answering';
import { type Doing, type Habits, type Hindrance, nextStep, type Way, wayToMeet } from './people';
import type { World } from './world';

/** A date that nobody could meet on its day. */
export type Unmet = {
  workflow: string;
  deadline: string;
  dueOn: Deadline['dueOn'];
  /** Why what was tried was refused; null where nothing was offered that would have met it. */
  hindrance: Hindrance | null;
  /** When it was met after all; null where it was not within the span. */
  metAt: Instant | null;
};

/** People act in the morning of a due day; what they cannot do then they try again before it ends. */
const morning = '10:00';
const beforeTheEndMs = 5 * 60_000;
/** So long after a meeting its decision may be recorded. */
const tellsWithinDays = 7;

/** Somebody sees to a date, or takes the next step of a workflow that has stood still since it had that version. */
type Act = { workflow: string } & ({ deadline: string; setNo: number } | { version: number });
type Meeting = Extract<Act, { deadline: string }>;

/** The people of a simulated year: what each is going to do, and when. */
export class People {
  readonly unmet = new Map<string, Unmet>();
  private readonly acts = new Agenda<Act>();
  private readonly planned = new Set<string>();
  private readonly habits: Habits = new Map();
  private readonly dated = new Set<string>();
  private readonly been = new Map<string, Set<string>>();

  constructor(
    private readonly world: World,
    private readonly answers: Answering,
  ) {}

  nextAt(): Instant | undefined {
    return this.acts.nextAt();
  }

  /** Somebody will see to each date that the workflow waits for, and to what waits for somebody without a date. */
  planFor(instance: Instance): void {
    this.statesOf(instance.id).add(instance.state);
    for (const deadline of Object.values(instance.deadlines)) {
      const act = { workflow: instance.id, deadline: deadline.name, setNo: deadline.setNo };
      const key = keyOf(act);
      if (!isRunning(deadline) || this.planned.has(key)) continue;
      this.planned.add(key);
      const at = this.actsAt(deadline, this.isAskedOutside(instance, deadline));
      if (at !== undefined) this.plan(at, act);
    }
    if (instance.status !== 'open' || this.isDated(instance)) return;
    const { id: workflow, version } = instance;
    this.plan(helsinkiInstant(addWorkingDays(helsinkiDate(this.world.now), 1), morning), { workflow, version });
  }

  /** The states in which the workflow has been. */
  private statesOf(workflow: string): Set<string> {
    const known = this.been.get(workflow) ?? new Set<string>();
    this.been.set(workflow, known);
    return known;
  }

  /** Whether a date says when the workflow goes on. One that the coordinator cannot meet as things stand waits for another step. */
  private isDated(instance: Instance): boolean {
    const { chart } = definitionOf(instance.definition);
    const meta = metaOf(chart, instance.value, instance.context);
    // What a state declares itself says more of it than what runs through the states around it.
    const own = meta?.deadlines ?? [];
    const names = own.length > 0 ? own : deadlinesAt(chart, instance.value, instance.context);
    const running = names.flatMap((name) => instance.deadlines[name] ?? []).filter(isRunning);
    if (meta?.waitsFor !== 'coordinator' || running.length === 0) return running.length > 0;
    const kind = `${instance.definition.name} ${instance.state}`;
    if (this.dated.has(kind)) return true;
    const isDated = running.some((deadline) => {
      const onTheDay = addMs(deadline.dueAt, -beforeTheEndMs);
      const { now } = this.world;
      const at = onTheDay > now ? onTheDay : now;
      return !('hindrance' in wayToMeet(instance, deadline, { role: 'coordinator', now: at, habits: this.habits }));
    });
    if (isDated) this.dated.add(kind);
    return isDated;
  }

  private actsAt({ dueOn, dueAt }: Deadline, isOutside: boolean): Instant | undefined {
    const { answers } = this;
    if (isOutside && answers === 'never') return undefined;
    if (isOutside && answers === 'late') return helsinkiInstant(addWorkingDays(dueOn, lateByWorkingDays), morning);
    const at = helsinkiInstant(dueOn, morning);
    return at < dueAt ? at : addMs(dueAt, -beforeTheEndMs);
  }

  /** Children before their parents: what these do often follows from what those have done. */
  private plan(at: Instant, act: Act): void {
    const { now } = this.world;
    this.acts.plan(at > now ? at : now, act, -act.workflow.split('.').length);
  }

  private isAskedOutside(instance: Instance, { name }: Deadline): boolean {
    const { deadlines } = definitionOf(instance.definition);
    const asked = deadlines[name]?.askedOf(instance.context as never) ?? [];
    return asked.some(({ organisation }) => organisation !== instance.county);
  }

  *actAll(): Generator<undefined, void> {
    for (let act = this.acts.takeDue(this.world.now); act; act = this.acts.takeDue(this.world.now)) {
      if ('deadline' in act) this.meet(act);
      else this.goOn(act);
      yield;
    }
  }

  private meet(act: Meeting): void {
    const { workflow } = act;
    const instance = this.world.standing.get(workflow);
    const deadline = instance?.deadlines[act.deadline];
    if (!instance || !deadline || !isRunningSet(instance, act.deadline, act.setNo)) return this.ended(act);
    const way = this.wayFor(instance, deadline);
    if ('waits' in way) return;
    if ('steps' in way) this.take(way.steps);
    else if (!this.metByChildren(act, deadline)) this.again(act, deadline, way.hindrance);
    else this.ended(act);
  }

  private goOn({ workflow, version }: { workflow: string; version: number }): void {
    const instance = this.world.standing.get(workflow);
    if (instance?.version !== version) return;
    const step = nextStep(instance, this.world.now, this.statesOf(workflow));
    if (step) this.take([step]);
  }

  /** A row of steps was decided one upon another: each stands as long as nobody has told the workflow anything in between. */
  private take(steps: readonly Doing[]): void {
    for (const { name, data, role, decision } of steps) this.world.take(decision, { name, data, role });
  }

  private wayFor(instance: Instance, deadline: Deadline): Way {
    const roles: Role[] = this.isAskedOutside(instance, deadline) ? ['respondent', 'coordinator'] : ['coordinator'];
    let hindrance: Hindrance | null = null;
    for (const role of roles) {
      const way = wayToMeet(instance, deadline, { role, now: this.world.now, habits: this.habits });
      if (!('hindrance' in way)) return way;
      hindrance ??= way.hindrance;
    }
    return { hindrance };
  }

  /** A date that others keep is met by what they do: what they would tell within days they tell now. */
  private metByChildren({ workflow, deadline: name, setNo }: Meeting, { dueOn }: Deadline): boolean {
    const until = addDays(dueOn, tellsWithinDays);
    const isMet = () => !isRunningSet(this.world.standing.get(workflow) as Instance, name, setNo);
    for (const child of [...this.world.standing.values()])
      if (child.status === 'open' && child.parent?.id === workflow)
        for (const deadline of Object.values(child.deadlines)) {
          if (!isRunning(deadline) || deadline.dueOn > until) continue;
          if (this.answers !== 'on-time' && this.isAskedOutside(child, deadline)) continue;
          const way = this.wayFor(child, deadline);
          if ('steps' in way) this.take(way.steps);
          if (isMet()) return true;
        }
    return isMet();
  }

  /** It could not be done now: once more before the day ends, then every working day. */
  private again(act: Meeting, { name, dueOn, dueAt }: Deadline, hindrance: Hindrance | null): void {
    const { now } = this.world;
    const lastMoment = addMs(dueAt, -beforeTheEndMs);
    if (now < lastMoment) return this.plan(lastMoment, act);
    const key = keyOf(act);
    const known = this.unmet.get(key);
    const { workflow } = act;
    if (this.waitsAsAssumed(workflow)) this.unmet.delete(key);
    else if (known) known.hindrance = hindrance;
    else this.unmet.set(key, { workflow, deadline: name, dueOn, hindrance, metAt: null });
    this.plan(helsinkiInstant(workingDayOnOrAfter(addDays(helsinkiDate(now), 1)), morning), act);
  }

  /** Whether somebody is asked by the workflow who, as is assumed, has not answered. */
  private waitsAsAssumed(workflow: string): boolean {
    if (this.answers === 'on-time') return false;
    return [...this.world.standing.values()].some(
      (child) =>
        child.parent?.id === workflow &&
        child.status === 'open' &&
        Object.values(child.deadlines).some((deadline) => isRunning(deadline) && this.isAskedOutside(child, deadline)),
    );
  }

  /** A period that has run its time was no date that somebody had to meet. */
  private ended(act: Meeting): void {
    const unmet = this.unmet.get(keyOf(act));
    if (!unmet) return;
    const after = this.world.standing.get(act.workflow)?.deadlines[act.deadline];
    if (after?.status === 'over') this.unmet.delete(keyOf(act));
    else unmet.metAt = this.world.now;
  }
}

function keyOf({ workflow, deadline, setNo }: Meeting): string {
  return `${workflow}/${deadline}/${setNo}`;
}
