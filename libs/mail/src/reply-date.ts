import type { Basis, CivilDate, Language } from '@app/domain';
import { daysBetween } from '@app/domain';
import { basisSentence } from './basis-sentence';
import { longDate } from './dates';

const passed: Record<Language, string> = { fi: 'Vastauspäivä oli', sv: 'Svarsdagen var', en: 'The reply date was' };

/** Which day the reply date was and, where it is known, on what basis: a statement, never a reproach. */
export function passedReplyDate(dueOn: CivilDate, basis: Basis | undefined, language: Language): string {
  const sentence = `${passed[language]} ${longDate(dueOn, language)}.`;
  return basis === undefined ? sentence : `${sentence} ${basisSentence(basis, language)}`;
}

/** The rungs of reminding before a reply date: before the answering body's agenda closes, and so many days before the date. */
export const reminderRungs = ['agenda', 'T-14', 'T-7', 'T-1'] as const;
export type ReminderRung = (typeof reminderRungs)[number];

// An agenda closes before its meeting: whatever the reminder before it names is still ahead.
const daysBefore: Record<ReminderRung, number> = { agenda: Infinity, 'T-14': 14, 'T-7': 7, 'T-1': 1 };

/** Which reminder it is. In a county's own ladder `rung` only says how many are still to come, and `daysBefore` when it goes. */
export type WhichReminder = { rung: ReminderRung; daysBefore?: number | undefined };

/** Whether a meeting before the reply date is still ahead when that reminder is read. */
export function isStillAhead(
  meetingOn: CivilDate,
  dueOn: CivilDate,
  { rung, daysBefore: told }: WhichReminder,
): boolean {
  return daysBetween(meetingOn, dueOn) < (rung === 'agenda' ? Infinity : (told ?? daysBefore[rung]));
}
