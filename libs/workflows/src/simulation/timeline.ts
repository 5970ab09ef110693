import type { CivilDate, Instant, Register, Text } from '@app/domain';
import { helsinkiDate, languages } from '@app/domain';
import { askedPartyOf } from '../asked-party';
import type { Role } from '../kernel/command';
import type { Instance, WorkflowEvent } from '../kernel/instance';
import { definitionOf } from '../registry';
import { wordsOf } from '../words/event-words';
import { type Naming, namingOf } from '../words/naming';
import type { SentMail } from './post';
import type { SimulatedYear } from './simulate-year';

/** Something that happens in a simulated year. */
export type TimelineItem = {
  day: CivilDate;
  at: Instant;
  /** The entry of the plan to which it belongs. */
  entry: string | null;
  workflow: string;
  definition: string;
  /** Whom the workflow asks, or whose bodies handle the matter; null where it concerns many. */
  organisation: string | null;
  /** In which role it is done; `clock` where a date passes. */
  by: Role;
  /** The event that the log would have. */
  event: string;
  what: Text;
};

/** A reminder that falls due is told by its mail, and what one workflow tells another by what it follows from. */
const toldElsewhere: ReadonlySet<string> = new Set(['ReminderFellDue', 'EscalationFellDue']);

/** What happens, in the order in which it happens, put into words one by one. */
export function* timelineOf(
  { facts, standing }: Pick<SimulatedYear<SentMail>, 'facts' | 'standing'>,
  around: Around,
): Generator<undefined, TimelineItem[]> {
  const naming = namingOf(around.register);
  const timeline: TimelineItem[] = [];
  for (const fact of facts) {
    if (!isTold(fact)) continue;
    timeline.push(itemOf(fact, standing.get(fact.stream) as Instance, around, naming));
    yield;
  }
  return timeline;
}

function itemOf(fact: WorkflowEvent, instance: Instance, { entryOf }: Around, naming: Naming): TimelineItem {
  const definition = definitionOf(instance.definition);
  const organisation = askedPartyOf(instance)?.organisation;
  const about = { definition, organisation, title: definition.matter(instance.context as never) };
  const told = { type: fact.type, role: fact.actor.role, data: fact.data };
  const { at, stream: workflow } = fact;
  return {
    day: helsinkiDate(at),
    at,
    entry: entryOf(workflow),
    workflow,
    definition: definition.name,
    organisation: organisation ?? null,
    by: fact.actor.role,
    event: fact.type,
    what: Object.fromEntries(languages.map((language) => [language, wordsOf(told, about, naming, language)])) as Text,
  };
}

/** What the items of a result are read against. `entryOf` gives the entry of the plan that a workflow belongs to. */
export type Around = { register: Register; entryOf: (workflow: string) => string | null };

function isTold({ type, seq, actor: { role } }: WorkflowEvent): boolean {
  return !toldElsewhere.has(type) && (role !== 'workflow' || seq === 1);
}
