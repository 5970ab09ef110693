import type { CivilDate, Evidence } from '@app/domain';
import { annualDuties, answered, forBoth, type NegotiationDuties } from '../evidence-words';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import type { AnswerShared } from './information-request.sharing';
import type { Answer, RequestInput, Takeover } from './information-request.data';

/** By what is asked: the duties that the answer supports. */
const dutiesOf: Readonly<Record<string, NegotiationDuties | undefined>> = { 'advance-assignment': annualDuties };

/**
 * An answer to the advance assignment supports the negotiation's duties; to answer is no duty itself. A completion adds to what the
 * same organisation answered before, which keeps its day. What was answered before a successor went on stays with whoever answered.
 */
export const requestEvidence: EvidenceOf = {
  InformationRequested: () => [],
  RequestTakenOver: (soFar) => soFar,
  AnswerReceived: withAnswer,
  AnswerCorrected: withAnswer,
  AnswerShared: withAnswer,
  SharedAnswerCorrected: withAnswer,
  AnswerRegistered: (soFar, fact) => {
    const { caseNumber } = fact.data as { caseNumber?: string };
    return caseNumber === undefined ? soFar : soFar.map((item): Evidence => ({ ...item, caseNumber }));
  },
  RequestWithdrawn: () => [],
};

/** What is an answer here; a shared one was given on the day that it tells (`on`). */
const answerTypes = ['AnswerReceived', 'AnswerCorrected', 'AnswerShared', 'SharedAnswerCorrected'];

function withAnswer(
  soFar: readonly Evidence[],
  fact: EvidenceFact,
  started: EvidenceFact,
  earlier: readonly EvidenceFact[],
): readonly Evidence[] {
  const facts = [...earlier, fact];
  const organisation = askedBy(facts, started);
  const others = soFar.filter((item) => (item.organisation ?? item.of) !== organisation);
  return [...others, ...answer(facts, started, organisation)];
}

/** Whose answer is waited for after these facts: the organisation that was asked, or its last successor. */
function askedBy(facts: readonly EvidenceFact[], started: EvidenceFact): string {
  const takeover = facts.findLast(({ type }) => type === 'RequestTakenOver') ?? started;
  return (takeover.data as Takeover | RequestInput).organisation;
}

/** The organisation's answer as its completions have left it. */
function answer(facts: readonly EvidenceFact[], started: EvidenceFact, organisation: string): Evidence[] {
  const { subject, next, lastOn } = started.data as RequestInput;
  const duties = dutiesOf[subject];
  const given = facts.filter(
    ({ type }, place) => answerTypes.includes(type) && askedBy(facts.slice(0, place), started) === organisation,
  );
  const [first, last] = [given[0], given.at(-1)];
  if (!duties || !first || !last) return [];
  const { on = cameOn(first) } = first.data as Partial<AnswerShared>;
  const { body, handledOn, section, minutes } = merged<Answer>(sinceCorrected(given));
  const { caseNumber } = merged<{ caseNumber?: string }>(facts.filter(({ type }) => type === 'AnswerRegistered'));
  const item = {
    period: next?.on ?? lastOn,
    event: eventOf(last),
    on,
    kind: 'answered' as const,
    weight: 'supports' as const,
    ...(body !== undefined && { body: { fi: body, sv: body } }),
    ...(section !== undefined && { section }),
    ...(caseNumber !== undefined && { caseNumber }),
    ...(minutes !== undefined && { source: minutes }),
    text: answered(on, handledOn),
  };
  return forBoth(item, { county: first.county, organisation, duties });
}

/** A correction stands for all that was answered before it. */
function sinceCorrected(given: readonly EvidenceFact[]): readonly EvidenceFact[] {
  return given.slice(
    Math.max(
      given.findLastIndex(({ type }) => type === 'AnswerCorrected'),
      0,
    ),
  );
}

/** The day on which an answer came, where that is not the day on which it was recorded. */
function cameOn({ data, on }: EvidenceFact): CivilDate {
  return (data as Answer).receivedOn ?? on;
}

function merged<Data extends object>(facts: readonly EvidenceFact[]): Partial<Data> {
  return facts.reduce<Partial<Data>>((all, { data }) => ({ ...all, ...(data as Partial<Data>) }), {});
}
