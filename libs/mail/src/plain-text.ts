/**
 * What may not stand in a name or a title: control characters (a line feed in a subject starts a new header),
 * line and paragraph separators, direction overrides (they make a text read as another) and broken surrogates.
 */
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A name or a title as one harmless line: unsafe characters become a space, spaces at the ends go. */
export function oneLine(text: string): string {
  return text.replace(unsafe, ' ').trim();
}

/** Free text written by a person: its line breaks stay, each line is made harmless. */
export function severalLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** At most `limit` characters, cut at a word where one ends near; a cut is shown with an ellipsis. */
export function shortened(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const kept = characters.slice(0, limit - 1).join('');
  const lastSpace = kept.lastIndexOf(' ');
  return `${(lastSpace > limit / 2 ? kept.slice(0, lastSpace) : kept).trimEnd()}…`;
}
