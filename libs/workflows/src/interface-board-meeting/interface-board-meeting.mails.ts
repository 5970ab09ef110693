import type { PartiesChange } from '../collecting/asked-requests';
import { differing } from '../dated-steps/moved-steps';
import type { DatesChange } from '../dated-steps/moved-steps';
import { stepReminded } from '../dated-steps/step-mails';
import { isTaken } from '../dated-steps/taken-steps';
import type { ReminderFellDue } from '../kernel/clock-commands';
import type { NotificationIntent, Recipient } from '../kernel/intents';
import type { BoardContext, BoardStep } from './interface-board-meeting.data';
import { boardSteps } from './interface-board-meeting.data';
import type { Agenda, Item } from './interface-board-meeting.forms';
import { contactPart } from './interface-board-meeting.steps';
import { boardMatter, stepTitles } from './interface-board-meeting.titles';

/** What the mails of a meeting say beyond names and links, which the shell adds when it sends. */

export function reminded(context: BoardContext, rung: ReminderFellDue): NotificationIntent {
  return stepReminded(context, boardMatter(context), stepTitles, rung);
}

/** Every municipality, and the county's own contacts of the topics, are invited with the agenda. */
export function invited(context: BoardContext, agenda: Agenda): NotificationIntent[] {
  return to(membersOf(context), 'meeting-announced', {
    ...aboutMeeting(context),
    ...aboutAgenda(context.items, agenda),
  });
}

/** Whoever has been invited hears of another time or place; whoever is still asked for topics hears it from the request. */
export function moved(context: BoardContext, { dates, reason }: DatesChange<BoardStep>): NotificationIntent[] {
  const { meeting } = dates;
  const moves = meeting && differing(context, boardSteps, dates).includes('meeting');
  if (!moves || !isInvited(context)) return [];
  const [before, after] = [aboutMeeting(context), aboutMeeting({ ...context, dates: { ...context.dates, meeting } })];
  return to(membersOf(context), 'meeting-moved', {
    ...after,
    ...agendaNow(context),
    meetingWas: before.meeting,
    reason,
  });
}

/** Between the invitation and the meeting, who joins is invited, and who leaves is told. */
export function changed(context: BoardContext, { joined, left, reason }: PartiesChange): NotificationIntent[] {
  if (!isInvited(context)) return [];
  const about = aboutMeeting(context);
  return [
    ...to(joined.map(respondentOf), 'meeting-announced', { ...about, ...agendaNow(context) }),
    ...to(left.map(respondentOf), 'meeting-cancelled', { ...about, reason }),
  ];
}

/** Whoever knows of the meeting: those who are invited, or before that those who were asked for topics. */
export function cancelled(context: BoardContext, reason: string): NotificationIntent[] {
  const asked = Object.values(context.asked)
    .filter(({ outcome }) => outcome !== 'withdrawn')
    .map(({ organisation, audience = 'respondent' }) => ({ organisation, audience }));
  return to(isInvited(context) ? membersOf(context) : asked, 'meeting-cancelled', { ...aboutMeeting(context), reason });
}

/** The agenda has been sent, and the meeting is still to come. */
function isInvited(context: BoardContext): boolean {
  return isTaken(context, 'agenda') && !isTaken(context, 'meeting');
}

function membersOf({ county, parties, topics }: BoardContext): Recipient[] {
  const ofCounty = topics.filter((topic) => topic.ofCounty);
  return [
    ...parties.map(respondentOf),
    ...ofCounty.map((topic) => ({ organisation: county, audience: contactPart(topic) })),
  ];
}

export function respondentOf({ organisation }: { organisation: string }): Recipient {
  return { organisation, audience: 'respondent' };
}

function aboutMeeting(context: BoardContext) {
  const { on, at, until, place } = context.dates.meeting;
  const meeting = { on, ...(at && { at }), ...(until && { until }), ...(place && { place }) };
  return { title: boardMatter(context), meeting };
}

function agendaNow({ items, agenda }: BoardContext): object {
  return agenda ? aboutAgenda(items, agenda) : {};
}

/** The coordinator's words, and the items in their order, each with what is proposed. */
function aboutAgenda(items: readonly Item[], { text, document }: Agenda): object {
  const list = items.map(({ title, proposal }, index) => [`${index + 1}. ${title}`, proposal ?? []].flat().join('\n'));
  const words = [text ?? [], ...list].flat().join('\n');
  return { ...(words !== '' && { text: words }), ...(document !== undefined && { document }) };
}

function to(recipients: readonly Recipient[], template: string, data: object): NotificationIntent[] {
  return recipients.map((recipient) => ({ template, to: recipient, data: data as NotificationIntent['data'] }));
}
