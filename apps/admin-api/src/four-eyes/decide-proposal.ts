import type { Proposal, Store } from '@app/store';
import { allowedCommands, definitionOf, type Instance } from '@app/workflows';
import { actorOf, type Caller } from '../access/caller';
import { Problem } from '../problems/problem';
import { requestHashOf } from '../workflows/command-identity';
import type { Done, WouldDo } from '../workflows/step-desk';
import { notDone } from '../workflows/workflow-answer';

type Asked = Parameters<Store['proposals']['confirm']>[0];

/** Does what was proposed, as its proposer's. @throws Problem */
export async function confirmProposal(store: Store, asked: Asked): Promise<Done> {
  const answer = await store.proposals.confirm(asked);
  switch (answer.outcome) {
    case 'accepted':
      return answer;
    case 'unknown-proposal':
      throw new Problem('unknown-proposal');
    case 'decided':
      throw new Problem('proposal-decided');
    case 'same-person':
      throw new Problem('other-person-required');
    case 'not-permitted':
      throw new Problem('not-permitted');
    case 'stale':
      throw new Problem('proposal-void', { headers: { ETag: `"${answer.version}"` } });
    default:
      throw notDone(answer, undefined);
  }
}

/** Lets a proposal go; nothing happens in the workflow. @throws Problem */
export async function rejectProposal(store: Store, asked: Asked): Promise<Proposal> {
  const answer = await store.proposals.reject(asked);
  if (answer.outcome === 'unknown-proposal') throw new Problem('unknown-proposal');
  if (answer.outcome === 'decided') throw new Problem('proposal-decided');
  return answer.proposal;
}

/** What would follow if the caller confirmed it, as its proposer's. @throws Problem where it cannot be confirmed */
export async function foreseeProposal(
  store: Store,
  { id, workflow, version, command: name, data, note, state, proposedBy, role }: Proposal,
  { instance, caller }: { instance: Instance; caller: Caller },
): Promise<WouldDo> {
  if (state !== 'open') throw new Problem('proposal-decided');
  if (proposedBy === actorOf(caller).id) throw new Problem('other-person-required');
  const step = { workflow, name, data: data ?? undefined, note: note ?? undefined };
  const answer = await store.workflows.foresee({
    ...step,
    county: caller.county,
    actor: { id: proposedBy, role },
    commandId: `proposal:${id}`,
    requestHash: requestHashOf(step),
    ifVersion: version,
  });
  if (answer.outcome === 'stale') throw new Problem('proposal-void');
  if (answer.outcome !== 'foreseen' && answer.outcome !== 'accepted') throw notDone(answer, undefined);
  const own = allowedCommands(definitionOf(instance.definition), instance, caller.role);
  if (answer.outcome === 'foreseen' && !own.some((one) => one.name === name)) throw new Problem('not-permitted');
  return answer;
}
