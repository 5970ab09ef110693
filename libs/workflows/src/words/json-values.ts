import type { Json } from '../kernel/command';

/** What events say, read leniently: what is missing or of another kind is empty. */

/** The ids in a list of ids or of `{ organisation }`. */
export function organisationsIn(list: readonly Json[]): string[] {
  return list.map((item) => (typeof item === 'string' ? item : textOf(recordOf(item).organisation)));
}

export function recordOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** One line without its full stop; empty of what is no text or number. */
export function textOf(value: Json | undefined): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim().replace(/\.$/, '') : '';
}
