import { yearOf } from '@app/domain';
import { interfaceTopicsForm } from '../cards/interface-topics-form';
import type { CollectedParty, PartiesChange } from '../collecting/asked-requests';
import { freshKey, notTakenOver, partyAsked, requestsMoved } from '../collecting/asked-requests';
import type { DatesChange, SomeDates } from '../dated-steps/moved-steps';
import { withDates } from '../dated-steps/moved-steps';
import { stepDeadline } from '../dated-steps/step-deadlines';
import { isTaken } from '../dated-steps/taken-steps';
import { requestFor } from '../information-request/request-child';
import type { Fact } from '../kernel/definition';
import type { ChildIntent, DeadlineIntent, Recipient, TellChildIntent } from '../kernel/intents';
import type { BoardContext, BoardStep, Topic } from './interface-board-meeting.data';
import { boardSteps } from './interface-board-meeting.data';
import { boardTitle, topicsTitle } from './interface-board-meeting.titles';

/** The step that is waited for. */
export function stepNow(context: BoardContext): BoardStep | undefined {
  return boardSteps.find((step) => !isTaken(context, step));
}

/** The deadline to set anew, where it is the one that runs now. */
export function movedDeadlines(context: BoardContext, changed: SomeDates<BoardStep>): DeadlineIntent[] {
  const step = stepNow(context);
  const after = { closes: context.closes, dates: withDates(context, changed) };
  return step && changed[step] ? [stepDeadline(after, step)] : [];
}

/** The contacts of every topic, in each municipality and in the county where it has one. */
export function topicRequests(context: BoardContext): ChildIntent[] {
  const { topics, county } = context;
  const ofCounty = topics.filter((topic) => topic.ofCounty).map((topic) => contactOf(topic, county, 'other'));
  return [...context.parties.flatMap((party) => contactsOf(context, party)), ...ofCounty].map((contact) =>
    topicRequest(context, contact),
  );
}

/** Whoever joins is asked like everybody else, while topics are asked for and their day is still ahead. */
export function newRequests(
  context: BoardContext,
  { data, on }: Pick<Fact<string, PartiesChange>, 'data' | 'on'>,
): ChildIntent[] {
  const isAsking = context.steps.topicsAsked?.skipped === null && !isTaken(context, 'agenda');
  if (!isAsking || on >= context.dates.itemsReady.on) return [];
  const contacts = data.joined.flatMap((party) => contactsOf(context, party));
  return notTakenOver(context, data, contacts).map((contact) => topicRequest(context, contact));
}

/** What the open requests hear of dates that move; the agenda has closed them. */
export function movedRequests(context: BoardContext, { dates, reason }: DatesChange<BoardStep>): TellChildIntent[] {
  const { itemsReady, agenda, meeting } = dates;
  if (isTaken(context, 'agenda')) return [];
  const told = {
    ...(itemsReady && { dueOn: itemsReady.on, basis: itemsReady.basis }),
    ...(agenda && { lastOn: agenda.on }),
    ...(meeting && { next: meeting }),
  };
  return requestsMoved(context, told, reason);
}

/** The steps of a meeting are its coordinator's. */
export function coordinator({ county }: Pick<BoardContext, 'county'>): Recipient[] {
  return [{ organisation: county, audience: 'coordinator' }];
}

/** The part of whoever works on the topic in an organisation. */
export function contactPart({ id }: Pick<Topic, 'id'>): string {
  return `interface:${id}`;
}

type TopicContact = CollectedParty & { topic: Topic; audience: string };

function contactsOf({ topics }: BoardContext, { organisation, kind }: CollectedParty): TopicContact[] {
  return topics.map((topic) => contactOf(topic, organisation, kind));
}

function contactOf(topic: Topic, organisation: string, kind: CollectedParty['kind']): TopicContact {
  return { organisation, kind, audience: contactPart(topic), topic };
}

function topicRequest(context: BoardContext, { topic, ...party }: TopicContact): ChildIntent {
  const { dates, closes } = context;
  return requestFor(
    partyAsked(party),
    {
      subject: 'interface-topics',
      about: String(yearOf(dates.meeting.on)),
      title: topicsTitle(topic),
      questions: interfaceTopicsForm(),
      dueOn: dates.itemsReady.on,
      closes,
      basis: dates.itemsReady.basis,
      citation: null,
      voluntary: true,
      lastOn: dates.agenda.on,
      next: { ...dates.meeting, title: boardTitle },
    },
    freshKey(context, party),
  );
}
