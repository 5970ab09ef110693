import type { Text } from '@app/domain';
import { label } from '../fields';
import type { Meeting } from '../kernel/definition';
import type { Recipient } from '../kernel/intents';
import type { TermContext } from './council-term-negotiation.data';

/** What stands of the council term in the calendars of those who negotiate. */

export function termTitle({ term }: TermContext): Text {
  return label(
    `Valtuustokauden neuvottelu ${term}`,
    `Fullmäktigeperiodens förhandling ${term}`,
    `Negotiation of the council term ${term}`,
  );
}

/** The negotiation as the plan dates it; once it has been held, the day on which it was. */
export function termMeetings(context: TermContext): Meeting[] {
  const { county, municipalities, dates, negotiation } = context;
  const { on, at, until, place, basis } = dates.negotiation;
  const heldOn = negotiation?.heldOn ?? null;
  const asPlanned = heldOn === null || heldOn === on;
  return [
    {
      name: 'negotiation',
      title: termTitle(context),
      on: heldOn ?? on,
      ...(asPlanned && at && { at }),
      ...(asPlanned && until && { until }),
      ...(place && { place }),
      basis,
      standing: heldOn !== null ? 'held' : 'planned',
      for: [...coordinator({ county }), ...municipalities.map(respondentOf)],
    },
  ];
}

/** The steps of the term are its coordinator's. */
export function coordinator({ county }: Pick<TermContext, 'county'>): Recipient[] {
  return [{ organisation: county, audience: 'coordinator' }];
}

function respondentOf(organisation: string): Recipient {
  return { organisation, audience: 'respondent' };
}
