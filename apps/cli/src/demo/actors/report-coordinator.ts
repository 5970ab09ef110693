import { municipalitiesOn } from '@app/domain';
import { reportHandling } from '../scenario/handlings';
import { reportWords } from '../scenario/texts';
import { prepareBoards } from './board-secretary';
import type { Casting } from './casting';

/** The county's coordinator in the wellbeing report, from the design of the collection until every municipality has the report. */
export function castReport({ world, steps }: Casting): void {
  const { on } = steps;
  const { summary, link, design, indicators } = reportWords;
  steps.step('designStarts', 'record-design', { startedOn: on('designStarts'), plan: design });
  steps.step('requestsSent', 'send-requests');
  steps.step('indicatorsReady', 'record-indicators', { readyOn: on('indicatorsReady'), ...indicators });
  steps.step('cardsCompiled', 'compile-cards');
  const report = { summary, proposal: reportHandling.item.proposal, document: link };
  steps.step('reportReady', 'finish-report', report, (finished) =>
    prepareBoards(world, steps.api, finished, reportHandling),
  );
  steps.step('published', 'publish', { publishedOn: on('published'), link });
  const receivedBy = municipalitiesOn(world.register, on('delivered')).map(({ id }) => id);
  steps.step('delivered', 'close', { receivedBy });
}
