import type { KnownActor, Notification } from '@app/store';
import type { Text } from '@app/domain';
import {
  definitionOf,
  type Instance,
  isFileWithheld,
  isMailWithheld,
  isWithheld,
  type LogEvent,
  type Naming,
  tell,
  type WorkflowDocument,
  type WorkflowEvent,
  withoutContent,
  withoutText,
} from '@app/workflows';
import type { DossierSource } from './dossier-source';
import type { Member } from './family';
import { safeName } from './file-names';

/** What became of a mail, step by step; `words` do not say again which mail it is. */
type MailStep = Pick<LogEvent, 'seq' | 'type' | 'at' | 'position'> & { data: WorkflowEvent['data']; words: Text };

/** A mail as it was owed and sent, with what became of it. */
export type SentMail = { notification: Notification; steps: MailStep[] };

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
  /** The place of each event in the county's log; null as long as it has none. */
  positions: (number | null)[];
  /** Whose keys and links have acted. Labels of keys only for a reader who may read all: they may name a person. */
  actors: KnownActor[];
  /** The oldest first. */
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
  { mayReadAll, naming }: { mayReadAll: boolean; naming: Naming },
): Promise<Chapter> {
  const { county, id } = instance;
  // Asked for first: a version that is not known here is told before anything is written.
  definitionOf(instance.definition);
  const events = await source.workflows.events(county, id, { after: 0, limit: wholeStream });
  const withheld = isWithheld(instance, mayReadAll);
  const stored = await source.events.ofStream(county, id, { after: 0, limit: wholeStream });
  const names = await source.documents.names(county, id);
  const actors = await source.events.actors(county, [...new Set(events.map(({ actor }) => actor.id))]);
  const mails: SentMail[] = [];
  for await (const notification of mailsOf(source, county, id)) {
    const steps = await stepsOf(source, notification, naming);
    const left = isMailWithheld(instance, notification, mayReadAll);
    mails.push({ notification: left ? withoutText(notification) : notification, steps });
  }
  return {
    ...{ instance, depth, withheld, mails: mails.reverse() },
    events: withheld ? events.map(({ note: _note, ...event }) => ({ ...event, data: null })) : events,
    words: stored.map((event) => told(withheld ? withoutContent(event) : event, naming)),
    positions: stored.map(({ position }) => position),
    actors: mayReadAll ? actors : actors.map((one) => (one.kind === 'key' ? { ...one, label: null } : one)),
    documents: instance.life.documents.map((document) => {
      const left = isFileWithheld(instance, document, mayReadAll);
      const { link, ...about } = document;
      const called = names.get(document.id) ?? document.title ?? document.id;
      const path = document.file && !left ? `${folderOf(instance)}/documents/${safeName(document.id, called)}` : null;
      return { document: { ...about, ...(link && !left && { link }) }, called, path, withheld: left };
    }),
  };
}

/** Where the files of a workflow lie. */
export function folderOf({ id }: Pick<Instance, 'id'>): string {
  return `workflows/${id}`;
}

async function stepsOf(source: DossierSource, { county, id }: Notification, naming: Naming): Promise<MailStep[]> {
  const stored = await source.events.ofStream(county, id, { after: 0, limit: wholeStream });
  return stored.map(({ about: { mail: _mail, ...about }, ...event }) => {
    const { seq, type, at, position, body } = event;
    const data = body === null ? null : (JSON.parse(body) as WorkflowEvent['data']);
    return { seq, type, at, position, data, words: told({ ...event, about }, naming) };
  });
}

function told(event: LogEvent, naming: Naming): Text {
  return { fi: tell(event, naming, 'fi'), sv: tell(event, naming, 'sv'), en: tell(event, naming, 'en') };
}

/** What was owed last comes first. */
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
