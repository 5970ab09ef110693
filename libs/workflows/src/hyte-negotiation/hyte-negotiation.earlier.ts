import { councilTermOn } from '@app/domain';
import { z } from 'zod';
import { label, textField } from '../fields';
import { goal, publishedOn, termGoalsTopic, withCarried, yearGoalsTopic, type CarriedGoals } from '../goals';
import type { Fact } from '../kernel/definition';
import type { PublishIntent } from '../kernel/intents';
import { reportTopic } from '../wellbeing-reports';
import type { NegotiationContext } from './hyte-negotiation.data';
import { negotiationTitle } from './hyte-negotiation.meetings';

/** What the negotiation takes up from before, and what it leaves to those after it. */

/** The goals that held for the year of the negotiation and for its council term. */
export function goalTopics({ year, dates }: NegotiationContext): string[] {
  const term = councilTermOn(dates.negotiation.on, 'county');
  return [yearGoalsTopic(year), ...(term ? [termGoalsTopic(term.id)] : [])];
}

/** The report on the year before, which is there in time for the negotiation. */
export function reportTopics({ year }: NegotiationContext): string[] {
  return [reportTopic(year - 1)];
}

export function withCarriedGoals(context: NegotiationContext, { data }: Fact<string, CarriedGoals>): CarriedGoals[] {
  return withCarried(context.carriedGoals, data);
}

/** The negotiation has closed: its goals go to the report on their year and to the negotiation held in it. */
export function goalsPublished(context: NegotiationContext, { on }: Fact): PublishIntent[] {
  const { id, about, goals } = context;
  return publishedOn(yearGoalsTopic(about), { id, matter: negotiationTitle(context), agreedOn: on, goals });
}

const whyNone = textField(
  label('Miksi tavoitteita ei ole', 'Varför det inte finns mål', 'Why there are no goals'),
  2000,
).optional();

/**
 * A negotiation closes with goals, or says why it has none. Where earlier goals were carried over, it can say what became of each
 * and which of its own goes on with which.
 */
export function closing(carried: readonly CarriedGoals[]) {
  const ids = carried.flatMap(({ goals }) => goals.map(({ id }) => id));
  const earlier = z.enum(ids).meta({ label: label('Aiempi tavoite', 'Tidigare mål', 'Earlier goal') });
  const goals = z
    .array(ids.length > 0 ? goal.extend({ continues: earlier.optional() }) : goal)
    .max(50)
    .meta({ label: label('Tavoitteet', 'Mål', 'Goals') });
  const outcomes = z
    .array(z.strictObject({ goal: earlier, outcome: textField(label('Toteuma', 'Utfall', 'Outcome'), 2000) }))
    .max(200)
    .refine((given) => new Set(given.map((one) => one.goal)).size === given.length, {
      params: {
        text: label(
          'Anna jokaisen aiemman tavoitteen toteuma kerran.',
          'Ange utfallet av varje tidigare mål en gång.',
          'Give the outcome of each earlier goal once.',
        ),
      },
    })
    .optional()
    .meta({ label: label('Aiempien tavoitteiden toteumat', 'Utfall av tidigare mål', 'Outcomes of earlier goals') });
  const form = z.strictObject({ goals, whyNone, ...(ids.length > 0 && { outcomes }) });
  return form.refine((given) => given.goals.length > 0 || given.whyNone !== undefined, {
    path: ['goals'],
    params: {
      text: label(
        'Anna ainakin yksi tavoite tai kerro, miksi tavoitteita ei ole.',
        'Ange minst ett mål, eller berätta varför det inte finns mål.',
        'Give at least one goal, or say why there are none.',
      ),
    },
  });
}
export type Closing = {
  goals: NegotiationContext['goals'];
  whyNone?: string | undefined;
  outcomes?: NegotiationContext['outcomes'] | undefined;
};
