import type { CivilDate } from '@app/domain';
import type { Fact } from '../kernel/definition';
import type { Prepared, PreparationStep, TermContext } from './council-term-negotiation.data';
import { preparationSteps } from './council-term-negotiation.data';

/** The first step of the preparation that is neither done nor skipped. */
export function nextPreparation({ preparation }: Pick<TermContext, 'preparation'>): PreparationStep | undefined {
  return preparationSteps.find((step) => preparation[step] === null);
}

/** The step of the preparation that is waited for has been done. */
export function done(context: TermContext, { on, document }: { on: CivilDate; document?: string | undefined }) {
  return prepared(context, { on, skipped: null, document: document ?? null });
}

/** It was left out, for a reason. */
export function skipped(context: TermContext, { data: { reason }, on }: Fact<'StepSkipped', { reason: string }>) {
  return prepared(context, { on, skipped: reason, document: null });
}

function prepared(context: TermContext, how: Prepared): TermContext['preparation'] {
  const step = nextPreparation(context);
  return step ? { ...context.preparation, [step]: how } : context.preparation;
}
