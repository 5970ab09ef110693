import type {
  CommandAnswer,
  CommandForesight,
  CommandRequest,
  Foreseen,
  ProposedAnswer,
  StartForesight,
  StartRequest,
  Store,
} from '@app/store';
import { definitions } from '@app/workflows';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { actorOf, type Caller } from '../access/caller';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { requestHashOf, versionNobodyHas } from './command-identity';
import type { commandBody, startBody } from './step.schema';
import { notDone } from './workflow-answer';

/** A step as somebody asks for it; `seen` is the version of If-Match, undefined without it. */
export type Step = z.infer<typeof commandBody> & { workflow: string; seen: number | undefined; commandId: string };
export type Start = z.infer<typeof startBody> & { commandId: string };

export type Proposed = ProposedAnswer & { outcome: 'proposed' };
export type Done = CommandAnswer & { outcome: 'accepted' };
/** What would become of it; or what has become of it already, where it was done before. */
export type WouldDo = Done | { outcome: 'foreseen'; foreseen: Foreseen };

/** Steps and starts, done or only looked at. What is not done is a problem, the same either way. */
@Injectable()
export class StepDesk {
  constructor(@Inject(STORE) private readonly store: Store) {}

  /** @throws Problem */
  async give(caller: Caller, step: Step): Promise<Done> {
    return accepted(await this.store.workflows.give(commandOf(caller, step)), step.seen);
  }

  /**
   * The step done, or its proposal where the county wants a second person. `isNamed`: the request has a key, so that it may have been
   * made before. @throws Problem
   */
  async giveOrPropose(caller: Caller, step: Step, isNamed: boolean): Promise<Done | Proposed> {
    const command = commandOf(caller, step);
    const answer = await this.store.workflows.give(command);
    if (answer.outcome === 'accepted') return answer;
    // Whoever repeats what was proposed hears what became of it, whatever has happened since.
    const before = isNamed ? await this.store.proposals.requested(command) : undefined;
    const proposed = before ?? (await this.proposeIn(answer, command));
    if (proposed?.outcome === 'key-reused') throw new Problem('idempotency-key-reused');
    if (!proposed) throw notDone(answer, step.seen);
    return proposed;
  }

  private async proposeIn(answer: CommandAnswer, command: CommandRequest) {
    if (answer.outcome !== 'second-person-needed') return undefined;
    const { version, definition } = answer.instance;
    return this.store.proposals.propose({ ...command, ifVersion: version }, definition.name);
  }

  /** @throws Problem */
  async start(caller: Caller, start: Start): Promise<Done> {
    return startAccepted(await this.store.workflows.start(startOf(caller, start)));
  }

  /** `after`: as if that had been done before. @throws Problem */
  async foresee(caller: Caller, step: Step, after?: Foreseen): Promise<WouldDo> {
    const answer = await this.store.workflows.foresee(commandOf(caller, step), after);
    return answer.outcome === 'foreseen' ? answer : accepted(answer, step.seen);
  }

  /** @throws Problem */
  async foreseeStart(caller: Caller, start: Start, after?: Foreseen): Promise<WouldDo> {
    const answer = await this.store.workflows.foreseeStart(startOf(caller, start), after);
    return answer.outcome === 'foreseen' ? answer : startAccepted(answer);
  }
}

/** The id of a workflow that would be started. */
export function startedId({ county }: Caller, key: string): string {
  return `${county}.${key}`;
}

function commandOf(caller: Caller, { workflow, command: name, data, note, seen, commandId }: Step): CommandRequest {
  return {
    county: caller.county,
    workflow,
    name,
    data,
    note,
    actor: actorOf(caller),
    commandId,
    requestHash: requestHashOf({ workflow, name, data, note }),
    ifVersion: seen ?? versionNobodyHas,
  };
}

function startOf(caller: Caller, { definition, key, data, year, commandId }: Start): StartRequest {
  const id = startedId(caller, key);
  return {
    county: caller.county,
    id,
    definition,
    data,
    year,
    actor: actorOf(caller),
    commandId,
    requestHash: requestHashOf({ workflow: id, name: definition, data, year }),
  };
}

function accepted(answer: Exclude<CommandForesight, { outcome: 'foreseen' }>, seen: number | undefined): Done {
  if (answer.outcome !== 'accepted') throw notDone(answer, seen);
  return answer;
}

function startAccepted(answer: Exclude<StartForesight, { outcome: 'foreseen' }>): Done {
  if (answer.outcome === 'unknown-definition')
    throw new Problem('unknown-definition', { allowed: [...new Set(definitions.map(({ name }) => name))] });
  if (answer.outcome === 'exists') throw new Problem('already-exists');
  if (answer.outcome !== 'accepted') throw notDone(answer, undefined);
  return answer;
}
