import type { Instance } from '@app/workflows';
import type { Member } from './world-state';

/** How a parent's own record of its children must fit them, once every letter has arrived; by the parent's definition. */
export const agreements: Record<string, (parent: Instance, children: Member[]) => string[]> = {
  'hyte-negotiation': negotiationAgrees,
};

type Negotiation = {
  requests: Record<string, string>;
  handlings: Record<string, string>;
  answers: Record<string, string>;
  acknowledgements: Record<string, { decision: string | null } | null>;
};

function negotiationAgrees({ id, context, status }: Instance, children: Member[]): string[] {
  // Of a cancelled negotiation nobody asks any more who had answered.
  if (status === 'cancelled') return [];
  const { requests, handlings, answers, acknowledgements } = context as Negotiation;
  const child = (key: string | undefined) => children.find(({ place }) => place.id === `${id}.${key}`)?.instance;
  const requested = Object.entries(requests).flatMap(([organisation, key]) => {
    const request = child(key);
    const noted = answers[organisation];
    if (!request || noted === undefined) return [];
    const answered = (request.context as { answer: object | null }).answer !== null;
    const says = request.status === 'open' ? 'asked' : request.state.split('.')[0];
    const fits = answered ? noted === 'answered' || noted === 'late' : noted === says;
    // A request withdrawn after its answer keeps the answer; the negotiation heard of both.
    if (fits || (answered && says === 'withdrawn' && noted === 'withdrawn')) return [];
    return [`${key} is ${request.state}${answered ? ', answered' : ''}; noted as ${noted}`];
  });
  const handled = Object.entries(handlings).flatMap(([organisation, key]) => {
    const handling = child(key);
    const noted = acknowledgements[organisation];
    if (!handling || noted === undefined) return [];
    const told = handling.state === 'handled' || handling.state === 'withdrawn';
    return told === (noted !== null) ? [] : [`${key} is ${handling.state}; noted as ${noted?.decision ?? 'awaited'}`];
  });
  return [...requested, ...handled];
}
