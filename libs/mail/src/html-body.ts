import type { Language } from '@app/domain';
import type { Letter, Line } from './letter';

/** A letter as an HTML document: no script, no picture from elsewhere, nothing that tells that it was opened. */
export function htmlBody({ subject, paragraphs }: Letter, language: Language): string {
  const body = paragraphs.map((lines) => `<p>${lines.map(htmlLine).join('<br>')}</p>`).join('\n');
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>\n<body>${body}</body></html>\n`;
}

function htmlLine(line: Line): string {
  if (typeof line === 'string') return escaped(line);
  const href = line.target.includes('@') ? `mailto:${line.target}` : line.target;
  return `${escaped(line.label)}: <a href="${escaped(href)}">${escaped(line.target)}</a>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
