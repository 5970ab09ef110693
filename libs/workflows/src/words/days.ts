import type { CivilDate, Instant, Language } from '@app/domain';
import { helsinkiDate, isCivilDate, longDate, numericDate, weekdayAbbreviation } from '@app/domain';
import type { Json } from '../kernel/command';

const noBreak = '\u00a0';

// The abbreviation of a weekday can be taken for a word ('on', 'to') within a Swedish sentence.
/** A day with its weekday: 'ma 17.8.2026', 'måndagen den 17 augusti 2026', 'Mon 17 August 2026'. */
export function dayWords(on: CivilDate, language: Language): string {
  return language === 'sv'
    ? longDate(on, 'sv')
    : `${weekdayAbbreviation(on, language)}${noBreak}${numericDate(on)[language]}`;
}

/** A time of day: 'klo 8.30', 'kl. 8.30', '8:30'; empty of what is none. */
export function timeWords(at: string, language: Language): string {
  const [hour, minute] = at.split(':');
  if (hour === undefined || minute === undefined) return '';
  const dotted = `${Number(hour)}.${minute}`;
  return { fi: `klo${noBreak}${dotted}`, sv: `kl.${noBreak}${dotted}`, en: `${Number(hour)}:${minute}` }[language];
}

/** The day that a day or a moment is; undefined of anything else. */
export function dayIn(value: Json | undefined): CivilDate | undefined {
  if (typeof value !== 'string') return undefined;
  if (isCivilDate(value)) return value;
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? helsinkiDate(value as Instant) : undefined;
}
