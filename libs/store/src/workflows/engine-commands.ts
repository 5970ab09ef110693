import type { Instant } from '@app/domain';
import { addStep, emptyUnit, type Instance, leavesWork, type Unit } from '@app/workflows';
import type { Database } from '../connection/database';
import { Joining } from '../connection/joining';
import type { Bell } from '../work/bell';
import type { WorkClaim } from '../work/work-store';
import { applyUnits } from './apply-units';
import type { Locked } from './load-workflows';
import { lockWorkflows } from './load-workflows';
import { decide, groupOf } from './person-decisions';
import { hearPublications } from './hear-publications';
import { publishUnits } from './publications';
import type { EngineAnswer, EngineRequest } from './workflow-store';

type Job = { request: EngineRequest; work: WorkClaim | undefined; trace: string | undefined };
/** A command done before is answered after the transaction, from the log. */
type Verdict =
  { answer: EngineAnswer } | { version: number; now: Instant; standing: Instance | null } | { error: unknown };
type Replay = (county: string, workflow: string, version: number) => Promise<Instance | undefined>;

const lanes = 2;
const most = 256;

/**
 * Commands that the engine gives: the rows are locked before they are read, so that none is decided twice. Several to
 * one workflow (three hundred children telling their parent) are decided one after another and stored as one step.
 */
export class EngineCommands {
  private readonly giving: Joining<Job, Verdict>;

  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly replay: Replay,
  ) {
    this.giving = new Joining({
      lanes,
      most,
      group: ({ request, trace }) => groupOf(request.county, trace),
      apart: ({ request }) => request.commandId,
      run: (batch) => this.giveTogether(batch),
    });
  }

  async give(request: EngineRequest, work?: WorkClaim): Promise<EngineAnswer> {
    const verdict = await this.giving.do({ request, work, trace: this.database.watch.traceparent() });
    if ('error' in verdict) throw verdict.error;
    if ('answer' in verdict) return verdict.answer;
    const { version, now, standing } = verdict;
    const instance =
      standing?.version === version ? standing : await this.replay(request.county, request.workflow, version);
    return instance ? { outcome: 'accepted', instance, replayed: true, now } : { outcome: 'not-found' };
  }

  private async giveTogether(batch: readonly Job[]): Promise<Verdict[]> {
    const county = batch[0]?.request.county ?? '';
    const { verdicts, rings } = await this.database.transaction(async (query) => {
      const wanted = batch.map(({ request, work }) => ({
        workflow: request.workflow,
        commandId: request.commandId,
        work,
      }));
      const loaded = await lockWorkflows(query, county, wanted);
      const units = new Map<string, Unit>();
      const decided = loaded.map((found, index) => decideNext(units, batch[index] as Job, found));
      const changed = [...units.values()].filter(({ commands, finished }) => commands.length + finished.length > 0);
      await hearPublications(query, county, changed);
      const outcomes = changed.length > 0 ? await applyUnits(query, county, changed) : [];
      const late = outcomes.find(({ outcome }) => outcome !== 'applied');
      // The same command id was used for another workflow in this very moment: none of the batch is stored, each is tried alone.
      if (late) throw new Error(`A locked step was not applied but ${late.outcome}`);
      await publishUnits(query, county, changed);
      return { verdicts: decided, rings: changed.some(leavesWork) };
    }, batch[0]?.trace);
    if (rings) this.bell.ring();
    return verdicts;
  }
}

/** Decides one command on the workflow as the commands before it in the batch left it. */
function decideNext(units: Map<string, Unit>, { request, work }: Job, loaded: Locked): Verdict {
  const { workflow, commandId, requestHash } = request;
  const { done, now } = loaded;
  if (loaded.instance) units.set(workflow, emptyUnit(loaded.instance, loaded.instance.version, loaded.year, now));
  const unit = units.get(workflow);
  if (!unit) return { answer: { outcome: 'not-found' } };
  if (!loaded.claimed) return { answer: { outcome: 'claim-lost' } };
  if (done && done.requestHash !== requestHash) return { answer: { outcome: 'key-reused' } };
  if (done) {
    if (work) unit.finished.push(work.id);
    return { version: done.version, now, standing: unit.instance };
  }
  try {
    const decision = decide(request, unit.instance, now);
    if (!decision.accepted) return { answer: { outcome: 'refused', refused: decision, instance: unit.instance } };
    addStep(unit, decision, { commandId, requestHash });
    if (work) unit.finished.push(work.id);
    return { answer: { outcome: 'accepted', instance: decision.instance, replayed: false, now } };
  } catch (error) {
    // A definition that throws is this command's trouble alone.
    return { error };
  }
}
