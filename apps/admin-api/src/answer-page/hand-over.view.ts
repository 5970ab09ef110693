import { formWords } from '../pages/form-words';
import { languages, type Language } from '@app/domain';
import { text } from '../language/text';
import { type Html, html } from '../pages/html';
import { ownNames } from '../pages/layout';
import type { OpenedPage } from './opened-link';
import { words } from './words';

/** What was written into the form, and what is wrong with it. */
export type HandOverSent = { name: string; email: string; language: Language; errors: HandOverError[]; formId: string };
export type HandOverError = { field: 'name' | 'email'; message: string };

const labels = {
  name: text('Nimi', 'Namn', 'Name'),
  email: text('Sähköpostiosoite', 'E-postadress', 'E-mail address'),
  language: text('Viestien kieli', 'Språk för meddelandena', 'Language of the mails'),
};

/** How to let somebody else answer: who, and where the new link goes. */
export function handOverView(page: OpenedPage, sent: HandOverSent | undefined, newFormId: () => string): Html {
  const { language, instance } = page;
  const chosen = sent?.language ?? language;
  return html`<section aria-labelledby="hand-over">
    <h2 id="hand-over">${words.passOn[language]}</h2>
    ${sent && sent.errors.length > 0 && errorsView(sent.errors, language)}
    <details ${sent && 'open'}>
      <summary>${words.handOver[language]}</summary>
      <p>${words.handOverHow[language]}</p>
      <form method="post" action="?lang=${language}" novalidate>
        <input type="hidden" name="command" value="hand-over" />
        <input type="hidden" name="version" value="${instance.version}" />
        <input type="hidden" name="form" value="${sent?.formId ?? newFormId()}" />
        ${lineView('name', sent, language)} ${lineView('email', sent, language)}
        <fieldset class="field" role="radiogroup" aria-labelledby="hand-over-language">
          <legend id="hand-over-language">${labels.language[language]}</legend>
          ${languages.map(
            (one) =>
              html`<div class="choice">
                <input
                  type="radio"
                  id="hand-over-language-${one}"
                  name="language"
                  value="${one}"
                  ${one === chosen && html`checked`}
                />
                <label for="hand-over-language-${one}" lang="${one}">${ownNames[one]}</label>
              </div>`,
          )}
        </fieldset>
        <button type="submit" class="second">${words.handOverButton[language]}</button>
      </form>
    </details>
  </section>`;
}

function errorsView(errors: readonly HandOverError[], language: Language): Html {
  return html`<div class="box wrong" role="alert" tabindex="-1" autofocus>
    <p>${words.errors[language]}</p>
    <ul>
      ${errors.map(
        ({ field, message }) => html`<li><a href="#hand-over-${field}">${labels[field][language]}</a>: ${message}</li>`,
      )}
    </ul>
  </div>`;
}

function lineView(field: 'name' | 'email', sent: HandOverSent | undefined, language: Language): Html {
  const wrong = sent?.errors.find((error) => error.field === field);
  const id = `hand-over-${field}`;
  return html`<div class="field">
    <label for="${id}">${labels[field][language]}</label>
    ${wrong && html`<p class="error" id="${id}-error">${formWords.errorMark[language]} ${wrong.message}</p>`}
    <input
      id="${id}"
      name="${field}"
      type="${field === 'email' ? 'email' : 'text'}"
      value="${sent?.[field] ?? ''}"
      autocomplete="off"
      aria-required="true"
      ${wrong && html`aria-invalid="true" aria-describedby="${id}-error"`}
    />
  </div>`;
}
