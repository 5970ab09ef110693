import type { WorkflowDocument } from './document';
import type { Instance } from './instance';
import { isPublicRecord } from './record';

/**
 * Whether what a workflow says is left out for a reader who may not see what is not public: where one of its records is not, its answers
 * stand in its events and mails too. The one rule for all who show something of a workflow.
 */
export function isWithheld({ life }: Pick<Instance, 'life'>, mayReadAll: boolean): boolean {
  return !mayReadAll && (life.records ?? []).some((record) => !isPublicRecord(record));
}

/** Whether the file of a document is left out for such a reader. */
export function isFileWithheld(
  { life }: Pick<Instance, 'life'>,
  document: WorkflowDocument,
  mayReadAll: boolean,
): boolean {
  if (mayReadAll) return false;
  const record = (life.records ?? []).find((one) => one.document === document.id);
  return document.publicity !== 'public' || (record !== undefined && !isPublicRecord(record));
}

/** Whether the text of a mail is left out for such a reader. A daily mail speaks of other workflows too. */
export function isMailWithheld(
  instance: Pick<Instance, 'life'>,
  { digest }: { digest: string | null },
  mayReadAll: boolean,
): boolean {
  return !mayReadAll && (digest !== null || isWithheld(instance, mayReadAll));
}

/** A mail without what it said: whom it was for and what became of it is left. */
export function withoutText<Mail extends { subject: string | null; text: string | null; html: string | null }>(
  mail: Mail,
): Mail {
  return { ...mail, subject: null, text: null, html: null, ...('data' in mail && { data: null }) };
}
