import type { Language } from '@app/domain';
import type { Proposal } from '@app/store';
import { commandsOf, findDefinition } from '@app/workflows';
import type { ProposalView } from './four-eyes.schema';

/** A proposal in words; without what it says where its workflow is withheld from the reader, see `isWithheld`. */
export function proposalView(proposal: Proposal, withheld: boolean, language: Language): ProposalView {
  const definition = findDefinition(proposal.definition);
  const title = definition && commandsOf(definition)[proposal.command]?.title[language];
  return { ...proposal, ...(withheld && { data: null, note: null }), title: title ?? proposal.command };
}
