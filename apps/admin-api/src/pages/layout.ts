import { languages, type Language } from '@app/domain';
import { text } from '../language/text';
import { Html, html } from './html';
import { style } from './style';

/** Each language by its own name. */
export const ownNames: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };
const navigation = text('Kieli', 'Språk', 'Language');

export type Page = {
  language: Language;
  title: string;
  /** Who speaks: the county, where it is known. */
  sender: string;
  main: Html;
  footer?: Html;
  /** What else of the address the links to the other languages keep, as in `show=done`. */
  query?: string;
  /** Between header and content: where else one can go. */
  menu?: Html | undefined;
  /** The first stop of the keyboard: what the link past the menu says. */
  skip?: string | undefined;
  /** The whole style, where it is not that of the answer pages. */
  css?: string;
};

/** A whole page. Its style is exactly the text of which the content security policy has the hash. The links to the other languages keep the address and change nothing else. */
export function layout({ language, title, sender, main, footer, query, menu, skip, css = style }: Page): Html {
  const links = languages.map(
    (other) =>
      html`<li>
        <a
          href="?lang=${other}${query !== undefined && new Html(`&amp;${query}`)}"
          lang="${other}"
          hreflang="${other}"
          ${other === language && new Html('aria-current="true"')}
          >${ownNames[other]}</a
        >
      </li>`,
  );
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${css}</style>`)}
      </head>
      <body>
        ${skip !== undefined && html`<a class="skip" href="#main">${skip}</a>`}
        <div class="band">
          <header>
            <p class="county">${sender}</p>
            <nav aria-label="${navigation[language]}">
              <ul>
                ${links}
              </ul>
            </nav>
          </header>
        </div>
        ${menu}
        <main${skip !== undefined && html` id="main"`}>${main}</main>
        ${footer && html`<footer>${footer}</footer>`}
      </body>
    </html>`;
}
