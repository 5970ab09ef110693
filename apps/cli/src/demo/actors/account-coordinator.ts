import { accountHandling } from '../scenario/handlings';
import { accountWords } from '../scenario/texts';
import { prepareBoards } from './board-secretary';
import type { Casting } from './casting';

/**
 * The county's coordinator in the accounts and plans of a council term: asks the municipalities for theirs, and takes the county's
 * own through its bodies. Nobody closes the matter while a municipality's is missing.
 */
export function castAccounts({ world, steps }: Casting): void {
  const { summary, link } = accountWords;
  steps.step('requestsSent', 'send-requests');
  const own = { summary, proposal: accountHandling.item.proposal, document: link };
  steps.step('prepared', 'start-handling', own, (started) => prepareBoards(world, steps.api, started, accountHandling));
  steps.step('published', 'publish', { publishedOn: steps.on('published'), link });
}
