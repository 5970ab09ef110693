import type { Language } from '@app/domain';
import type { Store } from '@app/store';
import { findDefinition, type LogEvent, jsonLine, namingOf, type Reader } from '@app/workflows';
import { titleOf } from './event-titles';

/** The reader of a county's log: names from its register as it is today. */
export async function readerOf(store: Store, county: string, language: Language): Promise<Reader> {
  return { naming: namingOf(await store.register.read(county)), language };
}

/** An event as the API serves it, without line breaks. */
export function eventLine(event: LogEvent, reader: Reader): string {
  const { definition } = event.about;
  const known = definition && event.kind === 'fact' ? findDefinition(definition.name, definition.version) : undefined;
  return jsonLine(event, reader, known && titleOf(known, event.type)?.[reader.language]);
}

/** Events as the items of a page. */
export function eventsPage(events: readonly LogEvent[], next: number | null, reader: Reader): string {
  return `{"items":[${events.map((event) => eventLine(event, reader)).join(',')}],"next":${next}}`;
}
