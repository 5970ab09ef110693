import type { CivilDate } from '@app/domain';
import { label } from '../fields';
import type { Fact } from '../kernel/definition';
import type { ChildIntent, TellChildIntent } from '../kernel/intents';
import { countyHandling, municipalHandling } from '../board-handling/handling-child';
import { answerKey, requestFor } from '../information-request/request-child';
import { acknowledgingParties } from './hyte-negotiation.dates';
import { assignmentQuestions } from './assignment-questions';
import type { NegotiationContext } from './hyte-negotiation.data';
import type { Party } from './hyte-negotiation.data';

/** The workflows that the negotiation starts, and what it tells them. */

/** The advance assignment: one request for each party. */
export function answerRequests(context: NegotiationContext): ChildIntent[] {
  return context.parties.map((party) => requestTo(context, party, answerKey(party.organisation)));
}

/** The advance assignment for one party. To take part in the negotiation is a duty of some, to answer this of nobody. */
export function requestTo(
  { about, dates, closes, carriedGoals }: NegotiationContext,
  party: Party,
  key: string,
): ChildIntent {
  const { assignmentDue, answersCompiled, negotiation } = dates;
  const what = {
    subject: 'advance-assignment' as const,
    about,
    title: label(`Ennakkotehtävä, vuosi ${about}`, `Förhandsuppgift, år ${about}`, `Advance assignment, year ${about}`),
    questions: assignmentQuestions(
      about,
      carriedGoals.flatMap(({ goals }) => goals.map(({ title }) => title)),
    ),
    dueOn: assignmentDue.on,
    closes,
    basis: assignmentDue.basis,
    citation: 'countyNegotiates' as const,
    voluntary: true,
    lastOn: answersCompiled.on,
    next: { ...negotiation, title: label('Neuvottelu', 'Förhandling', 'Negotiation') },
  };
  return requestFor(party, what, key);
}

/** The summary is made: what came is used, what did not come is missed. */
export function closeRequests({ requests }: NegotiationContext): TellChildIntent[] {
  return Object.values(requests).map((key) => ({ key, command: 'close-request', data: {} }));
}

/** The county's board handles the summary. A result it rejects comes back as a new case. */
export function boardCase(context: NegotiationContext, today: CivilDate): ChildIntent {
  const { board, dates, county, summary } = context;
  const { body, presenter } = board;
  // The planned meeting, while it is still ahead; else the body's next one.
  const plannedOn = dates.hyteBoard.on >= today ? dates.hyteBoard.on : null;
  return countyHandling(boardKey(context), county, {
    ...resultOf(context, summary?.document ?? null),
    bodies: [{ ...body, presenter, plannedOn }],
    proposal: summary?.proposal ?? null,
  });
}

/** Every municipality's board acknowledges the result. */
export function acknowledgements(context: NegotiationContext, document: string | null): ChildIntent[] {
  const { on, basis } = context.dates.acknowledgements;
  return acknowledgingParties(context).map(({ organisation, body }) =>
    municipalHandling(acknowledgementKey(organisation), organisation, {
      ...resultOf(context, document),
      bodies: [body],
      due: { on, basis },
    }),
  );
}

function resultOf({ about, closes }: NegotiationContext, document: string | null) {
  return { subject: 'negotiation-result' as const, about, title: resultTitle(about), document, closes };
}

/** The negotiation is closed: nobody is reminded any more of a handling that has not been told. */
export function closeHandlings({ acknowledgements, handlings }: NegotiationContext): TellChildIntent[] {
  return Object.entries(handlings)
    .filter(([organisation]) => acknowledgements[organisation] === null)
    .map(([, key]) => ({ key, command: 'close-handling', data: {} }));
}

/** A cancelled negotiation withdraws what it has started and what has not ended. */
export function withdrawChildren(context: NegotiationContext, fact: Fact): TellChildIntent[] {
  const { reason } = fact.data as { reason: string };
  return context.children.map((key) => ({ key, command: 'withdraw', data: { reason } }));
}

/** The parties' own requests or handlings, by organisation. */
export function keysOf(organisations: readonly { organisation: string }[], kind: 'answer' | 'acknowledgement') {
  return Object.fromEntries(
    organisations.map(({ organisation }) => [
      organisation,
      kind === 'answer' ? answerKey(organisation) : acknowledgementKey(organisation),
    ]),
  );
}

/** A key for a party that is asked later; one that left and came back has another request. */
export function freshAnswerKey({ children }: NegotiationContext, organisation: string): string {
  const first = answerKey(organisation);
  const earlier = children.filter((key) => key === first || key.startsWith(`${first}--`)).length;
  return earlier === 0 ? first : `${first}--${earlier + 1}`;
}

/** The county board's present case. */
export function boardKey({ boardNo }: NegotiationContext): string {
  return `hyte-board-${boardNo}`;
}

function acknowledgementKey(organisation: string): string {
  return `acknowledgement-${organisation}`;
}

function resultTitle(about: string) {
  return {
    fi: `Hyvinvoinnin ja terveyden edistämisen vuosineuvottelun tulos, vuosi ${about}`,
    sv: `Resultatet av den årliga förhandlingen om främjande av hälsa och välfärd, år ${about}`,
    en: `Result of the annual negotiation on wellbeing and health, year ${about}`,
  };
}
