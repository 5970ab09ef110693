import type { CivilDate } from './civil-date';
import type { Text } from '../text';

const monthsEn = 'January February March April May June July August September October November December'.split(' ');

const noBreak = '\u00a0';

/** The bare day for explanations and findings: '29.5.2025' in Finnish and Swedish, '29 May 2025' in English. */
export function numericDate(on: CivilDate): Text {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number];
  const dotted = `${day}.${month}.${year}`;
  return { fi: dotted, sv: dotted, en: [day, monthsEn[month - 1], year].join(noBreak) };
}
