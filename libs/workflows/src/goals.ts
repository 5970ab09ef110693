import type { CivilDate, Text } from '@app/domain';
import { z } from 'zod';
import { dateField, label, lineField, textInThree } from './fields';
import type { Json } from './kernel/command';
import type { CommandDefinition } from './kernel/definition';
import { hearingForm } from './kernel/follows';
import type { PublishIntent } from './kernel/intents';

/** Goals, and how they carry from one negotiation to the report on their year and to the next negotiation. */

/** What a negotiation agrees to reach, how it is measured, and who answers for it. */
export const goal = z.strictObject({
  title: lineField(label('Tavoite', 'Mål', 'Goal')),
  measure: lineField(label('Mittari', 'Mätare', 'Measure')),
  baseline: lineField(label('Lähtötaso', 'Utgångsläge', 'Baseline')).optional(),
  target: lineField(label('Tavoitetaso', 'Målnivå', 'Target')),
  owner: lineField(label('Vastuutaho', 'Ansvarig', 'Owner')),
  indicator: lineField(
    label('Indikaattorin tunnus', 'Indikatorns beteckning', 'Identifier of the indicator'),
    60,
  ).optional(),
  dueYear: z
    .number()
    .int()
    .min(2000)
    .max(2100)
    .optional()
    .meta({ label: label('Saavutetaan vuonna', 'Nås år', 'To be reached in') }),
});
export type Goal = z.infer<typeof goal>;

/** A goal as it is carried: `id` names it for ever, `continues` the earlier goal that it goes on with. */
const carriedGoal = goal.extend({ id: z.string(), continues: z.string().optional() });
export type CarriedGoal = z.infer<typeof carriedGoal>;

const publishedGoals = z.strictObject({
  matter: textInThree,
  agreedOn: dateField(label('Sovittu', 'Överenskommet', 'Agreed on')),
  goals: z.array(carriedGoal).min(1).max(50),
});

/** The goals of one earlier workflow (`from`). */
export type CarriedGoals = { from: string; matter: Text; agreedOn: CivilDate; goals: CarriedGoal[] };

/** Where the goals for a year are published, by the negotiation of the year before. */
export function yearGoalsTopic(year: number | string): string {
  return `goals/${year}`;
}

/** Where the goals of a council term are published. */
export function termGoalsTopic(term: string): string {
  return `goals/term/${term}`;
}

type Agreed = {
  id: string;
  matter: Text;
  agreedOn: CivilDate;
  goals: readonly (Goal & { continues?: string | undefined })[];
};

/** The goals that the workflow `id` has agreed on, each with its name for ever; nothing where there are none. */
export function publishedOn(topic: string, { id, matter, agreedOn, goals }: Agreed): PublishIntent[] {
  if (goals.length === 0) return [];
  const named = goals.map((one, index) => ({ ...one, id: `${id}#${index + 1}` }));
  return [{ topic, data: { matter, agreedOn, goals: named } as Json }];
}

type Heard = { from: string; data: Omit<CarriedGoals, 'from'> };

/** How a workflow hears of the goals it goes on with: the fact holds them, and who agreed on them when. */
export const carryGoalsOver: CommandDefinition<unknown> = {
  title: label('Ota aiemmat tavoitteet mukaan', 'Ta med tidigare mål', 'Carry goals over'),
  roles: ['workflow'],
  schema: hearingForm(publishedGoals),
  event: 'GoalsCarriedOver',
  record: ({ from, data }: Heard): CarriedGoals => ({ from, ...data }),
};

/** With the goals of one workflow as it has told them last. */
export function withCarried(known: readonly CarriedGoals[], told: CarriedGoals): CarriedGoals[] {
  return [...known.filter(({ from }) => from !== told.from), told];
}
