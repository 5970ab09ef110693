import type { CivilDate, Language, Recipient, Register } from '@app/domain';
import { type TemplateName, templates } from '../registry';
import { render } from '../render';
import type { Mail } from '../template';
import { compose, type MailFacts } from './compose';
import { type MailTo, recipientOf } from './recipient';

/** Where the answer link of a preview leads: nowhere, and it says so. */
export const placeholderLink: Record<Language, string> = {
  fi: 'https://esikatselu.invalid/vastauslinkki-on-vasta-lahetetyssa-viestissa',
  sv: 'https://forhandsgranskning.invalid/svarslanken-finns-forst-i-det-skickade-meddelandet',
  en: 'https://preview.invalid/the-answer-link-is-only-in-the-mail-that-is-sent',
};

/** Whom a mail would go to: the seat, and the contact by its id. `via` is null where nobody would get it. */
export type PreviewedRecipient = MailTo & { contact: string | null; via: Recipient['via'] | null; language: Language };
export type Preview = { to: PreviewedRecipient; mail: Mail };

export type PreviewFacts = Pick<MailFacts, 'notification' | 'replyTo'> & {
  register: Register;
  on: CivilDate;
  link: boolean;
  /** Another language than the recipient's. */
  language?: Language | undefined;
};

/**
 * Writes a mail as it would be written on the day, with the names of the register, for somebody who only wants to see it. No link is
 * issued.
 * @throws ComposeError, MailDataError as `compose`
 */
export function previewMail({ notification, register, on, link, language: asked, replyTo }: PreviewFacts): Preview {
  const found = recipientOf(register, notification.to, on);
  const language = asked ?? found?.language ?? register.county.languages[0] ?? 'fi';
  const recipient: Recipient = { ...(found ?? { via: 'registry', email: '' }), language };
  const { organisation, audience } = notification.to;
  return {
    to: { organisation, audience, contact: found?.contactId ?? null, via: found?.via ?? null, language },
    mail: compose({
      notification,
      register,
      recipient,
      on,
      link: link ? placeholderLink[language] : undefined,
      replyTo,
    }),
  };
}

/** Writes a template with its example data. */
export function previewSample(template: TemplateName, language: Language): Mail {
  return render(template, language, templates[template].sample as never);
}
