import type { Text } from '@app/domain';
import { isAwaited } from '@app/workflows';
import { dateAndTime, longDate } from '../../pages/page-dates';
import type { OpenedPage } from '../opened-link';
import type { Explanation } from './explanation';

export type DueWords = {
  /** The beginning of 'by <date>', such as 'Vastaa viimeistään'. */
  by: Text;
  /** The beginning of 'was <date>', such as 'Vastauspäivä oli'. */
  was: Text;
  /** What can still be done after the date. */
  still: Text;
};

/** The date of a deadline that still runs, in the words of what is asked. */
export function dueOf(
  { instance, language, now }: OpenedPage,
  deadline: string,
  words: DueWords,
): Pick<Explanation, 'due'> {
  const running = instance.deadlines[deadline];
  if (!running || !isAwaited(running)) return {};
  const { dueAt: at, basis } = running;
  const passed = now >= at;
  const says = passed
    ? `${words.was[language]} ${dateAndTime(at, language, longDate)}. ${words.still[language]}`
    : `${words.by[language]} ${language === 'fi' ? dateAndTime(at, language) : dateAndTime(at, language, longDate)}.`;
  return { due: { says, at, basis, passed } };
}
