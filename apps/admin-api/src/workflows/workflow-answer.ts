import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { ChildOverview, CommandAnswer, DocumentNames, PastAnswer, Store } from '@app/store';
import { type Instance, isFileWithheld, isWithheld, type WorkflowDocument } from '@app/workflows';
import type { Response } from 'express';
import { type Caller, readsAll } from '../access/caller';
import { Problem } from '../problems/problem';
import { refusalProblem } from '../problems/refusal';
import { STORE } from '../store.token';
import type { WorkflowView } from './workflow.schema';
import { etagOf, workflowView } from './workflow.view';

export type Reader = { caller: Caller; language: Language; response: Response };

/** Answers with a workflow, its ETag beside it. */
@Injectable()
export class WorkflowAnswer {
  constructor(@Inject(STORE) private readonly store: Store) {}

  async of(instance: Instance, { caller, language, response }: Reader): Promise<WorkflowView> {
    const children = await this.childrenOf(instance);
    const asked = [instance.id, ...children.map(({ id }) => id)];
    const handedOver = await this.store.deliveries.handedOver(caller.county, asked);
    const names = await this.namesIn(instance);
    const proposals = await this.store.proposals.list(caller.county, instance.id, { openOnly: true });
    response.set({ ETag: etagOf(instance), 'Cache-Control': 'private, no-cache', 'Content-Language': language });
    const beside = { children, handedOver, names, proposals, ...withheldIn(instance, caller) };
    return workflowView(instance, beside, caller.role, language);
  }

  /** As it stood at a moment in the past: nothing can be done there, and nobody can come back to it with an ETag. */
  async past({ instance, children, at }: PastAnswer & { outcome: 'known' }, { caller, language, response }: Reader) {
    const asked = [instance.id, ...children.map(({ id }) => id)];
    const taken = await this.store.deliveries.handedOver(caller.county, asked);
    const handedOver = new Map([...taken].filter(([, since]) => since <= at));
    const names = await this.namesIn(instance);
    // What was classified since is not public in the past either.
    const today = await this.store.workflows.read(caller.county, instance.id);
    response.set({ 'Cache-Control': 'private, no-cache', 'Content-Language': language });
    const beside = { children, handedOver, names, proposals: [], ...withheldIn(today ?? instance, caller) };
    return { ...workflowView(instance, beside, caller.role, language), availableCommands: [] };
  }

  // What the workflow itself knows it does not have is not looked for: most have neither.
  private async childrenOf({ county, id, life }: Instance): Promise<ChildOverview[]> {
    return life.children.length === 0 ? [] : this.store.workflows.children(county, id);
  }

  private async namesIn({ county, id, life }: Instance): Promise<DocumentNames> {
    return life.documents.length === 0 ? new Map() : this.store.documents.names(county, id);
  }

  /** After a command that was done, now or before. */
  async afterwards(
    { instance, replayed }: CommandAnswer & { outcome: 'accepted' },
    reader: Reader,
  ): Promise<WorkflowView> {
    if (replayed) reader.response.set('Idempotency-Replayed', 'true');
    return this.of(instance, reader);
  }
}

function withheldIn(instance: Instance, caller: Caller) {
  const mayReadAll = readsAll(caller);
  return {
    withheld: isWithheld(instance, mayReadAll),
    isFileWithheld: (document: WorkflowDocument) => isFileWithheld(instance, document, mayReadAll),
  };
}

type NotDone =
  | Exclude<CommandAnswer, { outcome: 'accepted' | 'refused' }>
  | { outcome: 'refused'; refused: Parameters<typeof refusalProblem>[0] };

/** Why a command was not done. `seen` is the version of If-Match, undefined without the header. */
export function notDone(answer: NotDone, seen: number | undefined): Problem {
  switch (answer.outcome) {
    case 'refused':
      return refusalProblem(answer.refused);
    case 'not-found':
      return new Problem('unknown-id');
    case 'second-person-needed':
      return new Problem('second-person-needed');
    case 'key-reused':
      return new Problem('idempotency-key-reused');
    case 'stale':
      return new Problem(seen === undefined ? 'version-required' : 'version-stale', {
        headers: { ETag: etagOf(answer) },
      });
  }
}
