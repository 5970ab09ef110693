import type { Effects } from '@app/workflows';
import { askedForCards } from './asked-for-cards';
import { requestOfCard, withdrawnCard } from './card-paths';
import { cancelledForum, forum } from './event-paths';
import {
  cancelledNegotiation,
  changedNegotiation,
  childrenOf,
  countyHandling,
  escalatedHandling,
  escalatedRequest,
  handedOverRequest,
  movedHandling,
  movedMunicipalHandling,
  movedRequest,
  municipalHandling,
  negotiation,
  request,
  rescheduledNegotiation,
} from './example-paths';
import { municipalOrder, orderedHandling, withdrawnHandling } from './handling-paths';
import { indicatorCards } from './indicator-paths';
import { boardMeeting, cancelledBoard, skippedBoard } from './interface-paths';
import { wellbeingReport } from './report-paths';
import { sharedRequest } from './shared-request';
import { councilTerm, missedTerm } from './term-paths';

/** Every mail that these histories owe: between them every mail there is. */
export function owedMails(): Effects['notifications'] {
  const year = negotiation();
  const dataOf = (kind: string) =>
    childrenOf(year)
      .filter(({ key }) => key.startsWith(kind))
      .map(({ data }) => data);
  return [
    ...year,
    ...cancelledNegotiation(),
    ...councilTerm(),
    ...forum(),
    ...wellbeingReport(),
    ...cancelledForum(),
    ...boardMeeting(),
    ...skippedBoard(),
    ...cancelledBoard(),
    ...childrenOf(indicatorCards()).flatMap(({ data }) => request(data)),
    ...missedTerm(),
    ...rescheduledNegotiation(),
    ...changedNegotiation(),
    ...dataOf('answer-').flatMap((data) => [
      ...request(data),
      ...movedRequest(data),
      ...sharedRequest(data),
      ...escalatedRequest(data),
      ...handedOverRequest(data),
      ...sharedRequest(data),
    ]),
    ...Object.values(askedForCards).flatMap((data) => [...requestOfCard(data), ...withdrawnCard(data)]),
    ...dataOf('hyte-board-').flatMap((data) => [
      ...countyHandling(data),
      ...movedHandling(data),
      ...orderedHandling(data),
    ]),
    ...dataOf('acknowledgement-').flatMap((data) => [
      ...municipalHandling(data),
      ...movedMunicipalHandling(data),
      ...escalatedHandling(data),
      ...withdrawnHandling(data),
      ...municipalOrder(data),
    ]),
  ].flatMap(({ effects }) => effects.notifications);
}
