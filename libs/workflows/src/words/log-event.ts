import type { Instant, Language, Text } from '@app/domain';
import type { Actor, Json } from '../kernel/command';
import type { WorkflowEvent } from '../kernel/instance';
import { findDefinition } from '../registry';
import { titleOfFact } from './event-title';
import { wordsOf } from './event-words';
import type { Naming } from './naming';
import type { About } from './told';

/** What is known of the stream an event stands in, as it was when the event happened. Ids only; names are the register's. */
export type StreamFacts = {
  /** Of a workflow's stream. */
  definition: { name: string; version: number } | null;
  /** Who is asked, or whose bodies handle the matter, and what it is: of requests and handlings. */
  asked?: { organisation: string; title: Text | null };
  /** Of a notification's stream. */
  mail?: { template: string; organisation: string; audience: string };
  /** Of a task's stream. */
  task?: { kind: string; organisation: string | null };
};

/** An event of any stream of the county. `position` is null as long as it has no place in the county's log. */
export type LogEvent = {
  position: number | null;
  /** 0 in a log that was never restored. Each restore begins a later one: a position can come again, but not in the same epoch. */
  epoch: number;
  stream: string;
  seq: number;
  kind: WorkflowEvent['kind'];
  type: string;
  at: Instant;
  actor: Actor;
  note: string | null;
  /** Canonical JSON as it is stored; null once what it said has been disposed of. */
  body: string | null;
  about: StreamFacts;
  /** Set where the reader may not see what it said. */
  withheld?: true;
};

/** An event without what it said: what kind of step it was, when and by whom is left. */
export function withoutContent(event: LogEvent): LogEvent {
  return { ...event, body: null, note: null, withheld: true };
}

/** What happened, in one sentence; see `wordsOf`. Pure. */
export function tell(event: LogEvent, naming: Naming, language: Language): string {
  const {
    type,
    actor: { role },
    body,
    about,
  } = event;
  if (event.withheld) return titleOf(event)?.[language] ?? type;
  const data = body === null ? undefined : (JSON.parse(body) as Json);
  return wordsOf({ type, role, data }, aboutOf(about), naming, language);
}

/** What was done that became the event: the title of the command. Undefined where no command did it, or one that is not known here. */
export function titleOf({
  kind,
  type,
  about: { definition },
}: Pick<LogEvent, 'kind' | 'type' | 'about'>): Text | undefined {
  const found = definition && kind === 'fact' ? findDefinition(definition.name, definition.version) : undefined;
  return found && titleOfFact(found, type);
}

/** Many events stand in one stream: what is known of it is looked up once. */
const known = new WeakMap<StreamFacts, About>();

function aboutOf(facts: StreamFacts): About {
  const before = known.get(facts);
  if (before) return before;
  const { definition, asked, mail, task } = facts;
  const about: About = {
    definition: definition ? findDefinition(definition.name, definition.version) : undefined,
    organisation: asked?.organisation,
    title: asked?.title ?? undefined,
    mail,
    task: task && { kind: task.kind, organisation: task.organisation ?? undefined },
  };
  known.set(facts, about);
  return about;
}
