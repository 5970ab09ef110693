import type { CivilDate, DutyView, Language } from '@app/domain';
import { Html, html } from '../pages/html';
import { dutiesView, numericDay } from './duties.view';
import { style } from './duties.style';
import { words } from './duties.words';

export type DutiesPage = { county: string; today: CivilDate; duties: readonly DutyView[]; language: Language };

// Exactly the text that the content security policy has the hash of.
const styleElement = new Html(`<style>${style}</style>`);

/** The register of duties to be read and printed: period by period a table for each duty, statuses in words, evidence with its event. */
export function dutiesPage({ county, today, duties, language }: DutiesPage): Html {
  const title = words.title[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${county}</title>
        <link rel="icon" href="data:," />
        ${styleElement}
      </head>
      <body>
        <header>
          <p class="county">${county}</p>
          <h1>${title}</h1>
          <p>${words.asOf[language]} ${numericDay(today, language)}</p>
        </header>
        <main>${dutiesView(duties, language)}</main>
      </body>
    </html>`;
}
