import type { Proposal, Store } from '@app/store';
import { Problem } from '../problems/problem';
import type { Done } from '../workflows/step-desk';
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
