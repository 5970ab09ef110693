import { differing } from '../dated-steps/moved-steps';
import type { DatesChange } from '../dated-steps/moved-steps';
import { stepReminded } from '../dated-steps/step-mails';
import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent } from '../kernel/intents';
import type { EventContext, EventStep, InvitedChange } from './event.data';
import { eventSteps } from './event.data';
import { stepTitles } from './event.steps';

/** What the mails of an event say beyond names and links, which the shell adds when it sends. */

export function reminded(context: EventContext, rung: ReminderFellDue): NotificationIntent {
  return stepReminded(context, context.title, stepTitles, rung);
}

/** Everybody who is invited hears of the event. */
export function announced(context: EventContext): NotificationIntent[] {
  return toInvited(context, 'meeting-announced', context.invited);
}

/** Whoever has been invited hears of another time or place. */
export function moved(context: EventContext, { dates, reason }: DatesChange<EventStep>): NotificationIntent[] {
  const meeting = dates.event;
  const moves = meeting && differing(context, eventSteps, dates).includes('event');
  if (!moves || !context.announced) return [];
  const data = { meeting: timeOf(meeting), meetingWas: timeOf(context.dates.event), reason };
  return toInvited(context, 'meeting-moved', context.invited, data);
}

/** After the announcement, who joins is invited, and who leaves is told. */
export function changed(context: EventContext, { joined, left, reason }: InvitedChange): NotificationIntent[] {
  if (!context.announced) return [];
  const leavers = left.map(({ organisation }) => organisation);
  return [
    ...toInvited(context, 'meeting-announced', joined),
    ...toInvited(context, 'meeting-cancelled', leavers, { reason }),
  ];
}

export function cancelled(context: EventContext, { data }: Fact): NotificationIntent[] {
  if (!context.announced) return [];
  return toInvited(context, 'meeting-cancelled', context.invited, { reason: (data as { reason: string }).reason });
}

function toInvited(
  { title, dates, announced: told }: EventContext,
  template: string,
  organisations: readonly string[],
  more: object = {},
): NotificationIntent[] {
  const { text, document } = told ?? {};
  const about = { ...(text !== undefined && { text }), ...(document !== undefined && { document }) };
  const data = { title, meeting: timeOf(dates.event), ...about, ...more };
  return organisations.map((organisation) => ({
    template,
    to: { organisation, audience: 'respondent' },
    data: data,
  }));
}

function timeOf({ on, at, until, place }: EventContext['dates']['event']) {
  return { on, ...(at && { at }), ...(until && { until }), ...(place && { place }) };
}
