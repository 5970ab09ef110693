import type { Instant } from '@app/domain';
import type { Decision, Instance } from '@app/workflows';
import { findDefinition, start } from '@app/workflows';
import type { Database, Statement } from '../connection/database';
import type { TellPayload } from '../work/work-store';
import { loadWorkflows } from './load-workflows';
import type { Decided, PersonDecisions } from './person-decisions';
import { decide } from './person-decisions';
import type { Unit, WorkRow } from './unit';
import { addStep, emptyUnit, unitOfStart } from './unit';
import type {
  CommandForesight,
  CommandRequest,
  ForeseenStep,
  Foreseen,
  StartForesight,
  StartRequest,
} from './workflow-store';

/** More than any county's year can have: a definition whose workflows tell one another for ever is a mistake of ours. */
const mostSteps = 20_000;

/** The refusal that the engine takes for well: the matter has moved on meanwhile. */
const movedOn = 'illegal-step';

const readFollowers: Statement = {
  text: `select topic, workflow, command from vuosikello.follow where county = $1 and topic = any ($2) order by topic, workflow`,
};
type Follower = { topic: string; workflow: string; command: string };

/**
 * What a command would do: decided by what decides commands, with the rows it would store, and stored nowhere. It is followed to its
 * end, through what the engine would tell other workflows right after it.
 */
export class Foresight {
  constructor(
    private readonly database: Database,
    private readonly decisions: PersonDecisions,
  ) {}

  async command(request: CommandRequest, after?: Foreseen): Promise<CommandForesight> {
    const decided = await this.decisions.command(request, after?.standing ?? new Map());
    return 'answer' in decided ? decided.answer : this.foreseen(decided, after);
  }

  async start(request: StartRequest, after?: Foreseen): Promise<StartForesight> {
    const decided = await this.decisions.start(request, after?.standing);
    return 'answer' in decided ? decided.answer : this.foreseen(decided, after);
  }

  private async foreseen(
    { unit }: Extract<Decided<never>, { unit: Unit }>,
    after: Foreseen | undefined,
  ): Promise<{ outcome: 'foreseen'; foreseen: Foreseen }> {
    const before = new Map(after?.standing);
    const [stood] = unit.expected === 0 ? [] : await this.read(unit.county, [unit.instance.id]);
    if (stood && !before.has(stood.id)) before.set(stood.id, stood);
    const following = new Following(unit.county, unit.at, before);
    following.add(unit);
    for (let told = await this.toldBy(following); told.length > 0; told = await this.toldBy(following)) {
      const unknown = told.map(({ payload }) => payload.workflow).filter((id) => !following.standing.has(id));
      for (const instance of await this.read(unit.county, [...new Set(unknown)]))
        following.standing.set(instance.id, instance);
      for (const one of told) following.tell(one);
    }
    const { steps, refused, standing } = following;
    return { outcome: 'foreseen', foreseen: { instance: unit.instance, now: unit.at, steps, refused, standing } };
  }

  /** What the engine would tell next: what workflows said to one another, and what they published. */
  private async toldBy(following: Following): Promise<Tell[]> {
    const units = following.takeNew();
    const topics = [...new Set(units.flatMap(({ publications }) => publications.map(({ topic }) => topic)))];
    const followers = topics.length === 0 ? [] : await this.followersOf(following.county, topics);
    return units.flatMap((unit) => [...tellsIn(unit), ...publishedTo(unit, followers)]);
  }

  private followersOf(county: string, topics: readonly string[]): Promise<Follower[]> {
    return this.database.inCounty(county, (query) => query<Follower>(readFollowers, [county, topics]));
  }

  private async read(county: string, ids: readonly string[]): Promise<Instance[]> {
    if (ids.length === 0) return [];
    const wanted = ids.map((workflow) => ({ workflow, commandId: '' }));
    const loaded = await loadWorkflows(this.database.query, county, wanted);
    return loaded.flatMap(({ instance }) => instance ?? []);
  }
}

type Tell = { payload: TellPayload; key: string };

function tellsIn({ work }: Unit): Tell[] {
  return work.filter(isTold).map(({ payload, dedupeKey }) => ({ payload, key: dedupeKey }));
}

function isTold(row: WorkRow): row is WorkRow & { payload: TellPayload } {
  return row.kind === 'command';
}

/** As `vuosikello.publish` tells it. */
function publishedTo({ publications }: Unit, followers: readonly Follower[]): Tell[] {
  return publications.flatMap(({ topic, workflow: from, seq, data }) =>
    followers
      .filter((follower) => follower.topic === topic && follower.workflow !== from)
      .map(({ workflow, command }) => ({
        payload: { workflow, command, from, data: { topic, from, data } },
        key: `published:${from}@${seq}/${workflow}`,
      })),
  );
}

/** Steps that follow from one another, with every workflow as it stands after the last of them. */
class Following {
  readonly steps: ForeseenStep[] = [];
  readonly refused: Foreseen['refused'] = [];
  private fresh: Unit[] = [];

  constructor(
    readonly county: string,
    private readonly now: Instant,
    readonly standing: Map<string, Instance>,
  ) {}

  add(unit: Unit): void {
    if (this.steps.length >= mostSteps) throw new Error('Workflows tell one another without end');
    this.fresh.push(unit);
    const moved = [unit.instance, ...unit.started.map(({ instance }) => instance)];
    const unique = [...new Map(moved.map((instance) => [instance.id, instance])).values()];
    const workflows = unique.map((instance) => ({ before: this.standing.get(instance.id) ?? null, instance }));
    for (const { instance } of workflows) this.standing.set(instance.id, instance);
    const { events, notifications, tasks, publications, work } = unit;
    const leavesAt = new Map(work.map(({ dedupeKey, dueAt }) => [dedupeKey, dueAt]));
    this.steps.push({
      workflows,
      events,
      mails: notifications.map((mail) => ({ ...mail, leavesAt: leavesAt.get(`mail:${mail.id}`) ?? null })),
      tasks,
      publications,
    });
  }

  takeNew(): Unit[] {
    const taken = this.fresh;
    this.fresh = [];
    return taken;
  }

  /** Decides what the engine would give. Whom nobody knows, and who cannot take it any more, is passed over as the engine does. */
  tell({ payload, key }: Tell): void {
    const { workflow } = payload;
    const before = this.standing.get(workflow);
    const decision = before ? this.given(before, payload, key) : this.begun(payload, key);
    if (!decision) return;
    if (!decision.accepted) {
      if (decision.code !== movedOn || payload.start) this.refused.push({ workflow, refused: decision });
      return;
    }
    const given = { commandId: key, requestHash: key };
    if (!before) {
      const origin = { year: payload.start?.year ?? null, entry: payload.start?.entry ?? null };
      this.add(unitOfStart(decision, given, origin, this.now));
      return;
    }
    const unit = emptyUnit(before, before.version, null, this.now);
    addStep(unit, decision, given);
    this.add(unit);
  }

  private given(before: Instance, { command: name, data, from }: TellPayload, commandId: string): Decision {
    const { county, now } = this;
    const actor = { id: from, role: 'workflow' as const };
    return decide({ county, workflow: before.id, name, data, actor, commandId, requestHash: '' }, before, now);
  }

  private begun({ workflow: id, start: begin, from }: TellPayload, commandId: string): Decision | undefined {
    const definition = begin && findDefinition(begin.workflow);
    if (!definition) return undefined;
    const ladders = this.standing.get(from)?.life.ladders;
    const actor = { id: from, role: 'workflow' as const };
    return start(
      definition,
      { id, county: this.county, parent: null },
      { name: definition.start.event, data: begin.data, actor, commandId, now: this.now, ladders },
    );
  }
}
