import { helsinkiDate, helsinkiTime, longDate, numericDate, onDate, weekdayAbbreviation } from '@app/domain';
import type { CivilDate, Instant, Language, LocalTime, Text } from '@app/domain';

export { longDate, onDate };

/** Keeps what belongs together on one line. */
export const noBreak = '\u00a0';

/** For a subject: 'ma 17.8.2026', 'må 17.8.2026', 'Mon 17 August 2026'. */
export function shortDate(on: CivilDate, language: Language): string {
  return `${weekdayAbbreviation(on, language)}${noBreak}${numericDate(on)[language]}`;
}

/** A time of day: 'klo 16.15', 'kl. 16.15', '16:15'. */
export function timeOfDay(at: LocalTime, language: Language): string {
  const [hour, minute] = at.split(':') as [string, string];
  const inLanguage: Text = {
    fi: `klo${noBreak}${Number(hour)}.${minute}`,
    sv: `kl.${noBreak}${Number(hour)}.${minute}`,
    en: `${Number(hour)}:${minute}`,
  };
  return inLanguage[language];
}

/** From when to when: 'klo 8.30–15.15', 'kl. 8.30–15.15', '8:30–15:15'; without an end only the beginning. */
export function timeRange(at: LocalTime, until: LocalTime | undefined, language: Language): string {
  const start = timeOfDay(at, language);
  return until === undefined ? start : `${start}–${timeOfDay(until, language).replace(/^.*\u00a0/, '')}`;
}

/** A day with its time: the way `day` writes the day, then the Helsinki time of that moment. */
export function dateAndTime(at: Instant, language: Language, day: typeof onDate = onDate): string {
  const joint = language === 'en' ? `${noBreak}at${noBreak}` : noBreak;
  return `${day(helsinkiDate(at), language)}${joint}${timeOfDay(helsinkiTime(at), language)}`;
}

/** The day of that moment in Helsinki, for a subject. */
export function shortDateOf(at: Instant, language: Language): string {
  return shortDate(helsinkiDate(at), language);
}

/** Days after one another: 'maanantai 26.10.2026, maanantai 23.11.2026'. */
export function dateList(days: readonly CivilDate[], language: Language): string {
  return days.map((on) => longDate(on, language)).join(', ');
}
