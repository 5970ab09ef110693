import { type Instance, isPublicRecord, type WorkflowDocument } from '@app/workflows';

/**
 * Whether what a workflow says is left out for a reader who may not see what is not public: where one of its records is not, its answers
 * stand in its events and mails too.
 */
export function isWithheld({ life }: Pick<Instance, 'life'>, mayReadAll: boolean): boolean {
  return !mayReadAll && (life.records ?? []).some((record) => !isPublicRecord(record));
}

/** Whether the file of a document is left out. */
export function isFileWithheld(
  { life }: Pick<Instance, 'life'>,
  document: WorkflowDocument,
  mayReadAll: boolean,
): boolean {
  if (mayReadAll) return false;
  const record = (life.records ?? []).find((one) => one.document === document.id);
  return document.publicity !== 'public' || (record !== undefined && !isPublicRecord(record));
}
