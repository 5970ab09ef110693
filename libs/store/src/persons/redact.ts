import { escapedKey, type Said } from '@app/ledger';
import type { Json } from '@app/workflows';
import { erasedMark } from './erased-mark';

/** An event's content as pointers see it. */
type Words = Pick<Said, 'body' | 'note'>;

export type Redacted = Words & { pointers: string[] };

/** What becomes of one text: other words, or undefined where it stays. */
export type Change = (text: string, pointer: string) => string | undefined;

/** An event's content with some of its texts replaced; `pointers` are their places. */
export function redact({ body, note }: Words, change: Change): Redacted {
  const pointers: string[] = [];
  const replaced = (value: Json, path: string): Json => {
    if (typeof value === 'string') {
      const other = change(value, path);
      if (other === undefined || other === value) return value;
      pointers.push(path);
      return other;
    }
    if (Array.isArray(value)) return value.map((item, place) => replaced(item, `${path}/${place}`));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, replaced(item, `${path}/${escapedKey(key)}`)]),
    );
  };
  const data = replaced(JSON.parse(body) as Json, '/data');
  const said = note === null ? null : (replaced(note, '/note') as string);
  return { body: pointers.some((path) => path !== '/note') ? JSON.stringify(data) : body, note: said, pointers };
}

/** Blots out what fits the pattern. */
export function blotting(pattern: string): (text: string) => string {
  const fits = new RegExp(pattern, 'giu');
  return (text) => text.replace(fits, erasedMark);
}
