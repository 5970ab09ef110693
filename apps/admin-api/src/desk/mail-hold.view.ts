import { type Html, html } from '../pages/html';
import { dateAndTime, longDate } from '../pages/page-dates';
import type { AtDesk } from './desk-room';
import { deskWords as words } from './desk-words';

/** That no mail leaves now, since when and why; nothing where mail leaves. */
export function mailHoldView({ mailHolds, language }: AtDesk): Html | false {
  return (
    mailHolds.length > 0 &&
    html`<div class="box" id="mail-hold">
      <p>${words.mailHeld[language]}</p>
      <ul>
        ${mailHolds.map(
          ({ at, reason }) => html`<li>${words.since[language]} ${dateAndTime(at, language, longDate)}: ${reason}</li>`,
        )}
      </ul>
      <p>${words.mailHeldHow[language]}</p>
    </div>`
  );
}
