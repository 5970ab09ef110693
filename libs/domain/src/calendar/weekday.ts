import { weekdayOf, type CivilDate, type Weekday } from './civil-date';
import type { Language, Text } from '../text';

const abbreviations = {
  fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
  sv: ['må', 'ti', 'on', 'to', 'fr', 'lö', 'sö'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

const names: Record<Weekday, Text> = {
  1: { fi: 'maanantai', sv: 'måndag', en: 'Monday' },
  2: { fi: 'tiistai', sv: 'tisdag', en: 'Tuesday' },
  3: { fi: 'keskiviikko', sv: 'onsdag', en: 'Wednesday' },
  4: { fi: 'torstai', sv: 'torsdag', en: 'Thursday' },
  5: { fi: 'perjantai', sv: 'fredag', en: 'Friday' },
  6: { fi: 'lauantai', sv: 'lördag', en: 'Saturday' },
  7: { fi: 'sunnuntai', sv: 'söndag', en: 'Sunday' },
};

/** The weekdays as plan files write them, Monday first. */
export const planWeekdays = abbreviations.fi;

export type PlanWeekday = (typeof planWeekdays)[number];

/** 'ma' … 'su', 'må' … 'sö', 'Mon' … 'Sun'. */
export function weekdayAbbreviation(on: CivilDate, language: Language): string {
  return abbreviations[language][weekdayOf(on) - 1] as string;
}

/** 'maanantai', 'måndag', 'Monday' … in all languages. */
export function weekdayName(on: CivilDate): Text {
  return names[weekdayOf(on)];
}

/** The full name of a weekday that a plan file abbreviates. */
export function planWeekdayName(weekday: PlanWeekday): Text {
  return names[(planWeekdays.indexOf(weekday) + 1) as Weekday];
}
