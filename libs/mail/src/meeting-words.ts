import type { Language } from '@app/domain';
import { type z } from 'zod';
import { linkLine } from './closing';
import { link, mailCommon, negotiationTime, prose, wordingOrLine } from './fields';
import { paragraph, type Part } from './letter';

/** What the mails about a meeting or an event share: what it is called, when and where, and what it is about. */
export const meetingMail = mailCommon.extend({
  title: wordingOrLine,
  meeting: negotiationTime,
  /** The coordinator's own words, or the topics of the meeting. */
  text: prose.optional(),
  document: link.optional(),
});
export type MeetingMail = z.output<typeof meetingMail>;

const materialIs: Record<Language, string> = { fi: 'Aineisto', sv: 'Material', en: 'Material' };

/** What the meeting is about, and where its material is. */
export function aboutMeeting({ text, document }: MeetingMail, language: Language): Part {
  return paragraph(text, linkLine(materialIs[language], document));
}
