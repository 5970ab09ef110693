import type { Fact } from '../kernel/definition';
import type { NegotiationContext, SkippedStep, StepName } from './hyte-negotiation.data';

/**
 * Steps that may be left out, for a reason that stays on record: the planning with the municipalities, the compiled summary of the
 * answers, the draft with its comments. Never the invitation, the negotiation, the board or the result: without them nobody has
 * negotiated (612/2021 § 7(4)), or nobody hears what came of it.
 */
export type StepSkipped = Fact<'StepSkipped', { step: StepName; reason: string }>;

/** The steps left out so far, with this one. After a rejection the draft can be left out again. */
export function withSkipped({ skipped }: NegotiationContext, { data, on }: StepSkipped): SkippedStep[] {
  return [...skipped, { ...data, on }];
}
