import type { Language } from '@app/domain';
import type { MailCommon } from './fields';
import { plainName } from './names';
import { shortened } from './plain-text';

const longestTitle = 90;

/** A subject: what and by when, then for whom, so that the mail can be handled from the list. */
export function subject(what: string, data: MailCommon, language: Language): string {
  return `${what} – ${plainName(data.organisation, language)}`;
}

/** A case's title in a subject: cut where it would push the organisation's name out of sight. */
export function titleInSubject(title: string): string {
  return shortened(title, longestTitle);
}
