import type { Instant } from '@app/domain';
import type { Actor, Json, Refused, Role } from '../kernel/command';
import { type Accepted, advance, type Decision, start } from '../kernel/decide';
import { type Instance, isRunningSet, type WorkflowEvent } from '../kernel/instance';
import type { LaddersInForce } from '../kernel/ladders-in-force';
import type { PlannedStart } from '../planned-starts';
import { definitionOf, findDefinition } from '../registry';
import { hearTopic, mostHearingRounds, type Publication, unheardIn } from '../units/hearing';
import { decideTold, type Follower, publishedTo, type Tell, tellsIn } from '../units/told';
import type { WorkRow } from '../units/rows';
import { addStep, emptyUnit, type Unit, unitOfStart } from '../units/unit';
import { Agenda } from './agenda';
import type { WaitingMail } from './post';

/** More steps than any county's year has: a definition whose workflows tell one another for ever is a mistake of ours. */
const mostSteps = 200_000;

type TimerRow = WorkRow & { kind: 'timer' };
type TimerPayload = { command: string; data: Json };

/** A mail that waits to leave. It may fall away meanwhile. */
type Queued = { mail: WaitingMail; isWanted: boolean };

/**
 * A county's workflows in memory, and the time it is: what is decided here is decided, and followed to its end, by the code that does it
 * in the database. It keeps what happened, and what is still to come.
 */
export class World {
  now: Instant;
  readonly standing = new Map<string, Instance>();
  /** What became true, in its order. */
  readonly facts: WorkflowEvent[] = [];
  /** Mails that fell away before they left. */
  readonly suppressed: WaitingMail[] = [];
  /** What workflows told each other and was refused: in the engine's hands a person would look at it. */
  readonly refused: { workflow: string; refused: Refused }[] = [];
  private readonly timers = new Agenda<TimerRow>();
  private readonly mails = new Agenda<Queued>();
  private readonly queued = new Map<string, Queued[]>();
  private readonly publications = new Map<string, Map<string, Publication>>();
  private readonly followers = new Map<string, Map<string, Follower>>();
  private readonly tells: Tell[] = [];
  private readonly onChange: (instance: Instance) => void;
  private published = 0;
  private steps = 0;

  constructor(
    private readonly county: string,
    { now, onChange }: { now: Instant; onChange: (instance: Instance) => void },
  ) {
    this.now = now;
    this.onChange = onChange;
  }

  start({ id, entry, definition, data }: PlannedStart, year: number, ladders?: LaddersInForce): Decision {
    const found = findDefinition(definition);
    if (!found) throw new Error(`No definition is called ${definition}`);
    const command = { name: found.start.event, data, actor: planner, commandId: `simulated:${entry}`, now: this.now };
    const decision = start(found, { id, county: this.county, parent: null }, { ...command, ladders });
    if (!decision.accepted) return decision;
    this.store(unitOfStart(decision, given(command.commandId), { year, entry }, this.now));
    this.settle();
    return decision;
  }

  /** A step of the clock, with all that follows from it. */
  private give(workflow: string, name: string, data: Json): Decision | undefined {
    const before = this.standing.get(workflow);
    if (!before) return undefined;
    const command = { name, data, actor: clock, commandId: commandIdAt(before), now: this.now };
    const decision = advance(definitionOf(before.definition), before, command);
    if (decision.accepted) this.keep(before, decision);
    return decision;
  }

  /** A step of a person that has been decided now; where the workflow has gone on since, it is decided anew. */
  take({ instance, events, ...rest }: Accepted, { name, data, role }: { name: string; data: Json; role: Role }): void {
    const before = this.standing.get(instance.id);
    if (!before) throw new Error(`${instance.id} does not run`);
    if (before.version === (events[0]?.seq ?? 0) - 1) return this.keep(before, { instance, events, ...rest });
    const actor = { id: `simulated:${role}`, role };
    const command = { name, data, actor, commandId: commandIdAt(before), now: this.now };
    const decision = advance(definitionOf(before.definition), before, command);
    if (decision.accepted) this.keep(before, decision);
  }

  private keep(before: Instance, decision: Accepted): void {
    const unit = emptyUnit(before, before.version, null, this.now);
    addStep(unit, decision, given(commandIdAt(before)));
    this.store(unit);
    this.settle();
  }

  /** When the clock next has something to do, or a mail is to leave. */
  nextTimerAt(): Instant | undefined {
    return this.timers.nextAt();
  }

  nextMailAt(): Instant | undefined {
    return this.mails.nextAt();
  }

  /** Does one thing that the clock has to do by now. False where there is nothing. */
  passTime(): boolean {
    const timer = this.timers.takeDue(this.now);
    if (!timer) return false;
    if (!this.isWanted(timer)) return true;
    const { command, data } = timer.payload as TimerPayload;
    const decision = this.give(timer.instance, command, data);
    if (decision && !decision.accepted && decision.code !== 'illegal-step')
      this.refused.push({ workflow: timer.instance, refused: decision });
    return true;
  }

  /** The mails that are to leave by now. */
  takeMails(): WaitingMail[] {
    const due: WaitingMail[] = [];
    for (let one = this.mails.takeDue(this.now); one; one = this.mails.takeDue(this.now)) {
      const { mail, isWanted } = one;
      const waiting = this.queued.get(mail.workflow)?.filter((other) => other !== one) ?? [];
      this.queued.set(mail.workflow, waiting);
      if (isWanted) due.push(mail);
    }
    return due;
  }

  /** A mail waits until then. */
  putOff(mail: WaitingMail, until: Instant): void {
    const one = { mail, isWanted: true };
    this.mails.plan(until, one);
    this.queued.set(mail.workflow, [...(this.queued.get(mail.workflow) ?? []), one]);
  }

  private isWanted({ instance: id, deadline, setNo, rung }: TimerRow): boolean {
    const instance = this.standing.get(id);
    if (!instance || deadline === null || setNo === null || !isRunningSet(instance, deadline, setNo)) return false;
    return rung === null || (instance.deadlines[deadline]?.rungs ?? []).some(({ key }) => key === rung);
  }

  private settle(): void {
    for (let tell = this.tells.shift(); tell; tell = this.tells.shift()) {
      const { workflow, from } = tell.payload;
      const told = this.standing.get(workflow) ?? null;
      const { county, now } = this;
      const decided = decideTold(tell, { county, told, from: this.standing.get(from), now });
      if (!decided) continue;
      if ('refused' in decided) this.refused.push({ workflow, refused: decided.refused });
      else this.store(decided.unit);
    }
  }

  /** What the database would make durable. */
  private store(unit: Unit): void {
    this.steps += 1;
    if (this.steps > mostSteps) throw new Error('Workflows tell one another without end');
    this.hear(unit);
    const moved = new Map([unit.instance, ...unit.started.map(({ instance }) => instance)].map((one) => [one.id, one]));
    for (const instance of moved.values()) this.standing.set(instance.id, instance);
    for (const event of unit.events) if (event.kind === 'fact' && moved.has(event.stream)) this.facts.push(event);
    for (const row of unit.work) if (row.kind === 'timer') this.timers.plan(row.dueAt, row as TimerRow);
    this.dropMails(unit);
    const leavesAt = new Map(unit.work.map(({ dedupeKey, dueAt }) => [dedupeKey, dueAt]));
    for (const { state, ...mail } of unit.notifications) {
      const owed = { ...mail, owedAt: unit.at };
      const at = leavesAt.get(`mail:${mail.id}`);
      if (state === 'suppressed' || at === undefined) this.suppressed.push(owed);
      else this.putOff(owed, at);
    }
    this.tells.push(...tellsIn(unit), ...this.publish(unit));
    for (const instance of moved.values()) this.onChange(instance);
  }

  private dropMails({ ended }: Unit): void {
    for (const { workflow, name, what } of ended) {
      if (what !== 'ended') continue;
      for (const one of this.queued.get(workflow) ?? []) {
        if (one.mail.deadline !== name || !one.isWanted) continue;
        one.isWanted = false;
        this.suppressed.push(one.mail);
      }
    }
  }

  private hear(unit: Unit): void {
    for (let round = 0; round < mostHearingRounds; round += 1) {
      const unheard = unheardIn(unit);
      if (unheard.length === 0) return;
      for (const row of unheard) {
        const known = [...(this.publications.get(row.topic)?.values() ?? [])];
        hearTopic(
          unit,
          row,
          known.sort((a, b) => Number(a.ord) - Number(b.ord)),
        );
      }
    }
    throw new Error(`What ${unit.instance.id} hears never ends`);
  }

  private publish(unit: Unit): Tell[] {
    const { begun, ended } = unit.following;
    for (const { topic, workflow } of ended) this.followers.get(topic)?.delete(workflow);
    for (const { topic, workflow, command } of begun)
      mapIn(this.followers, topic).set(workflow, { topic, workflow, command });
    for (const { topic, workflow, seq, data } of unit.publications) {
      this.published += 1;
      mapIn(this.publications, topic).set(workflow, { topic, workflow, seq, data, ord: String(this.published) });
    }
    const topics = [...new Set(unit.publications.map(({ topic }) => topic))];
    const followers = topics.flatMap((topic) => [...(this.followers.get(topic)?.values() ?? [])]);
    return publishedTo(
      unit,
      followers.sort((a, b) => (a.workflow < b.workflow ? -1 : 1)),
    );
  }
}

const planner: Actor = { id: 'simulated:plan', role: 'admin' };
const clock: Actor = { id: 'clock', role: 'clock' };

function commandIdAt({ id, version }: Instance): string {
  return `simulated:${id}@${version}`;
}

function given(commandId: string): { commandId: string; requestHash: string } {
  return { commandId, requestHash: commandId };
}

function mapIn<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const found = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, found);
  return found;
}
