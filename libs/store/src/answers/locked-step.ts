import { addStep, type AttachedFile, emptyUnit, type Instance, leavesWork, type Unit } from '@app/workflows';
import type { Database, Query } from '../connection/database';
import { watchCommand } from '../connection/watch';
import type { Bell } from '../work/bell';
import { applyUnits } from '../workflows/apply-units';
import { hearPublications } from '../workflows/hear-publications';
import { type Locked, lockWorkflows } from '../workflows/load-workflows';
import { uniqueViolation } from '../workflows/person-commands';
import { decide } from '../workflows/person-decisions';
import { isOvertaken, publishUnits } from '../workflows/publications';
import type { CommandAnswer, CommandRequest, WorkflowStore } from '../workflows/workflow-store';

/** A command that goes before the one that is asked for, in the same step. */
export type Before = { name: string; data: object; file?: AttachedFile };

/** What else the step does: or why it is not taken. */
export type Prepared<Other> =
  { before: readonly Before[]; data: unknown; after: (query: Query) => Promise<void> } | { answer: Other };

type Verdict<Other> = { answer: CommandAnswer | Other } | { replayed: number; loaded: Locked };

const mostAttempts = 5;

/** Commands of people that write more than the log: each a transaction of its own, with the workflow locked. */
export class LockedSteps {
  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly workflows: Pick<WorkflowStore, 'readAt'>,
  ) {}

  /** Nothing is written unless the command and all that goes before it are accepted. */
  async give<Other extends { outcome: string } = never>(
    request: CommandRequest,
    prepare: (query: Query, instance: Instance) => Promise<Prepared<Other>>,
  ): Promise<CommandAnswer | Other> {
    return watchCommand(this.database.watch, { command: request.name }, () => this.given(request, prepare));
  }

  private async given<Other extends { outcome: string }>(
    request: CommandRequest,
    prepare: (query: Query, instance: Instance) => Promise<Prepared<Other>>,
  ): Promise<CommandAnswer | Other> {
    const verdict = await this.attempt(request, prepare);
    if ('answer' in verdict) return verdict.answer;
    const { replayed: version, loaded } = verdict;
    const { instance: standing, now } = loaded;
    const { county, workflow } = request;
    const instance = standing?.version === version ? standing : await this.workflows.readAt(county, workflow, version);
    return instance ? { outcome: 'accepted', instance, replayed: true, now } : { outcome: 'not-found' };
  }

  private async attempt<Other>(
    request: CommandRequest,
    prepare: (query: Query, instance: Instance) => Promise<Prepared<Other>>,
  ): Promise<Verdict<Other>> {
    const trace = this.database.watch.traceparent();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { verdict, unit } = await this.database.transaction((query) => giveOn(query, request, prepare), trace);
        if (unit && leavesWork(unit)) this.bell.ring();
        return verdict;
      } catch (error) {
        // Something was published meanwhile, or the command's id was taken in the same moment: now it is known.
        const again = isOvertaken(error) || (error as { code?: string }).code === uniqueViolation;
        if (!again || attempt === mostAttempts) throw error;
      }
    }
  }
}

async function giveOn<Other>(
  query: Query,
  request: CommandRequest,
  prepare: (query: Query, instance: Instance) => Promise<Prepared<Other>>,
): Promise<{ verdict: Verdict<Other>; unit?: Unit }> {
  const { county, workflow, commandId, requestHash, ifVersion } = request;
  const [loaded] = await lockWorkflows(query, county, [{ workflow, commandId }]);
  if (!loaded) throw new Error('Each of the wanted has an answer');
  const { done, instance, year, now } = loaded;
  const answered = (answer: CommandAnswer | Other) => ({ verdict: { answer } });
  if (done && done.requestHash !== requestHash) return answered({ outcome: 'key-reused' });
  if (done) return { verdict: { replayed: done.version, loaded } };
  if (!instance) return answered({ outcome: 'not-found' });
  if (ifVersion !== undefined && ifVersion !== instance.version)
    return answered({ outcome: 'stale', version: instance.version });
  const prepared = await prepare(query, instance);
  if ('answer' in prepared) return answered(prepared.answer);
  const unit = emptyUnit(instance, instance.version, year, now);
  const steps = [
    ...prepared.before.map((before, index) => ({ ...request, ...before, commandId: `${commandId}/${index + 1}` })),
    { ...request, data: prepared.data },
  ];
  for (const step of steps) {
    const decision = decide(step, unit.instance, now);
    if (!decision.accepted) return answered({ outcome: 'refused', refused: decision, instance: unit.instance });
    addStep(unit, decision, { commandId: step.commandId, requestHash });
  }
  const decided = unit.instance;
  await hearPublications(query, county, [unit]);
  const [applied] = await applyUnits(query, county, [unit]);
  if (applied?.outcome !== 'applied') throw new Error(`A locked step was not applied but ${applied?.outcome}`);
  await publishUnits(query, county, [unit]);
  await prepared.after(query);
  return { ...answered({ outcome: 'accepted', instance: decided, replayed: false, now }), unit };
}
