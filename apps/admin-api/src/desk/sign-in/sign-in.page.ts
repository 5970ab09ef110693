import type { Language } from '@app/domain';
import { formWords } from '../../pages/form-words';
import { Html, html } from '../../pages/html';
import { barePage } from '../desk-page';
import { deskWords } from '../desk-words';
import { signInWords as words } from './sign-in-words';

export type SignIn = {
  language: Language;
  /** Where to go on, a path of the desk. */
  next: string | undefined;
  why?: 'wrong-key' | 'ended' | 'signed-out' | undefined;
};

/** The way in: one field for the key, which is never shown again. */
export function signInPage({ language, next, why }: SignIn): Html {
  const wrong = why === 'wrong-key';
  const title = words.title[language];
  const to = new URLSearchParams({ lang: language, ...(next !== undefined && { next }) }).toString();
  return barePage(language, {
    title: wrong ? `${deskWords.errorInTitle[language]}: ${title}` : title,
    sender: 'Vuosikello',
    ...(next !== undefined && { query: new URLSearchParams({ next }).toString() }),
    main: html`<div class="narrow">
      <h1>${title}</h1>
      ${whyView(language, why)}
      <p class="lead">${words.lead[language]}</p>
      <form method="post" action="/desk/sign-in?${to}" novalidate>
        <input type="text" name="username" value="vuosikello" autocomplete="username" aria-label="Vuosikello" hidden />
        <div class="field">
          <label for="key">${words.key[language]}</label>
          <p class="help" id="key-help">${words.keyHelp[language]}</p>
          ${
            wrong &&
            html`<p class="error" id="key-error">${formWords.errorMark[language]} ${words.wrongKey[language]}</p>`
          }
          <input
            id="key"
            name="key"
            type="password"
            autocomplete="current-password"
            aria-required="true"
            ${wrong && new Html('aria-invalid="true"')}
            aria-describedby="key-help${wrong && ' key-error'}"
          />
        </div>
        <div class="buttons"><button type="submit">${words.button[language]}</button></div>
      </form>
      <p class="soft">${words.lasts[language]}</p>
    </div>`,
  });
}

function whyView(language: Language, why: SignIn['why']): Html | undefined {
  switch (why) {
    case 'wrong-key':
      return html`<div class="box wrong" role="alert" tabindex="-1" autofocus>
        <p>${deskWords.errors[language]}</p>
        <ul>
          <li><a href="#key">${words.key[language]}</a>: ${words.wrongKey[language]}</li>
        </ul>
      </div>`;
    case 'ended':
      return html`<div class="box wrong" role="alert">
        <p>${words.ended[language]}</p>
        <p>${words.endedHow[language]}</p>
      </div>`;
    case 'signed-out':
      return html`<div class="box done" role="status"><p>${words.signedOut[language]}</p></div>`;
    case undefined:
      return undefined;
  }
}
