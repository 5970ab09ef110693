import { text } from '../language/text';
import { dateAndTime } from '../pages/page-dates';
import { type Html, html } from '../pages/html';
import { layout } from '../pages/layout';
import { countyName, organisationName } from '../pages/names';
import type { OpenedPage } from './opened-link';
import { questionsView } from './questions.view';
import type { FormValues } from '../pages/form-values';
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
const handedTitle = text('Vastaaminen on siirretty', 'Svarandet har överförts', 'Answering has been handed over');
const handedOver = text(
  'Vastaaminen siirrettiin organisaatiossanne toiselle henkilölle',
  'Svarandet överfördes till en annan person i er organisation',
  'Answering was handed over to another person in your organisation',
);
const handedHow = text(
  'Uusi linkki on lähetetty hänelle sähköpostilla, eikä tällä linkillä voi enää vastata. Jos siirto oli erehdys, pyydä koordinaattoria perumaan se.',
  'En ny länk har skickats till den personen per e-post, och det går inte längre att svara med den här länken. Om överföringen var ett misstag, be koordinatorn återta den.',
  'A new link was sent to that person by e-mail, and this one can no longer be used to answer. If that was a mistake, ask the coordinator to take it back.',
);
const takenBackTitle = text('Siirto on peruttu', 'Överföringen har återtagits', 'The hand-over was taken back');
const takenBack = text(
  'Vastaamisen siirto peruttiin',
  'Överföringen av svarandet återtogs',
  'The hand-over of answering was taken back',
);
const takenBackHow = text(
  'Tällä linkillä ei voi enää vastata. Uusi linkki tulee sähköpostilla sille, jolta vastausta pyydettiin alun perin.',
  'Det går inte längre att svara med den här länken. En ny länk kommer per e-post till den som först ombads svara.',
  'This link can no longer be used to answer. A new link comes by e-mail to whoever was asked at first.',
);
const nothingSaved = text('Tietojasi ei tallennettu.', 'Dina uppgifter sparades inte.', 'What you sent was not saved.');

/**
 * What whoever was asked at first sees once a successor goes on with the matter: who that is and whom to ask. Of the matter itself it
 * tells nothing; what was sent is shown, to be copied.
 */
function passedOnPage(page: OpenedPage, sent?: Written): Html {
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

/** What was in a form that came too late. */
export type Written = { command: string; values: FormValues };

/**
 * What whoever has an earlier link sees once the answer has been handed over: that it was and when, to the same organisation, and
 * whom to ask. Whom it went to is not said, as everybody who was sent the earlier link can read this.
 */
function handedOverPage(page: OpenedPage, sent?: Written): Html {
  const { language, register, link, handedOver: change } = page;
  const isBack = change?.takenBack === true;
  const heading = (isBack ? takenBackTitle : handedTitle)[language];
  return layout({
    language,
    title: heading,
    sender: countyName(register, language),
    main: html`<h1>${heading}</h1>
      ${sent && html`<div class="box wrong" role="alert" tabindex="-1" autofocus><p>${nothingSaved[language]}</p></div>`}
      ${link.organisation !== null && html`<p class="lead">${organisationName(register, link.organisation, language)}</p>`}
      <p>${(isBack ? takenBack : handedOver)[language]} ${change && dateAndTime(change.at, language)}.</p>
      <p>${(isBack ? takenBackHow : handedHow)[language]}</p>
      ${sent && unsavedView(page, sent.command, sent.values)}`,
    footer: html`${questionsView(page)}`,
  });
}

/** What is shown where the link opens its matter no more. */
export function goneOnPage(page: OpenedPage, sent?: Written): Html | undefined {
  if (page.passedOn) return passedOnPage(page, sent);
  return page.handedOver === undefined ? undefined : handedOverPage(page, sent);
}
