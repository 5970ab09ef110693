import type { Language } from '@app/domain';
import type { MailCommon } from './fields';
import { type Link, sentences } from './letter';
import { inLanguage, plainName } from './names';

type Ender = (data: MailCommon, ...before: (string | undefined)[]) => string;

// The end of every mail: whom to ask, and who sends it. `before` are sentences that belong in front of the first.
function ender(language: Language, ask: (role: string, email: string) => string): Ender {
  return (data, ...before) => {
    // Nobody is referred to themselves.
    const question = data.recipientIsAsked ? undefined : ask(inLanguage(data.askRole, language), data.askEmail);
    return [sentences(...before, question), plainName(data.county, language)].filter(Boolean).join('\n\n');
  };
}

/** Ends a mail: whom to ask, and who sends it; `before` comes first in the same paragraph. */
export const closing: Record<Language, Ender> = {
  fi: ender('fi', (role, email) => `Kysymyksiin vastaa ${role} (${email}).`),
  sv: ender('sv', (role, email) => `Frågor besvaras av ${role} (${email}).`),
  en: ender('en', (role, email) => `Questions are answered by: ${role} (${email}).`),
};

/** A sentence that ends with where to act: the page, or by e-mail where there is none. */
export function withLink(sentence: string, data: MailCommon): Link {
  return { label: sentence, target: data.link ?? data.askEmail, acts: true };
}

/** A sentence that ends with the page on which to act, or with a full stop where there is none. */
export function withPage(sentence: string, { link }: MailCommon): Link | string {
  return link === undefined ? `${sentence}.` : { label: sentence, target: link, acts: true };
}

/** A sentence that ends with the address to write to. */
export function byMail(sentence: string, email: string): Link {
  return { label: sentence, target: email, acts: true };
}

/** A line for the page on which to act, which may be missing. */
export function pageLine(label: string, link: string | undefined): Link | undefined {
  return link === undefined ? undefined : { label, target: link, acts: true };
}

/** A line for a link that may be missing. */
export function linkLine(label: string, link: string | undefined): Link | undefined {
  return link === undefined ? undefined : { label, target: link, acts: false };
}

/** A line for a link, or the sentence that stands in for it where there is none. */
export function linkOr(label: string, link: string | undefined, otherwise: string): Link | string {
  return linkLine(label, link) ?? otherwise;
}
