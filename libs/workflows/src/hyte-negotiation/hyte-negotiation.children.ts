import type { CivilDate } from '@app/domain';
import { lastMeetingBefore } from '@app/domain';
import type { Json } from '../kernel/command';
import type { Fact } from '../kernel/definition';
import type { ChildIntent, TellChildIntent } from '../kernel/intents';
import type { HandlingInput } from '../board-handling/board-handling.data';
import type { RequestInput } from '../information-request/information-request.data';
import { acknowledgingParties } from './hyte-negotiation.dates';
import { assignmentQuestions } from './assignment-questions';
import type { NegotiationContext } from './hyte-negotiation.data';
import type { Party } from './hyte-negotiation.data';

/** The workflows that the negotiation starts, and what it tells them. */

/** The advance assignment: one request for each party. */
export function answerRequests(context: NegotiationContext): ChildIntent[] {
  return context.parties.map((party) => requestTo(context, party, answerKey(party.organisation)));
}

/** The advance assignment for one party. */
export function requestTo(context: NegotiationContext, party: Party, key: string): ChildIntent {
  return { key, workflow: 'information-request', data: requestData(context, party) as Json };
}

function requestData(
  { about, dates, closes, carriedGoals }: NegotiationContext,
  { organisation, kind, body }: Party,
): RequestInput {
  const { assignmentDue, answersCompiled, negotiation } = dates;
  return {
    organisation,
    organisationKind: kind,
    subject: 'advance-assignment',
    about,
    questions: assignmentQuestions(
      about,
      carriedGoals.flatMap(({ goals }) => goals.map(({ title }) => title)),
    ),
    dueOn: assignmentDue.on,
    closes,
    basis: assignmentDue.basis,
    lastOn: answersCompiled.on,
    negotiation,
    answeringBody: body && {
      id: body.id,
      name: body.name,
      lastMeetingOn: lastMeetingBefore(body, assignmentDue.on) ?? null,
      materialsDaysBefore: body.materialsDaysBefore,
    },
  };
}

/** The summary is made: what came is used, what did not come is missed. */
export function closeRequests({ requests }: NegotiationContext): TellChildIntent[] {
  return Object.values(requests).map((key) => ({ key, command: 'close-request', data: {} }));
}

/** The county's board handles the summary. A result it rejects comes back as a new case. */
export function boardCase(context: NegotiationContext, today: CivilDate): ChildIntent {
  const { board, dates, county, about, closes } = context;
  const data: HandlingInput = {
    organisation: county,
    preparedBy: 'presenter',
    presenter: board.presenter,
    subject: 'negotiation-result',
    about,
    title: resultTitle(about),
    bodies: [board.body],
    // The planned meeting, while it is still ahead; else the body's next one.
    firstMeetingOn: dates.hyteBoard.on >= today ? dates.hyteBoard.on : null,
    due: null,
    proposal: context.summary?.proposal ?? null,
    document: context.summary?.document ?? null,
    closes,
  };
  return { key: boardKey(context), workflow: 'board-handling', data: data as Json };
}

/** Every municipality's board acknowledges the result. */
export function acknowledgements(context: NegotiationContext, document: string | null): ChildIntent[] {
  const { dates, about, closes } = context;
  return acknowledgingParties(context).map(({ organisation, body }) => {
    const data: HandlingInput = {
      organisation,
      preparedBy: 'respondent',
      presenter: null,
      subject: 'acknowledgement',
      about,
      title: resultTitle(about),
      bodies: [body],
      firstMeetingOn: null,
      due: { on: dates.acknowledgements.on, basis: dates.acknowledgements.basis },
      proposal: null,
      document,
      closes,
    };
    return { key: acknowledgementKey(organisation), workflow: 'board-handling', data: data as Json };
  });
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
  const keyOf = kind === 'answer' ? answerKey : acknowledgementKey;
  return Object.fromEntries(organisations.map(({ organisation }) => [organisation, keyOf(organisation)]));
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

function answerKey(organisation: string): string {
  return `answer-${organisation}`;
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
