import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance, Place, WorkflowEvent } from '@app/workflows';
import { foldStored } from '@app/workflows';
import { askedForCards } from '../support/asked-for-cards';
import { accountsWithoutOwn, cancelledAccounts, termAccounts } from '../support/account-paths';
import { requestOfCard } from '../support/card-paths';
import { carriedNegotiation } from '../support/carried-negotiation';
import { shortenedNegotiation } from '../support/shortened-negotiation';
import {
  changedNegotiation,
  childrenOf,
  countyHandling,
  history,
  movedHandling,
  movedMunicipalHandling,
  movedRequest,
  requestOfOneThatLeft,
  municipalHandling,
  negotiation,
  request,
  rescheduledNegotiation,
} from '../support/example-paths';
import { cancelledForum, forum } from '../support/event-paths';
import { cancelledCards, indicatorCards } from '../support/indicator-paths';
import { boardMeeting, cancelledBoard, skippedBoard } from '../support/interface-paths';
import { cancelledReports, municipalReports } from '../support/municipal-report-paths';
import { rejectedReport, wellbeingReport } from '../support/report-paths';
import { municipalOrder, orderedHandling } from '../support/handling-paths';
import { pausedNegotiation, pausedRequest, reopenedNegotiation } from '../support/paused-paths';
import { sharedRequest } from '../support/shared-request';
import { changedTerm, councilTerm, missedTerm, rejectedTerm } from '../support/term-paths';
import { readLock } from '../support/definition-lock';
import type { Given } from '../support/given';

/** A recorded history and the state it gave when it was recorded. */
type Golden = {
  definition: Instance['definition'];
  histories: { place: Place; events: WorkflowEvent[]; instance: Instance }[];
};

const folder = join(__dirname, '../golden');

/** Recorded anew by: UPDATE_DOCS=1 npm test -- unit golden; only for a version that has not been released. */
function record(): void {
  const year = negotiation();
  const data = (key: string) => childrenOf(year).find((child) => child.key.startsWith(key))?.data ?? null;
  const paths: Record<string, Given[][]> = {
    'hyte-negotiation.v1': [
      year,
      rescheduledNegotiation(),
      changedNegotiation(),
      pausedNegotiation(),
      reopenedNegotiation(),
      carriedNegotiation(),
      shortenedNegotiation(),
    ],
    'information-request.v1': [
      request(data('answer-016')),
      request(data('answer-jarjesto-1')),
      movedRequest(data('answer-016')),
      sharedRequest(data('answer-016')),
      requestOfOneThatLeft(data('answer-016')),
      requestOfCard(askedForCards['municipality-card']),
      pausedRequest(data('answer-016')),
    ],
    'board-handling.v1': [
      countyHandling(data('hyte-board')),
      municipalHandling(data('acknowledgement-111')),
      movedHandling(data('hyte-board')),
      orderedHandling(data('hyte-board')),
      movedMunicipalHandling(data('acknowledgement-111')),
      municipalOrder(data('acknowledgement-111')),
    ],
    'council-term-negotiation.v1': [councilTerm(), missedTerm(), changedTerm(), rejectedTerm()],
    'term-account.v1': [termAccounts(), accountsWithoutOwn(), cancelledAccounts()],
    'yearly-municipal-report.v1': [municipalReports(), cancelledReports()],
    'interface-board-meeting.v1': [boardMeeting(), skippedBoard(), cancelledBoard()],
    'wellbeing-report.v1': [wellbeingReport(), rejectedReport()],
    'indicator-card.v1': [indicatorCards(), cancelledCards()],
    'event.v1': [forum(), cancelledForum()],
    'history-entry.v1': [history()],
  };
  for (const [file, histories] of Object.entries(paths))
    writeFileSync(join(folder, `${file}.json`), goldenOf(histories));
}

function goldenOf(histories: Given[][]): string {
  const ends = histories.map((steps) => steps.at(-1)).filter((end) => end !== undefined);
  const golden = {
    definition: ends[0]?.instance.definition,
    histories: ends.map(({ instance, events }) => ({
      place: { id: instance.id, county: instance.county, parent: instance.parent },
      events,
      instance,
    })),
  };
  return JSON.stringify(golden, null, 1) + '\n';
}

// A hash of a definition misses what stands inside its functions; a history that gave one state must always give it.
describe('recorded histories', () => {
  if (process.env.UPDATE_DOCS) record();

  // What is not in the lock file is a draft, and may do without.
  it.each(Object.keys(readLock()).map((id) => [id.replace('@', '.v')]))('%s give the states they gave', (file) => {
    const { definition, histories } = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as Golden;
    for (const { place, events, instance } of histories) {
      const { publications: _publications, ...folded } = foldStored(definition, place, events);
      expect(folded).toEqual({ instance, differences: [] });
    }
  });
});
