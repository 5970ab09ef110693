import type { CivilDate } from '@app/domain';
import type { Fact } from '../kernel/definition';
import type { NotedAnswer } from '../information-request/answer-note';
import type { PartiesChange } from './hyte-negotiation.changes';
import { freshAnswerKey } from './hyte-negotiation.children';
import type { DecisionNote } from '../board-handling/decision-note';
import type { NegotiationContext, Party } from './hyte-negotiation.data';

/**
 * Who takes part may change while the negotiation runs: municipalities merge, one moves to another county, a new actor joins.
 * An open request or handling of one that leaves goes to its successor once, and only where the successor has none of its
 * own; nobody is asked twice. What has been answered, decided or attended stays with the one who did it.
 */

/** The open child of a party that leaves: `to` goes on with it, or it is withdrawn. */
export type Handover = { kind: 'request' | 'handling'; key: string; from: Party; to: Party | null };

/** What a change of the parties means: for the open children, and for the one that joins and is to be asked. */
export type Changes = { handovers: Handover[]; asked: { party: Party; key: string }[] };

/** Works out a change of the parties on the day. Pure: nothing is changed yet. */
export function changesOf(context: NegotiationContext, change: PartiesChange, today: CivilDate): Changes {
  const parties = partiesAfter(context, change);
  const leaving = change.left.flatMap(({ organisation, successor }) => {
    const from = context.parties.find((party) => party.organisation === organisation);
    return from ? [{ from, to: parties.find((party) => party.organisation === successor) ?? null }] : [];
  });
  const handovers = [...requestHandovers(context, leaving), ...handlingHandovers(context, leaving)];
  // The successor of one that has answered is not asked for the same; nor is one that answered, left and came back.
  const hasAnswered = ({ organisation }: Party) => ['answered', 'late'].includes(context.answers[organisation] ?? '');
  const spoken = new Set([
    ...handovers.flatMap(({ kind, to }) => (kind === 'request' && to ? [to.organisation] : [])),
    ...leaving.flatMap(({ from, to }) => (to && hasAnswered(from) ? [to.organisation] : [])),
  ]);
  const canAsk = context.step === 'answersCompiled' && today < context.dates.assignmentDue.on;
  const asked = change.joined.filter((party) => canAsk && !spoken.has(party.organisation) && !hasAnswered(party));
  return {
    handovers,
    asked: asked.map((party) => ({ party, key: freshAnswerKey(context, party.organisation) })),
  };
}

type Leaving = { from: Party; to: Party | null };

function requestHandovers(context: NegotiationContext, leaving: readonly Leaving[]): Handover[] {
  if (context.step !== 'answersCompiled') return [];
  const open = ({ organisation }: Party) => context.answers[organisation] === 'asked';
  return handoversOf('request', context.requests, leaving, open, () => true);
}

/** A case goes only to a municipality that has a body for it. */
function handlingHandovers(context: NegotiationContext, leaving: readonly Leaving[]): Handover[] {
  const open = ({ organisation }: Party) => context.acknowledgements[organisation] === null;
  return handoversOf('handling', context.handlings, leaving, open, ({ body }) => body !== null);
}

function handoversOf(
  kind: Handover['kind'],
  keys: Readonly<Record<string, string>>,
  leaving: readonly Leaving[],
  isOpen: (party: Party) => boolean,
  canTake: (party: Party) => boolean,
): Handover[] {
  const having = new Set(Object.keys(keys));
  return leaving
    .filter(({ from }) => isOpen(from))
    .map(({ from, to }) => {
      const takes = to !== null && canTake(to) && !having.has(to.organisation);
      if (takes) having.add(to.organisation);
      return { kind, key: keys[from.organisation] ?? '', from, to: takes ? to : null };
    });
}

/** The parties after the change, in their order; who joins comes last. */
export function partiesAfter(
  { parties }: Pick<NegotiationContext, 'parties'>,
  { joined, left }: PartiesChange,
): Party[] {
  const gone = new Set(left.map(({ organisation }) => organisation));
  return [...parties.filter(({ organisation }) => !gone.has(organisation)), ...joined];
}

/** The negotiation after the change. */
export function withChangedParties(
  context: NegotiationContext,
  change: PartiesChange,
  today: CivilDate,
): NegotiationContext {
  const { handovers, asked } = changesOf(context, change, today);
  const of = (kind: Handover['kind']) => handovers.filter((handover) => handover.kind === kind);
  const askedNow = new Map(asked.map(({ party, key }) => [party.organisation, key]));
  return {
    ...context,
    parties: partiesAfter(context, change),
    children: [...context.children, ...askedNow.values()],
    // A withdrawn request stays on record as such.
    answers: {
      ...without(
        context.answers,
        of('request').map(({ from }) => from.organisation),
      ),
      ...entries(of('request').filter(isWithdrawn), ({ from }) => [from.organisation, 'withdrawn' as const]),
      ...entries(of('request').filter(isTaken), ({ to }) => [to.organisation, 'asked' as const]),
      ...entries([...askedNow.keys()], (organisation) => [organisation, 'asked' as const]),
    },
    requests: { ...keysAfter(context.requests, of('request')), ...Object.fromEntries(askedNow) },
    // A municipality that has left is no longer waited for.
    acknowledgements: {
      ...without(
        context.acknowledgements,
        of('handling').map(({ from }) => from.organisation),
      ),
      ...entries(of('handling').filter(isTaken), ({ to }) => [to.organisation, null]),
    },
    handlings: keysAfter(context.handlings, of('handling')),
  };
}

type Taken = Handover & { to: Party };

function isTaken(handover: Handover): handover is Taken {
  return handover.to !== null;
}

function isWithdrawn({ to }: Handover): boolean {
  return to === null;
}

/** Whose child is which, once the successors have taken theirs over. */
function keysAfter(keys: Record<string, string>, handovers: readonly Handover[]): Record<string, string> {
  const taken = handovers.filter(isTaken);
  return {
    ...without(
      keys,
      taken.map(({ from }) => from.organisation),
    ),
    ...entries(taken, ({ to, key }) => [to.organisation, key]),
  };
}

function without<Value>(record: Record<string, Value>, keys: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

function entries<One, Value>(list: readonly One[], entryOf: (one: One) => [string, Value]): Record<string, Value> {
  return Object.fromEntries(list.map(entryOf));
}

/** What an organisation's answer, or the end of its request, changes: nothing where another request has come in its place. */
export function answerNoted(
  context: NegotiationContext,
  { data: { outcome, late }, by }: Fact<string, NotedAnswer>,
): NegotiationContext['answers'] {
  const place = whoseChild(context, context.requests, by.id);
  if (place === null) return context.answers;
  return { ...context.answers, [place]: outcome === 'answered' && late ? 'late' : outcome };
}

/** What the end of a municipality's handling changes. One that has left is no longer waited for, but what it decided stays. */
export function acknowledged(
  context: NegotiationContext,
  { data: note, by }: Fact<string, DecisionNote>,
): NegotiationContext['acknowledgements'] {
  const { acknowledgements } = context;
  const place = whoseChild(context, context.handlings, by.id);
  if (place === null || (!(place in acknowledgements) && note.decision === 'withdrawn')) return acknowledgements;
  return { ...acknowledgements, [place]: note };
}

/**
 * Whose request or handling the workflow is that has told something: its first organisation's, or whoever's that went on with it
 * while the note was under way. Null where the organisation has another one by now.
 */
function whoseChild({ id }: NegotiationContext, keys: Readonly<Record<string, string>>, child: string): string | null {
  return Object.keys(keys).find((organisation) => `${id}.${keys[organisation]}` === child) ?? null;
}
