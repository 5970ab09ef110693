import type { CivilDate, Instant, Language } from '@app/domain';
import * as mail from '@app/mail';

// The mails' dates, but a telephone's line is shorter than a whole one: it may break after the weekday and before the time.
const afterWeekday = /(?<=(?:tai|taina|viikko|viikkona|dagen|day))\u00a0/g;
const beforeTime = /\u00a0(?=klo|kl\.|at\u00a0)/g;

function breakable(date: string): string {
  return date.replaceAll(afterWeekday, ' ').replaceAll(beforeTime, ' ');
}

/** 'maanantai 17.8.2026' */
export function longDate(on: CivilDate, language: Language): string {
  return breakable(mail.longDate(on, language));
}

/** 'maanantaina 17.8.2026' */
export function onDate(on: CivilDate, language: Language): string {
  return breakable(mail.onDate(on, language));
}

/** 'maanantaina 17.8.2026 klo 16.15'; with `longDate` as `day` 'maanantai 17.8.2026 klo 16.15'. */
export function dateAndTime(at: Instant, language: Language, day: typeof onDate = onDate): string {
  return breakable(mail.dateAndTime(at, language, day));
}
