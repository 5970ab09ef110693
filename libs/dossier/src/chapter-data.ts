import type { Chapter } from './chapter';

/** One workflow of a dossier for programs. The HTML of its mails is in files of its own where there are files. */
export function chapterData(
  { instance, withheld, events, words, positions, mails, documents }: Chapter,
  { withHtml }: { withHtml: boolean },
) {
  const { id, definition, state, status, startedOn, endedOn, parent, life } = instance;
  return {
    ...{ id, definition, state, status, startedOn, endedOn, parent, withheld },
    records: life.records ?? [],
    documents: documents.map(({ document, called, path, withheld: left }) => ({
      ...document,
      called,
      path,
      withheld: left,
    })),
    events: events.map((event, place) => ({
      ...event,
      ...{ position: positions[place], words: words[place] },
    })),
    mails: mails.map(({ notification: { html, ...rest }, steps }) => ({
      ...rest,
      ...(withHtml && { html }),
      events: steps,
    })),
  };
}
