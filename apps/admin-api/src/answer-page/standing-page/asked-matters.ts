import type { Basis, CivilDate, Instant, Language, Text } from '@app/domain';
import { type AnyDefinition, definitionOf, type Instance, isAwaited, standing } from '@app/workflows';
import { z } from 'zod';
import { day } from '../explanations/request-facts';
import type { Outcome } from './outcome';
import { standingWords } from './standing-words';

/** Something that is asked of an organisation on a page of its own. */
export type OpenMatter = {
  workflow: string;
  title: string;
  due: { at: Instant; basis: Basis; overdue: boolean } | undefined;
  state: string;
};

/** What became of something that was asked: `on` is the day on which it was answered or ended. */
export type DoneMatter = {
  workflow: string;
  title: string;
  outcome: Outcome;
  on: CivilDate;
};

/** What is planned and not asked yet, or a meeting to come. */
export type ComingMatter = { matter: string; title: string; on: CivilDate; at?: string; place?: string; basis: Basis };

const answerFacts = z.object({
  answer: z.object({ on: day, late: z.boolean() }).nullable(),
  completion: z.object({}).nullable(),
});
const handledFacts = z.object({ decisions: z.array(z.object({ meetingOn: day })) });

type Asked = { organisation: string; language: Language; now: Instant };

/** Whether the workflow asks something of the organisation that it answers on a page. */
export function asksOf(instance: Instance, organisation: string): boolean {
  const definition = definitionOf(instance.definition);
  const isAnswered = Object.values(definition.commands).some(({ roles }) => roles.includes('respondent'));
  return isAnswered && definition.concerns(instance.context as never).includes(organisation);
}

/** What is still waited for, what is overdue first, then by its date. */
export function openMatters(instances: readonly Instance[], { organisation, language, now }: Asked): OpenMatter[] {
  return instances
    .filter((instance) => asksOf(instance, organisation) && instance.status === 'open' && !answerIn(instance))
    .map((instance) => openMatter(definitionOf(instance.definition), instance, language, now))
    .sort((a, b) => (a.due?.at ?? '9').localeCompare(b.due?.at ?? '9') || a.workflow.localeCompare(b.workflow));
}

function openMatter(definition: AnyDefinition, instance: Instance, language: Language, now: Instant): OpenMatter {
  const [nearest] = Object.values(instance.deadlines)
    .filter(isAwaited)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return {
    workflow: instance.id,
    title: definition.matter(instance.context as never)[language],
    due: nearest && { at: nearest.dueAt, basis: nearest.basis, overdue: now >= nearest.dueAt },
    state: stateOf(definition, instance)[language],
  };
}

/** Where it stands, as its organisation is told: that its manager was written to is for the county to know. */
function stateOf(definition: AnyDefinition, instance: Instance): Text {
  return /(^|\.)escalated$/.test(instance.state) ? standingWords.overdue : standing(definition, instance).title;
}

/** What was answered, missed or taken back in the year, the latest first. */
export function doneMatters(
  instances: readonly Instance[],
  { organisation, language }: Omit<Asked, 'now'>,
  year: string,
): DoneMatter[] {
  return instances
    .filter((instance) => asksOf(instance, organisation))
    .flatMap((instance) => {
      const done = outcomeOf(instance);
      const title = definitionOf(instance.definition).matter(instance.context as never)[language];
      return done?.on.startsWith(year) ? [{ workflow: instance.id, title, ...done }] : [];
    })
    .sort((a, b) => b.on.localeCompare(a.on) || a.workflow.localeCompare(b.workflow));
}

function outcomeOf(instance: Instance): Pick<DoneMatter, 'outcome' | 'on'> | undefined {
  const { status, endedOn } = instance;
  if (status === 'cancelled') return endedOn ? { outcome: 'withdrawn', on: endedOn } : undefined;
  const answer = answerIn(instance);
  if (answer) return { outcome: answer.late ? 'late' : 'answered', on: answer.on };
  if (status === 'open' || !endedOn) return undefined;
  const decided = handledFacts.safeParse(instance.context).data?.decisions.at(-1);
  if (!decided) return { outcome: 'missed', on: endedOn };
  const late = Object.values(instance.deadlines).some((deadline) => deadline.status === 'met-late');
  return { outcome: late ? 'late' : 'answered', on: decided.meetingOn };
}

/** The answer that stands; one that was sent back for completion is waited for again. */
function answerIn({ context }: Instance): { on: CivilDate; late: boolean } | undefined {
  const facts = answerFacts.safeParse(context).data;
  return facts?.answer && !facts.completion ? facts.answer : undefined;
}
