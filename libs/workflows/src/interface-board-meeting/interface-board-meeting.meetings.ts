import type { Meeting } from '../kernel/definition';
import type { Recipient } from '../kernel/intents';
import type { BoardContext } from './interface-board-meeting.data';
import { respondentOf } from './interface-board-meeting.mails';
import { contactPart, coordinator } from './interface-board-meeting.steps';
import { boardTitle } from './interface-board-meeting.titles';

/** The meeting in the calendars of its coordinator and the contacts of its topics and, once they are invited, of the respondents. */
export function boardMeetings(context: BoardContext): Meeting[] {
  const { dates, parties, agenda, held } = context;
  const { on, at, until, place, basis } = dates.meeting;
  const asPlanned = held === null || held.heldOn === on;
  const isFixed = agenda !== null || basis === 'decided';
  return [
    {
      name: 'meeting',
      title: boardTitle,
      on: held?.heldOn ?? on,
      ...(asPlanned && at && { at }),
      ...(asPlanned && until && { until }),
      ...(place && { place }),
      basis,
      standing: held ? 'held' : isFixed ? 'fixed' : 'planned',
      for: [...coordinator(context), ...contacts(context), ...(agenda ? parties.map(respondentOf) : [])],
    },
  ];
}

function contacts({ topics, parties, county }: BoardContext): Recipient[] {
  return topics.flatMap((topic) => {
    const organisations = [...parties.map(({ organisation }) => organisation), ...(topic.ofCounty ? [county] : [])];
    return organisations.map((organisation) => ({ organisation, audience: contactPart(topic) }));
  });
}
