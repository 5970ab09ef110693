import type { Instant } from '@app/domain';
import type { Follower, Instance, Tell, Unit } from '@app/workflows';
import { decideTold, publishedTo, tellsIn } from '@app/workflows';
import type { Database, Statement } from '../connection/database';
import { loadWorkflows } from './load-workflows';
import type { Decided, PersonDecisions } from './person-decisions';
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

const readFollowers: Statement = {
  text: `select topic, workflow, command from vuosikello.follow where county = $1 and topic = any ($2) order by topic, workflow`,
};

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
  tell(tell: Tell): void {
    const { workflow, from } = tell.payload;
    const { county, now, standing } = this;
    const told = standing.get(workflow) ?? null;
    const decided = decideTold(tell, { county, told, from: standing.get(from), now });
    if (!decided) return;
    if ('refused' in decided) this.refused.push({ workflow, refused: decided.refused });
    else this.add(decided.unit);
  }
}
