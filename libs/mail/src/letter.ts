/** Where to go. With `acts` it is what the mail asks for: its page, or the address to write to where there is none. */
export type Link = { label: string; target: string; acts: boolean };

/** A line of a paragraph. Lines are not wrapped: the reader's program does that. */
export type Line = string | Link;

export type Paragraph = readonly Line[];

/** A part of a mail that is left out where there is nothing to say. A text may hold several lines, and blank ones between paragraphs. */
export type Part = Line | Paragraph | undefined;

/** A mail before it is set as text or HTML. `subject` is one line. */
export type Letter = { subject: string; paragraphs: readonly Paragraph[] };

/** Parts of one paragraph, each on a line of its own. */
export function paragraph(...parts: Part[]): Part {
  const said = parts.flatMap(linesOf);
  return said.length === 0 ? undefined : said;
}

/** Sentences of one line. */
export function sentences(...parts: (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join(' ');
}

/** A mail of a subject and paragraphs. */
export function letter(subject: string, ...parts: Part[]): Letter {
  const paragraphs = parts.flatMap((part): Paragraph[] =>
    typeof part === 'string' ? part.split('\n\n').map(linesOf) : [linesOf(part)],
  );
  return { subject, paragraphs: paragraphs.filter((lines) => lines.length > 0) };
}

function linesOf(part: Part): readonly Line[] {
  if (typeof part === 'string') return part.split('\n').filter((line) => line !== '');
  if (part === undefined) return [];
  return Array.isArray(part) ? (part as Paragraph) : [part as Link];
}
