import { type Html, html } from '../../pages/html';
import type { AgendaItem } from './agenda-item';

/** How the item can be had: as plain text, or as a simple page that a word processor opens too. */
export const agendaFormats = ['txt', 'html'] as const;
export type AgendaFormat = (typeof agendaFormats)[number];

/** The item as plain text, to be pasted into a case management system. */
export function agendaText({ title, parts }: AgendaItem): string {
  const written = parts.map(({ label, says }) => `${label}\n${says.join('\n\n')}`);
  return `${[title, ...written].join('\n\n')}\n`;
}

/** The same as a simple page that a word processor opens: headings and paragraphs, nothing else. */
export function agendaPage({ language, title, parts }: AgendaItem): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${parts.map(
            ({ label, says }) =>
              html`<h2>${label}</h2>
                ${says.map(paragraphView)}`,
          )}
        </main>
      </body>
    </html>`;
}

/** Lines that begin with a dash are a list. */
function paragraphView(paragraph: string): Html {
  const lines = paragraph.split('\n');
  const items = lines.filter((line) => line.startsWith('– '));
  return html`<p>${lines.filter((line) => !line.startsWith('– '))}</p>
    ${
      items.length > 0 &&
      html`<ul>
        ${items.map((item) => html`<li>${item.slice(2)}</li>`)}
      </ul>`
    }`;
}
