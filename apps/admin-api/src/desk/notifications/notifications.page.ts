import { sentenceStart } from '@app/mail';
import type { Notification, NotificationState } from '@app/store';
import { notificationStates } from '@app/store';
import { audienceTitle, mailTitle } from '@app/workflows';
import { may } from '../../access/may';
import { type Html, html } from '../../pages/html';
import { organisationName } from '../../pages/names';
import { dateAndTime, longDate } from '../../pages/page-dates';
import { deskPage } from '../desk-page';
import { type AtDesk, deskPath, workflowPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { filterForm, pagesView } from '../filter.view';
import { mailHoldView } from '../mail-hold.view';
import { textError, textForm, type TextForm } from '../note-form.view';
import { mailStates, notificationWords as words } from './notification-words';

export type MailFilter = {
  workflow?: string | undefined;
  state?: NotificationState | undefined;
  organisation?: string | undefined;
};

/** The mails of the county, what was owed last first. */
export function notificationsPage(
  at: AtDesk,
  { items, next, filter }: { items: readonly Notification[]; next: string | null; filter: MailFilter },
): Html {
  const { language } = at;
  return deskPage(at, {
    title: words.title[language],
    here: '/notifications',
    main: html`<h1>${words.title[language]}</h1>
      ${mailHoldView(at)}
      ${filterForm(at, '/notifications', [
        {
          name: 'state',
          label: deskWords.state[language],
          value: filter.state,
          options: notificationStates.map((state) => ({ value: state, label: mailStates[state][language] })),
        },
        organisationField(at, filter.organisation),
        { name: 'workflow', label: words.workflow[language], value: filter.workflow },
      ])}
      ${items.length === 0 && html`<p>${words.none[language]}</p>`}
      <ul class="list">
        ${items.map((mail) => html`<li>${mailItem(at, mail)}</li>`)}
      </ul>
      ${pagesView(at, '/notifications', { filter, next })}`,
  });
}

/** A field to choose an organisation of the county in. */
export function organisationField({ register, language }: AtDesk, value: string | undefined) {
  const named = (register?.organisations ?? []).map(({ id }) => ({
    value: id,
    label: register ? organisationName(register, id, language) : id,
  }));
  return {
    name: 'organisation',
    label: deskWords.organisation[language],
    value,
    options: named.sort((a, b) => a.label.localeCompare(b.label, language)),
  };
}

/** A mail in a list: what it is, to whom, and what became of it. */
export function mailItem(at: AtDesk, mail: Notification): Html {
  const { language } = at;
  return html`<a href="${deskPath(at, `/notifications/${encodeURIComponent(mail.id)}`)}">${nameOf(at, mail)}</a>
    <span>${recipientOf(at, mail)}</span>
    <span class="soft"
      >${mailStates[mail.state][language]},
      ${dateAndTime(mail.sentAt ?? mail.owedAt, language, longDate)}${
        mail.bounced && html`. <strong>${words.bounced[language]}.</strong>`
      }</span
    >`;
}

function nameOf({ language }: AtDesk, { subject, template }: Notification): string {
  return subject ?? sentenceStart(mailTitle(template)[language]);
}

function recipientOf({ register, language }: AtDesk, { to }: Notification): string {
  const name = register ? organisationName(register, to.organisation, language) : to.organisation;
  return `${name}, ${audienceTitle(to.audience)?.[language] ?? to.audience}`;
}

export type ShownMail = {
  mail: Notification;
  formId: string;
  /** What was written into the form, and what is wrong with it. */
  again: TextForm['again'];
  resent: boolean;
};

/** One mail as it was sent, and the form to send it once more. */
export function notificationPage(at: AtDesk, shown: ShownMail): Html {
  const { language, caller } = at;
  const { mail, again, resent } = shown;
  const form = resendForm(at, shown);
  const title = nameOf(at, mail);
  const facts: [string, Html | string | null][] = [
    [words.to[language], recipientOf(at, mail)],
    [deskWords.state[language], mailStates[mail.state][language]],
    [words.owedAt[language], dateAndTime(mail.owedAt, language, longDate)],
    [words.sentAt[language], mail.sentAt && dateAndTime(mail.sentAt, language, longDate)],
    [
      words.bounced[language],
      mail.bounced && `${dateAndTime(mail.bounced.at, language, longDate)} (${mail.bounced.status})`,
    ],
    [words.reply[language], mail.reply],
    [
      words.resentOf[language],
      mail.resentOf &&
        html`<a href="${deskPath(at, `/notifications/${encodeURIComponent(mail.resentOf)}`)}">${mail.resentOf}</a>`,
    ],
    [words.reason[language], mail.resendReason],
    [deskWords.about[language], html`<a href="${workflowPath(at, mail.workflow)}">${mail.workflow}</a>`],
  ];
  return deskPage(at, {
    title: again ? `${deskWords.errorInTitle[language]}: ${title}` : title,
    here: '/notifications',
    main: html`<h1>${title}</h1>
      ${resent && html`<div class="box done" role="status"><p>${words.resent[language]}</p></div>`}
      ${textError(deskWords.errors[language], form)}
      <dl class="facts">
        ${facts.map(
          ([name, value]) =>
            value !== null &&
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <h2>${words.asSent[language]}</h2>
      ${mail.text === null ? html`<p>${words.noText[language]}</p>` : html`<p class="as-sent">${mail.text}</p>`}
      ${
        may(caller, 'mails:resend') &&
        html`<h2>${words.resend[language]}</h2>
          <p>${words.resendHow[language]}</p>
          ${
            mail.digest !== null &&
            html`<p>
              <strong>${words.resendPart[language]}</strong> ${sentenceStart(mailTitle(mail.template)[language])}.
            </p>`
          }
          ${textForm(at, form)}`
      }`,
  });
}

function resendForm({ language }: AtDesk, { mail, formId, again }: ShownMail): TextForm {
  return {
    action: deskPath({ language }, `/notifications/${encodeURIComponent(mail.id)}/resend`),
    formId,
    name: 'reason',
    label: words.whyAgain[language],
    help: words.whyHelp[language],
    button: words.resend[language],
    rows: 2,
    again,
  };
}
