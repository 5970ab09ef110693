import { addStep, emptyUnit, laddersRevision, leavesWork, type Unit } from '@app/workflows';
import type { Database } from '../connection/database';
import { Joining } from '../connection/joining';
import { requireSameLadders } from '../ladders/ladders';
import { hasTasks } from '../tasks/apply-tasks';
import type { Bell } from '../work/bell';
import type { Outcome } from './apply-units';
import { applyUnits } from './apply-units';
import type { PersonDecisions } from './person-decisions';
import { countyOf, decide, groupOf, lanes, most } from './person-decisions';
import { isOvertaken, publishes, publishUnits } from './publications';
import { RecentWorkflows } from './recent-workflows';
import type { CommandAnswer, CommandRequest, StartAnswer, StartRequest } from './workflow-store';

type Applied = Outcome | { outcome: 'exists' } | { outcome: 'overtaken' };

/** How often a step is decided anew because of what has changed meanwhile: see `notOvertaken`. */
const mostAttempts = 5;

export const uniqueViolation = '23505';

/**
 * Commands that people give. Decided without a lock on what was read, stored only where that still stands; a batch of
 * callers shares one reading and one writing statement.
 */
export class PersonCommands {
  private readonly applying: Joining<Unit, Applied>;
  private readonly recent = new RecentWorkflows();

  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly decisions: PersonDecisions,
  ) {
    this.applying = new Joining({
      lanes,
      most,
      group: ({ county, trace }) => groupOf(county, trace),
      apart: ({ instance }) => instance.id,
      run: (batch) => this.apply(batch),
    });
  }

  async give(request: CommandRequest): Promise<CommandAnswer> {
    const first = (await this.attemptFromMemory(request)) ?? (await this.attempt(request));
    // Somebody was faster. Who named no version wants the command done on whatever stands now.
    return first.outcome === 'stale' && request.ifVersion === undefined ? this.attempt(request) : first;
  }

  start(request: StartRequest): Promise<StartAnswer> {
    return notOvertaken(() => this.attemptStart(request));
  }

  private async attemptStart(request: StartRequest): Promise<StartAnswer | Overtaken> {
    const { county, id } = request;
    const decided = await this.decisions.start(request);
    if ('answer' in decided) return decided.answer;
    const { unit } = decided;
    const applied = await this.applying.do(this.traced(unit));
    if (applied.outcome === 'exists' || applied.outcome === 'overtaken') return applied;
    if (applied.outcome !== 'applied') return this.decisions.again(county, id, request);
    if (unit.snapshot !== undefined) this.recent.keep(county, id, { snapshot: unit.snapshot, year: unit.year });
    return { outcome: 'accepted', instance: unit.instance, replayed: false, now: unit.at };
  }

  private attempt(request: CommandRequest): Promise<CommandAnswer> {
    return notOvertaken(() => this.attemptOnce(request));
  }

  private async attemptOnce(request: CommandRequest): Promise<CommandAnswer | Overtaken> {
    const decided = await this.decisions.command(request);
    if ('answer' in decided) return decided.answer;
    const { unit } = decided;
    const applied = await this.store(request, unit);
    switch (applied.outcome) {
      case 'applied':
        return { outcome: 'accepted', instance: unit.instance, replayed: false, now: unit.at };
      case 'overtaken':
        return applied;
      case 'stale':
        return { outcome: 'stale', version: applied.version };
      default:
        return this.decisions.again(request.county, request.workflow, request);
    }
  }

  /**
   * Decides on the workflow as this process remembers it. Only what is accepted and found to stand still so is an answer;
   * anything else, also a refusal, is decided again on what the database says.
   */
  private async attemptFromMemory(request: CommandRequest): Promise<CommandAnswer | undefined> {
    const { county, workflow, commandId, requestHash, ifVersion } = request;
    const now = this.decisions.time.estimate();
    const recent = now === undefined ? undefined : this.recent.find(county, workflow);
    if (now === undefined || !recent || (ifVersion !== undefined && ifVersion !== recent.instance.version))
      return undefined;
    const decision = decide(request, recent.instance, now);
    if (!decision.accepted || (await this.decisions.needsSecond(request, recent.instance))) return undefined;
    const unit = { ...emptyUnit(recent.instance, recent.instance.version, recent.year, now), estimated: true };
    addStep(unit, decision, { commandId, requestHash });
    await this.decisions.hear(unit);
    const applied = await this.store(request, unit);
    return applied.outcome === 'applied'
      ? { outcome: 'accepted', instance: unit.instance, replayed: false, now }
      : undefined;
  }

  private async store({ county, workflow }: CommandRequest, unit: Unit): Promise<Applied> {
    const applied = await this.applying.do(this.traced(unit));
    if (applied.outcome === 'applied' && unit.snapshot !== undefined) {
      this.recent.keep(county, workflow, { snapshot: unit.snapshot, year: unit.year });
    } else this.recent.forget(county, workflow);
    return applied;
  }

  /** The same unit, which knows the trace it is part of. */
  private traced(unit: Unit): Unit {
    const trace = this.database.watch.traceparent();
    return trace === undefined ? unit : Object.assign(unit, { trace });
  }

  private async apply(batch: readonly Unit[]): Promise<Applied[]> {
    try {
      const outcomes = await this.write(countyOf(batch), batch);
      if (batch.some(leavesWork)) this.bell.ring();
      return outcomes;
    } catch (error) {
      const taken = batch.length === 1 ? takenBy(error) : undefined;
      if (!taken) throw error;
      return [taken];
    }
  }

  /** One statement; more in a transaction where something is started, published or followed, or a task opened or closed. */
  private write(county: string, batch: readonly Unit[]): Promise<Outcome[]> {
    const starts = batch.filter(({ expected }) => expected === 0);
    const trace = batch[0]?.trace;
    const isPlain =
      trace === undefined && starts.length === 0 && !batch.some((unit) => publishes(unit) || hasTasks(unit));
    if (isPlain) return applyUnits(this.database.query, county, batch);
    return this.database.transaction(async (query) => {
      const startedWith = new Set(starts.map(({ instance }) => laddersRevision(instance)));
      for (const revision of startedWith) await requireSameLadders(query, county, revision);
      const outcomes = await applyUnits(query, county, batch);
      await publishUnits(
        query,
        county,
        batch.filter((_, index) => outcomes[index]?.outcome === 'applied'),
      );
      return outcomes;
    }, trace);
  }
}

type Overtaken = { outcome: 'overtaken' };

/** Decides again as long as something was published meanwhile that the step has to know of, or the county's ladders were changed. */
async function notOvertaken<Answer extends { outcome: string }>(
  attempt: () => Promise<Answer | Overtaken>,
): Promise<Exclude<Answer, Overtaken>> {
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    const answer = await attempt();
    if (answer.outcome !== 'overtaken') return answer as Exclude<Answer, Overtaken>;
  }
  throw new Error('Too much changes at once of what the workflow has to know');
}

/** Which id another transaction took in the same moment: the command's, or that of the workflow to be started. */
function takenBy(error: unknown): Applied | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (isOvertaken(error)) return { outcome: 'overtaken' };
  if (code !== uniqueViolation) return undefined;
  if (constraint === 'command_pkey') return { outcome: 'replayed', version: 0 };
  return constraint === 'workflow_pkey' ? { outcome: 'exists' } : undefined;
}
