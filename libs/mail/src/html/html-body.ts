import type { Language } from '@app/domain';
import Mustache from 'mustache';
import { htmlView, type PartOfMail } from './html-view';
import { layout } from './layout.generated';

const writer = new Mustache.Writer();

/**
 * A mail as an HTML document: no script, no picture or font from elsewhere, nothing that tells that it was opened. `title` is its heading,
 * `preview` what a list of mails shows beside the subject. Every text is escaped; none is ever read as a template.
 */
export function htmlBody(
  mail: { title: string; preview: string; parts: readonly PartOfMail[] },
  language: Language,
): string {
  return writer.render(layout, htmlView(mail, language), undefined, { escape: escaped });
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Of the package's own escaping only what HTML asks for is kept: it would write every address with `&#x2F;` for `/`.
function escaped(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
