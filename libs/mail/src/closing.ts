import type { Language } from '@app/domain';
import type { MailCommon } from './fields';
import { sentences, type Part } from './letter';
import { en, fi, inLanguage, plainName, sv } from './names';

type Ender = (data: MailCommon, ...before: Part[]) => string;

// The end of every mail: whom to ask, and who sends it. `before` are sentences that belong in front of the first.
function ender(language: Language, ask: (role: string, email: string) => string): Ender {
  return (data, ...before) => {
    const question = ask(inLanguage(data.askRole, language), data.askEmail);
    return `${sentences(...before, question)}\n\n${plainName(data.county, language)}`;
  };
}

/** Ends a mail: whom to ask, and who sends it; `before` comes first in the same paragraph. */
export const closing: Record<Language, Ender> = {
  fi: ender('fi', (role, email) => `Kysymyksiin vastaa ${role} (${email}).`),
  sv: ender('sv', (role, email) => `Frågor besvaras av ${role} (${email}).`),
  en: ender('en', (role, email) => `Questions are answered by: ${role} (${email}).`),
};

/** How to pass a message on to whoever handles the matter: its link works for whoever holds it. */
export const forwardIt: Record<Language, (data: MailCommon) => string> = {
  fi: ({ organisation }) => `Jos joku toinen vastaa ${fi.inYours(organisation)} tähän, välitä tämä viesti hänelle.`,
  sv: ({ organisation }) => `Om någon annan i ${sv.yours(organisation)} ska svara kan du vidarebefordra meddelandet.`,
  en: ({ organisation }) =>
    `If somebody else in your ${en.yours(organisation)} answers this, please forward this message.`,
};

/** A sentence that ends with where to go: the page, or by e-mail where there is none. Nothing may follow on the line. */
export function withLink(sentence: string, data: MailCommon): string {
  return `${sentence}: ${data.link ?? data.askEmail}`;
}

/** A sentence that ends with the page on which to act, or with a full stop where there is none. */
export function withPage(sentence: string, { link }: MailCommon): string {
  return link === undefined ? `${sentence}.` : `${sentence}: ${link}`;
}

/** A line for a link that may be missing; nothing follows the link on its line. */
export function linkLine(label: string, link: string | undefined): Part {
  return link === undefined ? undefined : `${label}: ${link}`;
}

/** A line for a link, or the sentence that stands in for it where there is none. */
export function linkOr(label: string, link: string | undefined, otherwise: string): string {
  return linkLine(label, link) ?? otherwise;
}
