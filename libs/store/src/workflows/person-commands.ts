import type { Instant } from '@app/domain';
import type { Accepted, AttachedFile, Decision, Instance } from '@app/workflows';
import { advance, definitionOf, findDefinition, laddersRevision, start } from '@app/workflows';
import { BusinessTime } from '../clock/business-time';
import type { Database } from '../connection/database';
import { Joining } from '../connection/joining';
import { readLadders, requireSameLadders } from '../ladders/ladders';
import type { FourEyes } from '../proposals/four-eyes';
import { hasTasks } from '../tasks/apply-tasks';
import type { Bell } from '../work/bell';
import type { Outcome } from './apply-units';
import { applyUnits } from './apply-units';
import { hearPublications } from './hear-publications';
import type { Loaded, Wanted } from './load-workflows';
import { loadWorkflows } from './load-workflows';
import { isOvertaken, publishes, publishUnits } from './publications';
import { RecentWorkflows } from './recent-workflows';
import type { Unit } from './unit';
import { addStep, emptyUnit, leavesWork, unitOfStart } from './unit';
import type { CommandAnswer, CommandRequest, StartAnswer, StartRequest } from './workflow-store';

type Replay = (county: string, workflow: string, version: number) => Promise<Instance | undefined>;
type Applied = Outcome | { outcome: 'exists' } | { outcome: 'overtaken' };

/** How often a step is decided anew because of what has changed meanwhile: see `notOvertaken`. */
const mostAttempts = 5;

export const uniqueViolation = '23505';
// Measured with 16 and 256 clients: more lanes make smaller batches and no more commands.
const lanes = 2;
const most = 256;

/**
 * Commands that people give. Decided without a lock on what was read, stored only where that still stands; a batch of
 * callers shares one reading and one writing statement.
 */
export class PersonCommands {
  private readonly loading: Joining<Wanted & { county: string }, Loaded>;
  private readonly applying: Joining<Unit, Applied>;
  private readonly recent = new RecentWorkflows();
  private readonly time = new BusinessTime();

  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly replay: Replay,
    private readonly fourEyes: FourEyes,
  ) {
    this.loading = new Joining({
      lanes,
      most,
      group: ({ county }) => county,
      run: (batch) => loadWorkflows(this.database.query, countyOf(batch), batch),
    });
    this.applying = new Joining({
      lanes,
      most,
      group: ({ county }) => county,
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
    const { county, id, data, actor, commandId, requestHash } = request;
    const definition = findDefinition(request.definition, request.version);
    if (!definition) return { outcome: 'unknown-definition' };
    const loaded = await this.load({ county, workflow: id, commandId });
    if (loaded.done) return this.answerAgain(county, id, requestHash, loaded);
    if (loaded.instance) return { outcome: 'exists' };
    const { now } = loaded;
    const ladders = await readLadders(this.database.query, county);
    const decision = start(
      definition,
      { id, county, parent: null },
      { name: definition.start.event, data, actor, commandId, now, ladders },
    );
    if (!decision.accepted) return { outcome: 'refused', refused: decision, instance: null };
    const origin = { year: request.year ?? null, entry: request.entry ?? null };
    const unit = unitOfStart(decision, { commandId, requestHash }, origin, now);
    await hearPublications(this.database.query, county, [unit]);
    const applied = await this.applying.do(unit);
    if (applied.outcome === 'exists' || applied.outcome === 'overtaken') return applied;
    if (applied.outcome === 'applied') {
      if (unit.snapshot !== undefined) this.recent.keep(county, id, { snapshot: unit.snapshot, year: unit.year });
      return { outcome: 'accepted', instance: unit.instance, replayed: false, now };
    }
    return this.answerAgain(county, id, requestHash, await this.load({ county, workflow: id, commandId }));
  }

  private attempt(request: CommandRequest): Promise<CommandAnswer> {
    return notOvertaken(() => this.attemptOnce(request));
  }

  private async attemptOnce(request: CommandRequest): Promise<CommandAnswer | Overtaken> {
    const { county, workflow, commandId, requestHash, ifVersion } = request;
    const loaded = await this.load({ county, workflow, commandId });
    // Looked at before the version: whoever repeats a command gets its answer, however far the workflow has gone since.
    if (loaded.done) return this.answerAgain(county, workflow, requestHash, loaded);
    const { instance, now, year } = loaded;
    if (!instance) return { outcome: 'not-found' };
    if (ifVersion !== undefined && ifVersion !== instance.version)
      return { outcome: 'stale', version: instance.version };
    const decision = decide(request, instance, now);
    if (!decision.accepted) return { outcome: 'refused', refused: decision, instance };
    if (await this.needsSecond(request, instance)) return { outcome: 'second-person-needed', instance };
    const unit = emptyUnit(instance, instance.version, year, now);
    const applied = await this.store(request, unit, decision);
    if (applied.outcome === 'applied') return { outcome: 'accepted', instance: unit.instance, replayed: false, now };
    if (applied.outcome === 'overtaken') return applied;
    if (applied.outcome === 'stale') return { outcome: 'stale', version: applied.version };
    return this.answerAgain(county, workflow, requestHash, await this.load({ county, workflow, commandId }));
  }

  /**
   * Decides on the workflow as this process remembers it. Only what is accepted and found to stand still so is an answer;
   * anything else, also a refusal, is decided again on what the database says.
   */
  private async attemptFromMemory(request: CommandRequest): Promise<CommandAnswer | undefined> {
    const { county, workflow, ifVersion } = request;
    const now = this.time.estimate();
    const recent = now === undefined ? undefined : this.recent.find(county, workflow);
    if (now === undefined || !recent || (ifVersion !== undefined && ifVersion !== recent.instance.version))
      return undefined;
    const decision = decide(request, recent.instance, now);
    if (!decision.accepted || (await this.needsSecond(request, recent.instance))) return undefined;
    const unit = { ...emptyUnit(recent.instance, recent.instance.version, recent.year, now), estimated: true };
    const applied = await this.store(request, unit, decision);
    return applied.outcome === 'applied'
      ? { outcome: 'accepted', instance: unit.instance, replayed: false, now }
      : undefined;
  }

  private needsSecond({ county, name, actor }: CommandRequest, { definition }: Instance): Promise<boolean> {
    return this.fourEyes.needsSecond(county, definition.name, name, actor);
  }

  private async store(
    { county, workflow, commandId, requestHash }: CommandRequest,
    unit: Unit,
    decision: Accepted,
  ): Promise<Applied> {
    addStep(unit, decision, { commandId, requestHash });
    await hearPublications(this.database.query, county, [unit]);
    const applied = await this.applying.do(unit);
    if (applied.outcome === 'applied' && unit.snapshot !== undefined) {
      this.recent.keep(county, workflow, { snapshot: unit.snapshot, year: unit.year });
    } else this.recent.forget(county, workflow);
    return applied;
  }

  private async load(wanted: Wanted & { county: string }): Promise<Loaded> {
    const loaded = await this.loading.do(wanted);
    this.time.observe(loaded.now, loaded.virtual);
    return loaded;
  }

  private async answerAgain(
    county: string,
    workflow: string,
    requestHash: string,
    { done, instance, now }: Loaded,
  ): Promise<KnownAnswer> {
    if (done?.requestHash !== requestHash) return { outcome: 'key-reused' };
    const then = instance?.version === done.version ? instance : await this.replay(county, workflow, done.version);
    return then ? { outcome: 'accepted', instance: then, replayed: true, now } : { outcome: 'not-found' };
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
    const isPlain = starts.length === 0 && !batch.some((unit) => publishes(unit) || hasTasks(unit));
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
    });
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

type KnownAnswer = Extract<CommandAnswer, { outcome: 'accepted' | 'key-reused' | 'not-found' }>;

/** Decides a command on a workflow as it stands. */
export function decide(
  request: Omit<CommandRequest, 'ifVersion'> & { file?: AttachedFile },
  instance: Instance,
  now: Instant,
): Decision {
  const { name, data, actor, commandId, note, file } = request;
  const command = { name, data, actor, commandId, now, ...(note !== undefined && { note }), ...(file && { file }) };
  return advance(definitionOf(instance.definition), instance, command);
}

/** Which id another transaction took in the same moment: the command's, or that of the workflow to be started. */
function takenBy(error: unknown): Applied | undefined {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (isOvertaken(error)) return { outcome: 'overtaken' };
  if (code !== uniqueViolation) return undefined;
  if (constraint === 'command_pkey') return { outcome: 'replayed', version: 0 };
  return constraint === 'workflow_pkey' ? { outcome: 'exists' } : undefined;
}

function countyOf(batch: readonly { county: string }[]): string {
  const county = batch[0]?.county;
  if (county === undefined) throw new Error('A batch is never empty');
  return county;
}
