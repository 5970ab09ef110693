import type { Mail } from './template';

/** A part of a mail that is left out where there is nothing to say. */
export type Part = string | undefined;

/** Parts of one paragraph, each on a line of its own. Lines are not wrapped: the reader's program does that. */
export function paragraph(...lines: Part[]): Part {
  const said = lines.filter((line) => line !== undefined && line !== '');
  return said.length === 0 ? undefined : said.join('\n');
}

/** Sentences of one line. */
export function sentences(...parts: Part[]): Part {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join(' ');
}

/** A mail of a subject and paragraphs with a blank line between them. */
export function letter(subject: string, ...paragraphs: Part[]): Mail {
  return { subject, text: `${paragraphs.filter((part) => part !== undefined).join('\n\n')}\n` };
}
