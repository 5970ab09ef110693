import type { Notification } from '@app/store';
import type { Text } from '@app/domain';
import {
  definitionOf,
  type Instance,
  isFileWithheld,
  isMailWithheld,
  isWithheld,
  namingOf,
  tell,
  type WorkflowDocument,
  type WorkflowEvent,
  withoutContent,
  withoutText,
} from '@app/workflows';
import type { DossierSource } from './dossier-source';
import type { Member } from './family';
import { safeName } from './file-names';

/** A mail as it was owed and sent, with what became of it. */
export type SentMail = { notification: Notification; events: WorkflowEvent[] };

/** A document with the place of its file in the dossier; null where the file is a link or is left out. */
export type FiledDocument = { document: WorkflowDocument; called: string; path: string | null; withheld: boolean };

/** All that a dossier says of one workflow. */
export type Chapter = {
  instance: Instance;
  depth: number;
  withheld: boolean;
  events: WorkflowEvent[];
  /** What happened, event by event, in plain words. */
  words: Text[];
  mails: SentMail[];
  documents: FiledDocument[];
};

const page = 200;
/** A stream is read whole; far more than any has. */
export const wholeStream = 1_000_000;

/** Reads one workflow whole. */
export async function readChapter(
  source: DossierSource,
  { instance, depth }: Member,
  mayReadAll: boolean,
): Promise<Chapter> {
  const { county, id } = instance;
  // Asked for first: a version that is not known here is told before anything is written.
  definitionOf(instance.definition);
  const events = await source.workflows.events(county, id, { after: 0, limit: wholeStream });
  const withheld = isWithheld(instance, mayReadAll);
  const stored = await source.events.ofStream(county, id, { after: 0, limit: wholeStream });
  const naming = namingOf(await source.register.read(county));
  const names = await source.documents.names(county, id);
  const mails: SentMail[] = [];
  for await (const notification of mailsOf(source, county, id)) {
    const said = await source.workflows.events(county, notification.id, { after: 0, limit: wholeStream });
    mails.push({
      notification: isMailWithheld(instance, notification, mayReadAll) ? withoutText(notification) : notification,
      events: said,
    });
  }
  return {
    ...{ instance, depth, withheld, mails },
    events: withheld ? events.map(({ note: _note, ...event }) => ({ ...event, data: null })) : events,
    words: stored
      .map((event) => (withheld ? withoutContent(event) : event))
      .map((event) => ({
        fi: tell(event, naming, 'fi'),
        sv: tell(event, naming, 'sv'),
        en: tell(event, naming, 'en'),
      })),
    documents: instance.life.documents.map((document) => {
      const left = document.file !== undefined && isFileWithheld(instance, document, mayReadAll);
      const called = names.get(document.id) ?? document.title ?? document.id;
      const path = document.file && !left ? `${folderOf(instance)}/documents/${safeName(document.id, called)}` : null;
      return { document, called, path, withheld: left };
    }),
  };
}

/** Where the files of a workflow lie. */
export function folderOf({ id }: Pick<Instance, 'id'>): string {
  return `workflows/${id}`;
}

async function* mailsOf(source: DossierSource, county: string, workflow: string): AsyncGenerator<Notification> {
  for (let after = ''; ;) {
    const { items, next } = await source.notifications.list(county, { workflow }, { limit: page, after });
    for (const { id } of items) {
      const whole = await source.notifications.read(county, id);
      if (whole) yield whole;
    }
    if (next === null) return;
    after = next;
  }
}
