import type { Evidence } from '@app/domain';
import { annualDuties, answered, forBoth, type NegotiationDuties } from '../evidence-words';
import { eventOf, type EvidenceFact, type EvidenceOf } from '../kernel/evidence';
import type { Answer, RequestInput } from './information-request.data';

/** By what is asked: the duties that the answer supports. */
const dutiesOf: Readonly<Record<string, NegotiationDuties | undefined>> = { 'advance-assignment': annualDuties };

/**
 * An answer to the advance assignment supports the negotiation's duties; to answer is no duty itself. Of an answer that was given
 * again after it had been sent back, the last one counts.
 */
export const requestEvidence: EvidenceOf = {
  InformationRequested: () => [],
  AnswerReceived: (_, fact, started) => answer(fact, started),
  AnswerRegistered: (soFar, fact) => {
    const { caseNumber } = fact.data as { caseNumber?: string };
    return caseNumber === undefined ? soFar : soFar.map((item): Evidence => ({ ...item, caseNumber }));
  },
  RequestWithdrawn: () => [],
};

function answer(fact: EvidenceFact, started: EvidenceFact): Evidence[] {
  const { organisation, subject, negotiation } = started.data as RequestInput;
  const duties = dutiesOf[subject];
  if (!duties) return [];
  const { body, handledOn, section, minutes } = fact.data as Answer;
  const item = {
    period: negotiation.on,
    event: eventOf(fact),
    on: fact.on,
    kind: 'answered' as const,
    weight: 'supports' as const,
    ...(body !== undefined && { body: { fi: body, sv: body } }),
    ...(section !== undefined && { section }),
    ...(minutes !== undefined && { source: minutes }),
    text: answered(fact.on, handledOn),
  };
  return forBoth(item, { county: fact.county, organisation, duties });
}
