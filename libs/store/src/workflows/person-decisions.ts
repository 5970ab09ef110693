import type { Instant } from '@app/domain';
import {
  addStep,
  type AttachedFile,
  type Decision,
  emptyUnit,
  type Instance,
  type Unit,
  unitOfStart,
} from '@app/workflows';
import { advance, definitionOf, findDefinition, start } from '@app/workflows';
import { BusinessTime } from '../clock/business-time';
import type { Database } from '../connection/database';
import { Joining } from '../connection/joining';
import { readLadders } from '../ladders/ladders';
import type { FourEyes } from '../proposals/four-eyes';
import { hearPublications } from './hear-publications';
import type { Loaded, Wanted } from './load-workflows';
import { loadWorkflows } from './load-workflows';
import type { CommandAnswer, CommandRequest, StartAnswer, StartRequest } from './workflow-store';

export type Replay = (county: string, workflow: string, version: number) => Promise<Instance | undefined>;

/** Workflows as they would stand, where that is not what the database says. */
export type Standing = ReadonlyMap<string, Instance>;

/** Either what has to be answered without doing anything, or what is to be stored. */
export type Decided<Answer> = { answer: Answer } | { unit: Unit };

// Measured with 16 and 256 clients: more lanes make smaller batches and no more commands.
export const lanes = 2;
export const most = 256;

/** Decides what people ask for on what the database says; many read together. Nothing is locked, and nothing written. */
export class PersonDecisions {
  readonly time = new BusinessTime();
  private readonly loading: Joining<Wanted & { county: string }, Loaded>;

  constructor(
    private readonly database: Database,
    private readonly replay: Replay,
    private readonly fourEyes: FourEyes,
  ) {
    this.loading = new Joining({
      lanes,
      most,
      group: ({ county }) => county,
      run: (batch) => loadWorkflows(this.database.query, countyOf(batch), batch),
    });
  }

  /** Decides a step; with `standing`, on the workflow as it stands there and only to look: then no second person is asked for. */
  async command(request: CommandRequest, standing?: Standing): Promise<Decided<CommandAnswer>> {
    const { county, workflow, commandId, requestHash, ifVersion } = request;
    const loaded = await this.load({ county, workflow, commandId });
    // Looked at before the version: whoever repeats a command gets its answer, however far the workflow has gone since.
    if (loaded.done) return { answer: await this.answerAgain(county, workflow, requestHash, loaded) };
    const { now, year } = loaded;
    const instance = standing?.get(workflow) ?? loaded.instance;
    if (!instance) return { answer: { outcome: 'not-found' } };
    if (ifVersion !== undefined && ifVersion !== instance.version)
      return { answer: { outcome: 'stale', version: instance.version } };
    const decision = decide(request, instance, now);
    if (!decision.accepted) return { answer: { outcome: 'refused', refused: decision, instance } };
    if (!standing && (await this.needsSecond(request, instance)))
      return { answer: { outcome: 'second-person-needed', instance } };
    const unit = emptyUnit(instance, instance.version, year, now);
    addStep(unit, decision, { commandId, requestHash });
    await this.hear(unit);
    return { unit };
  }

  /** Whether the county wants a second person for the command. */
  needsSecond({ county, name, actor }: CommandRequest, { definition }: Instance): Promise<boolean> {
    return this.fourEyes.needsSecond(county, definition.name, name, actor);
  }

  async start(request: StartRequest, standing?: Standing): Promise<Decided<StartAnswer>> {
    const { county, id, data, actor, commandId, requestHash } = request;
    const definition = findDefinition(request.definition, request.version);
    if (!definition) return { answer: { outcome: 'unknown-definition' } };
    const loaded = await this.load({ county, workflow: id, commandId });
    if (loaded.done) return { answer: await this.answerAgain(county, id, requestHash, loaded) };
    if (loaded.instance || standing?.has(id)) return { answer: { outcome: 'exists' } };
    const { now } = loaded;
    const ladders = await readLadders(this.database.query, county);
    const decision = start(
      definition,
      { id, county, parent: null },
      { name: definition.start.event, data, actor, commandId, now, ladders },
    );
    if (!decision.accepted) return { answer: { outcome: 'refused', refused: decision, instance: null } };
    const origin = { year: request.year ?? null, entry: request.entry ?? null };
    const unit = unitOfStart(decision, { commandId, requestHash }, origin, now);
    await this.hear(unit);
    return { unit };
  }

  /** What was published before on what the unit's workflows begin to follow becomes part of the same step. */
  hear(unit: Unit): Promise<void> {
    return hearPublications(this.database.query, unit.county, [unit]);
  }

  /** The answer to a command that has just turned out to have been done by somebody else. */
  async again(county: string, workflow: string, given: { commandId: string; requestHash: string }) {
    const loaded = await this.load({ county, workflow, commandId: given.commandId });
    return this.answerAgain(county, workflow, given.requestHash, loaded);
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

/** What is traced is written with others of its own trace only, so that the work it leaves is known to be of that trace. */
export function groupOf(county: string, trace: string | undefined): string {
  return trace === undefined ? county : `${county} ${trace}`;
}

export function countyOf(batch: readonly { county: string }[]): string {
  const county = batch[0]?.county;
  if (county === undefined) throw new Error('A batch is never empty');
  return county;
}
