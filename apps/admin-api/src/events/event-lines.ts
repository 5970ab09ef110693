import type { Language } from '@app/domain';
import type { Store } from '@app/store';
import { type LogEvent, jsonLine, namingOf, type Reader, titleOf } from '@app/workflows';

/** The reader of a county's log: names from its register as it is today. */
export async function readerOf(store: Store, county: string, language: Language): Promise<Reader> {
  return { naming: namingOf(await store.register.read(county)), language };
}

/** An event as the API serves it, without line breaks. */
export function eventLine(event: LogEvent, reader: Reader): string {
  return jsonLine(event, reader, titleOf(event)?.[reader.language]);
}

/** Events as the items of a page. */
export function eventsPage(events: readonly LogEvent[], next: number | null, reader: Reader): string {
  return `{"items":[${events.map((event) => eventLine(event, reader)).join(',')}],"next":${next}}`;
}
