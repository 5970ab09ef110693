import type { Json } from '../kernel/command';
import type { Fact, Reason } from '../kernel/definition';
import type { ChildIntent, NotificationIntent, TellChildIntent } from '../kernel/intents';
import type { PartiesChange } from './hyte-negotiation.changes';
import { requestTo } from './hyte-negotiation.children';
import type { NegotiationContext, Party } from './hyte-negotiation.data';
import { invitationTo, isInvited, leftOut, requestWithdrawn } from './hyte-negotiation.mails';
import { whyTheyStay } from '../taking-part';
import { changesOf } from './party-changes';

type Change = Fact<string, PartiesChange>;

/** Why the parties may not change so; null when they may. */
export function whyPartiesStay({ parties }: NegotiationContext, { data: { joined, left } }: Change): Reason | null {
  const ids = (list: readonly Pick<Party, 'organisation'>[]) => list.map(({ organisation }) => organisation);
  return whyTheyStay(ids(parties), { joined: ids(joined), left });
}

/** Who joins after the invitation is asked like everybody else, while the reply date is still ahead. */
export function newRequests(context: NegotiationContext, { data, on }: Change): ChildIntent[] {
  return changesOf(context, data, on).asked.map(({ party, key }) => requestTo(context, party, key));
}

/** Open requests and handlings go to the successor, or are withdrawn. */
export function childrenHandedOver(context: NegotiationContext, { data, on }: Change): TellChildIntent[] {
  const { reason } = data;
  return changesOf(context, data, on).handovers.map(({ kind, key, to }) => {
    // What has been answered or decided while this was under way stays: the child takes such a command no more.
    if (to === null) return { key, command: kind === 'request' ? 'withdraw-unanswered' : 'withdraw', data: { reason } };
    const { organisation, kind: organisationKind, body } = to;
    const successor = kind === 'request' ? { organisation, organisationKind, body } : { organisation, bodies: [body] };
    return { key, command: 'succeed', data: { ...successor, reason } as Json };
  });
}

/**
 * Who joins is invited, if the negotiation is still ahead; who leaves hears that it is not invited any more, or that its open
 * request is withdrawn because its successor has been asked already. Before the invitation nobody is written to.
 */
export function partiesTold(context: NegotiationContext, fact: Change): NotificationIntent[] {
  if (!isInvited(context)) return [];
  const { data, on } = fact;
  const { handovers, asked } = changesOf(context, data, on);
  const isAhead = context.heldOn === null;
  const answers = new Set([
    ...asked.map(({ party }) => party.organisation),
    ...handovers.flatMap(({ kind, to }) => (kind === 'request' && to ? [to.organisation] : [])),
  ]);
  const invited = isAhead
    ? data.joined.map((party) =>
        invitationTo(context, party, answers.has(party.organisation) && on < context.dates.assignmentDue.on),
      )
    : [];
  const alone = new Set(
    data.left.filter(({ successor }) => successor === null).map(({ organisation }) => organisation),
  );
  const withdrawn = handovers
    .filter(({ to, from }) => to === null && !(isAhead && alone.has(from.organisation)))
    .map(({ from }) => requestWithdrawn(context, from, data.reason));
  const uninvited = context.parties
    .filter(({ organisation }) => isAhead && alone.has(organisation))
    .map((party: Party) => leftOut(context, party, data.reason));
  return [...invited, ...uninvited, ...withdrawn];
}
