import { z } from 'zod';
import { label, lineField, linkField } from '../fields';
import type { AttachedFile, Issue } from './command';
import type { AboutDocument, DocumentRecord, WorkflowDocument } from './document';
import { publicities } from './document';
import type { Instance, WorkflowEvent } from './instance';
import type { KernelCommand, Turn } from './kernel-command';

/**
 * Documents belong to every workflow: minutes, statements, reports. The log has the titles that staff give them, their hash, and where
 * they are; a file itself and its name are kept beside the log. Nothing is removed: a newer version takes the place of an earlier one.
 */

export const attachDocument = 'attach-document';
export const documentAttached = 'DocumentAttached';

type WithLink = AboutDocument & { link: string; sha256?: string };

const about = {
  title: lineField(label('Otsikko', 'Rubrik', 'Title'), 300),
  kind: lineField(label('Asiakirjan laji', 'Slag av handling', 'Kind of document'), 100).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .meta({ label: label('Kielen tunnus (fi, sv, …)', 'Språkkod (fi, sv, …)', 'Language code (fi, sv, …)') })
    .optional(),
  publicity: z.enum(publicities).meta({
    label: label('Julkisuus', 'Offentlighet', 'Publicity'),
    options: {
      public: label('Julkinen', 'Offentlig', 'Public'),
      restricted: label('Rajattu', 'Begränsad', 'Restricted'),
    },
  }),
  caseNumber: lineField(label('Asianumero', 'Ärendenummer', 'Case number'), 100).optional(),
  supersedes: lineField(
    label(
      'Korvaa asiakirjan (tunnus, esimerkiksi d1)',
      'Ersätter handlingen (id, till exempel d1)',
      'Takes the place of the document (id, such as d1)',
    ),
    10,
  ).optional(),
};

/** What is asked about a document beside its file. */
const documentForm = z.strictObject({ ...about, title: about.title.optional() });

const linkForm = z.strictObject({
  ...about,
  link: linkField(label('Linkki', 'Länk', 'Link')),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ label: label('SHA-256-tiiviste', 'SHA-256-summa', 'SHA-256 hash') })
    .optional(),
});

export const documentCommands: Readonly<Record<string, KernelCommand>> = {
  [attachDocument]: {
    title: label('Liitä asiakirja', 'Bifoga en handling', 'Attach a document'),
    roles: ['admin', 'coordinator', 'respondent'],
    schema: linkForm,
    fileSchema: documentForm,
    event: documentAttached,
    // Minutes come late: also after the end, and while time stands still.
    whilePaused: true,
    isPossible: () => true,
    check: ({ supersedes }: AboutDocument, instance) => supersededIssues(supersedes, instance),
    recordOf,
    turn: attached,
  },
};

/** The documents that no newer one has taken the place of, in the order in which they were attached. */
export function currentDocuments({ life: { documents } }: Pick<Instance, 'life'>): WorkflowDocument[] {
  const superseded = new Set(documents.map(({ supersedes }) => supersedes));
  return documents.filter(({ id }) => !superseded.has(id));
}

/** The id of the document that is attached next; with `further`, of one after it. */
export function documentIdAfter({ life: { documents } }: Instance, further = 0): string {
  return `d${documents.length + 1 + further}`;
}

function recordOf(
  data: AboutDocument,
  instance: Instance,
  file: AttachedFile | undefined,
): { document: DocumentRecord } {
  const id = documentIdAfter(instance);
  if (file) {
    const { name: _name, ...kept } = file;
    return { document: { id, ...data, file: kept } };
  }
  const { link: url, sha256, ...said } = data as WithLink;
  return { document: { id, ...said, link: { url, ...(sha256 !== undefined && { sha256 }) } } };
}

function attached(instance: Instance, { at, data }: WorkflowEvent): Turn {
  const { document } = data as { document: DocumentRecord };
  const documents = [...instance.life.documents, { ...document, attachedAt: at }];
  return { instance: { ...instance, life: { ...instance.life, documents } }, intents: [] };
}

function supersededIssues(supersedes: string | undefined, instance: Instance): Issue[] {
  const current = currentDocuments(instance).map(({ id }) => id);
  if (supersedes === undefined || current.includes(supersedes)) return [];
  const newer = instance.life.documents.find((document) => document.supersedes === supersedes);
  if (newer) {
    const message = label(
      `Asiakirjan ${supersedes} on jo korvannut ${newer.id}. Korvaa se.`,
      `Handlingen ${supersedes} har redan ersatts av ${newer.id}. Ersätt den.`,
      `The document ${supersedes} has already given place to ${newer.id}. Name that one.`,
    );
    return [{ path: 'supersedes', code: 'already-superseded', message }];
  }
  const known = current.join(', ') || '–';
  const message = label(
    `Työnkulussa ei ole asiakirjaa ${supersedes}. Asiakirjat: ${known}.`,
    `Förloppet har ingen handling ${supersedes}. Handlingar: ${known}.`,
    `The workflow has no document ${supersedes}. Documents: ${known}.`,
  );
  return [{ path: 'supersedes', code: 'unknown-document', message }];
}
