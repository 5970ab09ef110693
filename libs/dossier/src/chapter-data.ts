import { definitionOf } from '@app/workflows';
import type { Chapter } from './chapter';
import { eventWords } from './words/event-words';

/** One workflow of a dossier for programs. The HTML of its mails is in files of its own where there are files. */
export function chapterData(
  { instance, withheld, events, mails, documents }: Chapter,
  { withHtml }: { withHtml: boolean },
) {
  const { id, definition, state, status, startedOn, endedOn, parent, life } = instance;
  return {
    ...{ id, definition, state, status, startedOn, endedOn, parent, withheld },
    records: life.records ?? [],
    documents: documents.map(({ document, path, withheld: left }) => ({ ...document, path, withheld: left })),
    events: events.map((event) => ({ ...event, words: eventWords(definitionOf(definition), event) })),
    mails: mails.map(({ notification: { html, ...rest }, events: steps }) => ({
      ...rest,
      ...(withHtml && { html }),
      events: steps.map(({ seq, type, at, data }) => ({ seq, type, at, data })),
    })),
  };
}
