import type { Language } from '../text';
import type { CivilDate } from './civil-date';
import { numericDate } from './numeric-date';
import { weekdayName } from './weekday';

const noBreak = '\u00a0';
const monthsSv = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');

/** Naming a day: 'maanantai 17.8.2026', 'måndagen den 17 augusti 2026', 'Monday 17 August 2026'. */
export function longDate(on: CivilDate, language: Language): string {
  const { fi, sv, en } = weekdayName(on);
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  if (language === 'sv') return [`${sv}en`, 'den', day, monthsSv[month - 1], year].join(noBreak);
  return `${language === 'fi' ? fi : en}${noBreak}${numericDate(on)[language]}`;
}

/** Telling when: 'maanantaina 17.8.2026' (the essive), 'måndagen den 17 augusti 2026', 'on Monday 17 August 2026'. */
export function onDate(on: CivilDate, language: Language): string {
  if (language === 'fi') return `${weekdayName(on).fi}na${noBreak}${numericDate(on).fi}`;
  return language === 'en' ? `on${noBreak}${longDate(on, 'en')}` : longDate(on, 'sv');
}
