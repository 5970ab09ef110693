import type { CivilDate, Register, RegisterChange } from '@app/domain';
import type { Json } from '../kernel/command';
import type { AreaChanged, Reason } from '../kernel/definition';
import type { DeadlineIntent, EndDeadlineIntent } from '../kernel/intents';
import { alreadyParty, areaCommand, changedByArea, takingPartAfter, whyTheyStay } from '../taking-part';
import { councilsIn, withChangedCases } from './council-term-negotiation.councils';
import type { MunicipalitiesChange, TermContext } from './council-term-negotiation.data';
import { approvalsBegun, approvalsMet, hasApproved, waitingSteps } from './council-term-negotiation.dates';

/** Which municipalities negotiate may change while the term runs: they merge, or move to another county. */

/** Why the municipalities may not change so; null when they may. The county itself is never one of them. */
export function whyMunicipalitiesStay(
  { county, municipalities }: TermContext,
  change: MunicipalitiesChange,
): Reason | null {
  return change.joined.includes(county) ? alreadyParty([county]) : whyTheyStay(municipalities, change);
}

/**
 * The term after the change. What a council has decided stays on record; one that leaves is not waited for any more, and one that
 * joins is, also where those in whose place it goes on had approved: the agreement becomes its own by its own council.
 */
export function withChangedMunicipalities(context: TermContext, change: MunicipalitiesChange): TermContext {
  const municipalities = takingPartAfter(context.municipalities, change);
  const isConcerned = (organisation: string) =>
    organisation === context.county || municipalities.includes(organisation);
  const kept = Object.entries(context.approvals).filter(
    ([organisation, decision]) => decision !== null || isConcerned(organisation),
  );
  // One that comes back has approved what it approved.
  const awaited = change.joined.filter((organisation) => !hasApproved(context, organisation));
  return {
    ...withChangedCases(context, change),
    municipalities,
    approvals: Object.fromEntries([...kept, ...awaited.map((organisation) => [organisation, null] as const)]),
  };
}

/** The approvals that were waited for and, without those who leave, are all there. */
export function approvalsComplete(context: TermContext, change: MunicipalitiesChange): EndDeadlineIntent[] {
  const after = withChangedMunicipalities(context, change);
  const waited: string[] = waitingSteps(context);
  const still: string[] = waitingSteps(after);
  return approvalsMet(after).filter(({ name }) => waited.includes(name) && !still.includes(name));
}

/** The approvals that were all there and, with those who join, are waited for again. */
export function approvalsAwaited(context: TermContext, change: MunicipalitiesChange): DeadlineIntent[] {
  return approvalsBegun(context, withChangedMunicipalities(context, change));
}

/** A merger or transfer in which municipalities leave: whoever goes on in their place today negotiates from then on. */
export function areaChanged(
  change: RegisterChange,
  register: Register,
  { municipalities }: Pick<TermContext, 'municipalities'>,
  today: CivilDate,
): AreaChanged {
  const changed = changedByArea(change, register, municipalities, today);
  const asked = areaCommand('change-municipalities', changed);
  if (!asked || !changed) return null;
  const joining = changed.joining.map(({ id }) => id);
  const { name, data } = asked.command;
  return { command: { name, data: { ...(data as object), councils: councilsIn(register, joining) } as Json } };
}
