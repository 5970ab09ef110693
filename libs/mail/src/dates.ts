import { helsinkiDate, helsinkiTime, weekdayAbbreviation, weekdayName } from '@app/domain';
import type { CivilDate, Instant, Language, LocalTime, Text } from '@app/domain';

/** Keeps what belongs together on one line. */
export const noBreak = '\u00a0';

const months: Record<'sv' | 'en', readonly string[]> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

function dayMonthYear(on: CivilDate, language: 'dotted' | 'sv' | 'en'): string {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  if (language === 'dotted') return `${day}.${month}.${year}`;
  return [day, months[language][month - 1], year].join(noBreak);
}

/** For a subject: 'ma 17.8.2026', 'må 17.8.2026', 'Mon 17 August 2026'. */
export function shortDate(on: CivilDate, language: Language): string {
  const date = dayMonthYear(on, language === 'en' ? 'en' : 'dotted');
  return `${weekdayAbbreviation(on, language)}${noBreak}${date}`;
}

/** Naming a day: 'maanantai 17.8.2026', 'måndagen den 17 augusti 2026', 'Monday 17 August 2026'. */
export function longDate(on: CivilDate, language: Language): string {
  const inLanguage: Text = {
    fi: `${weekdayName(on).fi} ${dayMonthYear(on, 'dotted')}`,
    sv: `${weekdayName(on).sv}en den ${dayMonthYear(on, 'sv')}`,
    en: `${weekdayName(on).en} ${dayMonthYear(on, 'en')}`,
  };
  return inLanguage[language].replaceAll(' ', noBreak);
}

/** Telling when: 'maanantaina 17.8.2026' (the essive), 'måndagen den 17 augusti 2026', 'on Monday 17 August 2026'. */
export function onDate(on: CivilDate, language: Language): string {
  const inLanguage: Text = {
    fi: `${weekdayName(on).fi}na ${dayMonthYear(on, 'dotted')}`,
    sv: longDate(on, 'sv'),
    en: `on ${longDate(on, 'en')}`,
  };
  return inLanguage[language].replaceAll(' ', noBreak);
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
