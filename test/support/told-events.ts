import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, Text } from '@app/domain';
import { languages } from '@app/domain';
import type { About, Naming, WorkflowEvent } from '@app/workflows';
import { findDefinition, wordsOf } from '@app/workflows';

type Golden = { definition: { name: string; version: number }; histories: { events: WorkflowEvent[] }[] };
type Start = { organisation?: string; title?: Text };

/** An event of a recorded history with what is known of its stream at that moment. */
export type ToldEvent = { definition: string; event: WorkflowEvent; about: About };

const folder = join(__dirname, '../golden');
const takenOver = ['RequestTakenOver', 'HandlingTakenOver'];
const asksSomebody = ['information-request', 'board-handling'];

/** Every event of every recorded history. */
export function recordedEvents(): ToldEvent[] {
  return readdirSync(folder).flatMap((file) => {
    const { definition, histories } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden;
    return histories.flatMap(({ events }) => toldOf(definition, events));
  });
}

function toldOf({ name, version }: Golden['definition'], events: readonly WorkflowEvent[]): ToldEvent[] {
  const definition = findDefinition(name, version);
  const start = (asksSomebody.includes(name) ? events[0]?.data : {}) as Start;
  let { organisation } = start;
  return events.map((event) => {
    if (takenOver.includes(event.type)) ({ organisation } = event.data as Start);
    return { definition: name, event, about: { definition, organisation, title: start.title } };
  });
}

/** What is said of the event in every language. */
export function inWords({ event: { type, data, actor }, about }: ToldEvent, naming: Naming): Record<Language, string> {
  const entries = languages.map((language) => [
    language,
    wordsOf({ type, data, role: actor.role }, about, naming, language),
  ]);
  return Object.fromEntries(entries) as Record<Language, string>;
}
