import type { Line, Paragraph } from './letter';

/** Paragraphs as plain text: a blank line between them, a line feed at the end. A link ends its line. */
export function textBody(paragraphs: readonly Paragraph[]): string {
  return `${paragraphs.map((lines) => lines.map(textLine).join('\n')).join('\n\n')}\n`;
}

function textLine(line: Line): string {
  return typeof line === 'string' ? line : `${line.label}: ${line.target}`;
}
