import { z } from 'zod';
import { label, reasonForm } from '../fields';
import type { CommandDefinition, DecideInput } from '../kernel/definition';
import { halves } from './council-term-negotiation.agreement';
import type { TermContext } from './council-term-negotiation.data';
import { nextPreparation } from './council-term-negotiation.preparation';
import { nextRound } from './council-term-negotiation.yearly';
import { stepTitles } from './step-titles';

/** Steps may be left out, with a reason: those of the preparation, one after another, and what is told once the agreement is in force. */

type InForce = 'midEvaluation' | (typeof halves)[number];
type Skip = { reason: string; step?: InForce };

/** What can be skipped while the agreement is in force: the mid-term evaluation, and the input each half of the year waits for. */
function skippable(context: TermContext): InForce[] {
  if (!context.agreement) return [];
  return [
    ...(context.midEvaluation ? [] : ['midEvaluation' as const]),
    ...halves.filter((half) => nextRound(context, half)),
  ];
}

function skipForm(context: TermContext) {
  const steps = skippable(context);
  if (steps.length === 0) return reasonForm;
  const options = Object.fromEntries(steps.map((step) => [step, stepTitles[step]]));
  return reasonForm.extend({ step: z.enum(steps).meta({ label: label('Vaihe', 'Steg', 'Step'), options }) });
}

function skipped({ reason, step }: Skip, { context }: DecideInput<TermContext>): object {
  if (step === undefined) return { step: nextPreparation(context), reason };
  if (step === 'midEvaluation') return { reason };
  return { year: nextRound(context, step)?.year, half: step, reason };
}

export const skipStep: CommandDefinition<TermContext> = {
  title: label('Ohita vaihe', 'Hoppa över ett steg', 'Skip a step'),
  roles: ['admin', 'coordinator'],
  schema: skipForm,
  event: {
    oneOf: ['StepSkipped', 'MidEvaluationSkipped', 'YearlyInputSkipped'],
    choose: ({ step }: Skip) => {
      if (step === undefined) return 'StepSkipped';
      return step === 'midEvaluation' ? 'MidEvaluationSkipped' : 'YearlyInputSkipped';
    },
  },
  record: skipped,
};
