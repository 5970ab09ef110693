import type { Language } from '@app/domain';
import type { Proposal } from '@app/store';
import { commandsOf, findDefinition } from '@app/workflows';
import type { ProposalView } from './four-eyes.schema';

export function proposalView(proposal: Proposal, language: Language): ProposalView {
  const definition = findDefinition(proposal.definition);
  const title = definition && commandsOf(definition)[proposal.command]?.title[language];
  return { ...proposal, title: title ?? proposal.command };
}
