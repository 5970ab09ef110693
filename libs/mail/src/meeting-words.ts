import type { CivilDate, Language } from '@app/domain';
import { type z } from 'zod';
import { linkLine } from './closing';
import { noBreak, shortDate } from './dates';
import { link, mailCommon, negotiationTime, prose, wordingOrLine } from './fields';
import { paragraph, type Part } from './letter';
import { titleInSubject } from './subject';

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

/** A title and its day for a subject; the day once, where the title already holds it. */
export function titleWithDay(title: string, on: CivilDate, language: Language): string {
  return holdsDay(title, on, language) ? titleInSubject(title) : `${titleInSubject(title)} ${shortDate(on, language)}`;
}

/** Whether a title names that day, with or without its weekday, as '18.2.2026' or '18 February 2026'. */
function holdsDay(title: string, on: CivilDate, language: Language): boolean {
  const plain = title.replaceAll(noBreak, ' ');
  const [, ...day] = shortDate(on, language).split(noBreak);
  const dotted = on.split('-').map(Number).reverse().join('.');
  return [day.join(' '), dotted].some((written) =>
    new RegExp(`(^|\\D)${written.replaceAll('.', '\\.')}(\\D|$)`).test(plain),
  );
}
