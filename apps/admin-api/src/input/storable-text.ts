/** Half of a surrogate pair: with the flag `u` only lone ones match. */
const loneSurrogate = /\p{Surrogate}/u;

/** Whether PostgreSQL and UTF-8 can hold the text: no U+0000, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !loneSurrogate.test(text);
}
