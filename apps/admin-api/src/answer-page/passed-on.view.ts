import { text } from '../language/text';
import { type Html, html } from './html';
import { layout } from './layout';
import { countyName, organisationName } from './names';
import type { OpenedPage } from './opened-link';
import { questionsView } from './questions.view';
import type { Submission } from './submission';
import { unsavedView } from './unsaved.view';

const title = text(
  'Asia on siirtynyt seuraajalle',
  'Ärendet har övergått till efterträdaren',
  'The matter has passed to the successor',
);
const successor = text('Asiaa hoitaa nyt', 'Ärendet sköts nu av', 'The matter is now with');
const says = text(
  'Tällä linkillä ei voi enää vastata. Seuraajalle on lähetetty oma linkki.',
  'Det går inte längre att svara med den här länken. Efterträdaren har fått en egen länk.',
  'This link can no longer be used to answer. The successor has been sent a link of its own.',
);
const nothingSaved = text('Tietojasi ei tallennettu.', 'Dina uppgifter sparades inte.', 'What you sent was not saved.');

/**
 * What whoever was asked at first sees once a successor goes on with the matter: who that is and whom to ask. Of the matter itself it
 * tells nothing; what was sent is shown, to be copied.
 */
export function passedOnPage(page: OpenedPage, sent?: Submission): Html {
  const { language, register, definition, instance } = page;
  const names = definition.concerns(instance.context as never).map((id) => organisationName(register, id, language));
  return layout({
    language,
    title: title[language],
    sender: countyName(register, language),
    main: html`<h1>${title[language]}</h1>
      ${sent && html`<div class="box wrong" role="alert" tabindex="-1" autofocus><p>${nothingSaved[language]}</p></div>`}
      <p class="lead">${successor[language]}: ${names.join(', ')}.</p>
      <p>${says[language]}</p>
      ${sent && unsavedView(page, sent.command, sent.values)}`,
    footer: html`${questionsView(page)}`,
  });
}
