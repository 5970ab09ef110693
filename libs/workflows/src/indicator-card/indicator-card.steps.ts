import type { Text } from '@app/domain';
import { indicatorCardForm } from '../cards/indicator-card-form';
import type { CollectedParty } from '../collecting/asked-requests';
import { freshKey, partyAsked } from '../collecting/asked-requests';
import type { SomeDates } from '../dated-steps/moved-steps';
import { withDates } from '../dated-steps/moved-steps';
import { dateWithoutReminders, stepDeadline } from '../dated-steps/step-deadlines';
import { isTaken } from '../dated-steps/taken-steps';
import { label } from '../fields';
import { requestFor } from '../information-request/request-child';
import type { ChildIntent, DeadlineIntent } from '../kernel/intents';
import type { IndicatorContext, IndicatorStep } from './indicator-card.data';

/** What the coordinator has to do in each step, as the deadlines and the reminders call it. */
export const stepTitles: Record<IndicatorStep, Text> = {
  requestsSent: label('Pyydä kortit omistajilta', 'Be ägarna om korten', 'Ask the owners for the cards'),
  statusDue: label('Kortit saatu', 'Korten har kommit', 'Cards received'),
  compiled: label('Kokoa kortit', 'Sammanställ korten', 'Compile the cards'),
};

export function indicatorTitle({ about }: Pick<IndicatorContext, 'about'>): Text {
  return label(`Indikaattorikortit ${about}`, `Indikatorkort ${about}`, `Indicator cards ${about}`);
}

/** One owner is asked for its card. */
export function cardRequest(context: IndicatorContext, party: CollectedParty): ChildIntent {
  const { about, dates, closes } = context;
  return requestFor(
    partyAsked(party),
    {
      subject: 'indicator-status',
      about,
      title: indicatorTitle(context),
      questions: indicatorCardForm(),
      dueOn: dates.statusDue.on,
      closes,
      basis: dates.statusDue.basis,
      citation: null,
      voluntary: true,
      lastOn: dates.compiled.on,
      next: { ...dates.compiled, title: stepTitles.compiled },
    },
    freshKey(context, party),
  );
}

/** All owners are asked. */
export function cardRequests(context: IndicatorContext): ChildIntent[] {
  return context.parties.map((party) => cardRequest(context, party));
}

/** The deadlines that run now: the requests do the reminding of the day on which the cards are due. */
export function deadlinesNow(context: IndicatorContext): DeadlineIntent[] {
  if (isTaken(context, 'compiled')) return [];
  if (!isTaken(context, 'requestsSent')) return [stepDeadline(context, 'requestsSent')];
  return [dateWithoutReminders(context, 'statusDue'), stepDeadline(context, 'compiled')];
}

/** The running deadlines whose date moves. */
export function movedDeadlines(context: IndicatorContext, changed: SomeDates<IndicatorStep>): DeadlineIntent[] {
  const after = { ...context, dates: withDates(context, changed) };
  return deadlinesNow(after).filter(({ name }) => changed[name as IndicatorStep]);
}

/** What the open requests hear of dates that move. */
export function datesOfRequests({ statusDue, compiled }: SomeDates<IndicatorStep>): object {
  return {
    ...(statusDue && { dueOn: statusDue.on, basis: statusDue.basis }),
    ...(compiled && { lastOn: compiled.on, next: compiled }),
  };
}
