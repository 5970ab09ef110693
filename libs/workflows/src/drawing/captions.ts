import type { Language } from '@app/domain';
import type { DrawnArrow, DrawnDate, DrawnState } from './drawing';
import { words } from './words';

/** The sentences that a picture puts into its boxes and on its arrows, the same in every form. */

/** `odottaa: koordinaattori`; null where nobody is waited for. */
export function waitsForCaption({ waitsFor }: DrawnState, language: Language): string | null {
  return waitsFor === null ? null : `${words.waitsFor[language]}: ${waitsFor}`;
}

/** What may be done that changes no state; null where nothing may. */
export function alsoCaption({ also }: DrawnState, language: Language): string | null {
  return also.length === 0 ? null : `${words.also[language]}: ${also.join(', ')}`;
}

/** Each command that takes the arrow, and who gives it. */
export function wayCaptions({ ways }: Pick<DrawnArrow, 'ways'>): string[] {
  return ways.map(({ title, by, clock }) => (clock ? title : `${title} (${by})`));
}

/** Each deadline on an arrow; one that is called as the arrow itself is just its due date. With its day, where it runs. */
export function dateCaptions({ ways, dates }: DrawnArrow, language: Language): string[] {
  return dates.map((date) =>
    dateCaption(date, ways.some(({ title }) => title === date.title) ? null : date.title, language),
  );
}

function dateCaption({ on, passed }: DrawnDate, title: string | null, language: Language): string {
  const called = title ?? words.dueDate[language];
  if (on === null) return called;
  return passed ? `${called} ${on}, ${words.passed[language]}` : `${called} ${on}`;
}
