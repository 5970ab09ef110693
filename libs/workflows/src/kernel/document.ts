import type { Instant } from '@app/domain';
import type { AttachedFile } from './command';

/** `public`: whoever may read the workflow may read it. `restricted`: only those who handle or audit the matter. */
export const publicities = ['public', 'restricted'] as const;

/** What is said of a document, whether it is a file or a link. */
export type AboutDocument = {
  /** Left out of a file that nobody has given a title: it is called by its name, which is kept beside the log. */
  title?: string | undefined;
  kind?: string | undefined;
  /** A language code: `fi`, `sv`, … */
  language?: string | undefined;
  publicity: (typeof publicities)[number];
  caseNumber?: string | undefined;
  /** The earlier document whose place this one takes. */
  supersedes?: string | undefined;
};

/** `sha256` is as whoever attached the link said. */
export type DocumentLink = { url: string; sha256?: string };

/** What the fact records. `id` is `d1`, `d2` … within the workflow, in the order of the log. */
export type DocumentRecord = AboutDocument & { id: string; link?: DocumentLink; file?: Omit<AttachedFile, 'name'> };

/** A document as the workflow keeps it. */
export type WorkflowDocument = DocumentRecord & { attachedAt: Instant };
