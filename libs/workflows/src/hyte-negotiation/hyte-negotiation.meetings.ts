import type { Text } from '@app/domain';
import { label } from '../fields';
import type { Meeting } from '../kernel/definition';
import type { Recipient } from '../kernel/intents';
import type { NegotiationContext, StepName } from './hyte-negotiation.data';

/** What stands of the negotiation in the calendars of those who take part. */

export function negotiationTitle({ year }: NegotiationContext): Text {
  return label(`Hyte-neuvottelu ${year}`, `Hyte-förhandling ${year}`, `HYTE negotiation ${year}`);
}

const beforeItIsFixed = ['open.planning', 'open.fixing-date'];

/** The negotiation itself: as it is planned, and once it has been held, on the day on which it was. */
export function negotiationMeetings(context: NegotiationContext, state: string): Meeting[] {
  const { county, dates, heldOn } = context;
  const { on, at, until, place, basis } = dates.negotiation;
  const asPlanned = heldOn === null || heldOn === on;
  return [
    {
      name: 'negotiation',
      title: negotiationTitle(context),
      on: heldOn ?? on,
      ...(asPlanned && at && { at }),
      ...(asPlanned && until && { until }),
      ...(place && { place }),
      basis,
      standing: heldOn !== null ? 'held' : beforeItIsFixed.includes(state) ? 'planned' : 'fixed',
      for: [{ organisation: county, audience: 'coordinator' }, ...invitedParties(context)],
    },
  ];
}

/** Who is asked for a step: the parties for their comments, the board for its handling, the coordinator for the rest. */
export function askedFor(step: StepName): (context: NegotiationContext) => Recipient[] {
  if (step === 'commentsDue') return respondents;
  if (step === 'hyteBoard')
    return ({ county, board }) => [{ organisation: county, audience: board.presenter ?? 'coordinator' }];
  return ({ county }) => [{ organisation: county, audience: 'coordinator' }];
}

/** Before the invitation nobody outside the county has heard of the date. */
function invitedParties(context: NegotiationContext): Recipient[] {
  return Object.keys(context.answers).length > 0 ? respondents(context) : [];
}

function respondents({ parties }: NegotiationContext): Recipient[] {
  return parties.map(({ organisation }) => ({ organisation, audience: 'respondent' }));
}
