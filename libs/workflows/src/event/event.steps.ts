import type { Text } from '@app/domain';
import type { SomeDates } from '../dated-steps/moved-steps';
import { withDates } from '../dated-steps/moved-steps';
import { stepDeadline } from '../dated-steps/step-deadlines';
import { isTaken } from '../dated-steps/taken-steps';
import { label } from '../fields';
import type { Meeting } from '../kernel/definition';
import type { DeadlineIntent, Recipient } from '../kernel/intents';
import type { EventContext, EventStep } from './event.data';
import { eventSteps } from './event.data';

/** What the coordinator has to do in each step, as the deadlines and the reminders call it. */
export const stepTitles: Record<EventStep, Text> = {
  announcement: label('Lähetä kutsu', 'Skicka inbjudan', 'Send the invitation'),
  event: label('Kirjaa tilaisuus pidetyksi', 'Anteckna tillfället som hållet', 'Record the event as held'),
  notes: label('Kirjaa, mitä sovittiin', 'Anteckna vad man kom överens om', 'Record what came of it'),
};

/** The step that is waited for. */
export function stepNow(context: EventContext): EventStep | undefined {
  return eventSteps.find((step) => !isTaken(context, step));
}

/** The deadline to set anew, where it is the one that runs now. */
export function movedDeadlines(context: EventContext, changed: SomeDates<EventStep>): DeadlineIntent[] {
  const step = stepNow(context);
  return step && changed[step] ? [stepDeadline({ ...context, dates: withDates(context, changed) }, step)] : [];
}

/** The event in the calendars of its coordinator and, once it is announced, of those who are invited. */
export function eventMeetings({ county, title, dates, invited, announced, held }: EventContext): Meeting[] {
  const { on, at, until, place, basis } = dates.event;
  const asPlanned = held === null || held.heldOn === on;
  return [
    {
      name: 'event',
      title,
      on: held?.heldOn ?? on,
      ...(asPlanned && at && { at }),
      ...(asPlanned && until && { until }),
      ...(place && { place }),
      basis,
      standing: held ? 'held' : announced ? 'fixed' : 'planned',
      for: [...coordinator({ county }), ...(announced ? invited.map(respondentOf) : [])],
    },
  ];
}

/** The steps of an event are its coordinator's. */
export function coordinator({ county }: Pick<EventContext, 'county'>): Recipient[] {
  return [{ organisation: county, audience: 'coordinator' }];
}

function respondentOf(organisation: string): Recipient {
  return { organisation, audience: 'respondent' };
}
