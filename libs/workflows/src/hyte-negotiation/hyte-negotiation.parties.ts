import { label } from '../fields';
import type { Json } from '../kernel/command';
import type { Fact, Reason } from '../kernel/definition';
import type { ChildIntent, NotificationIntent, TellChildIntent } from '../kernel/intents';
import type { PartiesChange } from './hyte-negotiation.changes';
import { requestTo } from './hyte-negotiation.children';
import type { NegotiationContext, Party } from './hyte-negotiation.data';
import { invitationTo, isInvited, leftOut, requestWithdrawn } from './hyte-negotiation.mails';
import { changesOf, partiesAfter } from './party-changes';

type Change = Fact<string, PartiesChange>;

/** Why the parties may not change so; null when they may. */
export function whyPartiesStay(context: NegotiationContext, { data }: Change): Reason | null {
  const { joined, left } = data;
  const isParty = (id: string) => context.parties.some(({ organisation }) => organisation === id);
  const leaving = left.map(({ organisation }) => organisation);
  const joining = joined.map(({ organisation }) => organisation);
  if (joined.length + left.length === 0) return nothingChanges();
  const already = [...joining.filter(isParty), ...repeated(joining)];
  if (already.length > 0) return alreadyParty(already);
  const unknown = [...leaving.filter((id) => !isParty(id)), ...repeated(leaving)];
  if (unknown.length > 0) return notParty(unknown);
  const after = partiesAfter(context, data).map(({ organisation }) => organisation);
  const lost = left.flatMap(({ successor }) => (successor !== null && !after.includes(successor) ? [successor] : []));
  if (lost.length > 0) return unknownSuccessor(lost);
  return after.length === 0 ? nobodyLeft() : null;
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
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
    const successor = kind === 'request' ? { organisation, organisationKind, body } : { organisation, body };
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

function nothingChanges(): Reason {
  return {
    code: 'nothing-changes',
    detail: label(
      'Anna kentässä joined tai left ainakin yksi organisaatio.',
      'Ange minst en organisation i fältet joined eller left.',
      'Give at least one organisation in joined or left.',
    ),
  };
}

function alreadyParty(ids: string[]): Reason {
  return {
    code: 'already-party',
    detail: label(
      `On jo osapuoli tai annettu kahdesti: ${ids.join(', ')}. Jätä pois kentästä joined.`,
      `Är redan part eller angiven två gånger: ${ids.join(', ')}. Lämna bort ur fältet joined.`,
      `Is a party already, or given twice: ${ids.join(', ')}. Leave it out of joined.`,
    ),
  };
}

function notParty(ids: string[]): Reason {
  return {
    code: 'not-a-party',
    detail: label(
      `Ei ole osapuoli tai annettu kahdesti: ${ids.join(', ')}. Jätä pois kentästä left.`,
      `Är inte part eller angiven två gånger: ${ids.join(', ')}. Lämna bort ur fältet left.`,
      `Is not a party, or given twice: ${ids.join(', ')}. Leave it out of left.`,
    ),
  };
}

function unknownSuccessor(ids: string[]): Reason {
  return {
    code: 'unknown-successor',
    detail: label(
      `Seuraaja ei ole osapuoli muutoksen jälkeen: ${ids.join(', ')}. Anna se myös kentässä joined.`,
      `Efterträdaren är inte part efter ändringen: ${ids.join(', ')}. Ange den även i fältet joined.`,
      `The successor is not a party after the change: ${ids.join(', ')}. Give it in joined too.`,
    ),
  };
}

function nobodyLeft(): Reason {
  return {
    code: 'no-parties',
    detail: label(
      'Neuvottelulla on oltava ainakin yksi osapuoli. Peru neuvottelu toiminnolla cancel, jos sitä ei pidetä.',
      'Förhandlingen ska ha minst en part. Ställ in den med åtgärden cancel om den inte hålls.',
      'The negotiation must have at least one party. Cancel it if it is not to be held.',
    ),
  };
}
