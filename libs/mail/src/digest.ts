import type { CivilDate, Language, Recipient, Register } from '@app/domain';
import { compose, type MailFacts } from './compose/compose';
import type { Mail } from './template';

export type DigestFacts = {
  register: Register;
  recipient: Recipient;
  on: CivilDate;
  replyTo?: string | undefined;
  /** In the order in which they are to stand; at least one. */
  items: readonly { notification: MailFacts['notification']; link?: string | undefined }[];
};

type Words = { others: (count: number) => string; lead: (count: number) => string };

const words: Readonly<Record<Language, Words>> = {
  fi: {
    others: (count) => (count === 1 ? 'ja 1 muu asia' : `ja ${count} muuta asiaa`),
    lead: (count) => `Tässä viestissä on ${count} asiaa:`,
  },
  sv: {
    others: (count) => (count === 1 ? 'och 1 ärende till' : `och ${count} ärenden till`),
    lead: (count) => `Det här meddelandet gäller ${count} ärenden:`,
  },
  en: {
    others: (count) => (count === 1 ? 'and 1 other matter' : `and ${count} other matters`),
    lead: (count) => `This message is about ${count} matters:`,
  },
};

/**
 * Writes everything that a person gets on a day as one mail; a single notification as the mail that it would be alone.
 * @throws RangeError without a notification
 * @throws ComposeError @throws MailDataError as `compose` does
 */
export function composeDigest({ items, ...shared }: DigestFacts): Mail {
  const mails = items.map(({ notification, link }) => compose({ ...shared, notification, link }));
  const [first, ...others] = mails;
  if (first === undefined) throw new RangeError('A digest without a notification cannot be written.');
  if (others.length === 0) return first;
  const { language } = shared.recipient;
  const { others: andOthers, lead } = words[language];
  const subject = `${first.subject} ${andOthers(others.length)}`;
  const numbered = mails.map((mail, index) => `${index + 1}. ${mail.subject}`);
  const parts = mails.map(({ text }, index) => `${numbered[index]}\n\n${text}`);
  const list = mails.map((mail) => `<li>${titleOf(mail)}</li>`).join('');
  const bodies = mails.map((mail, index) => `<hr>\n<h2>${index + 1}. ${titleOf(mail)}</h2>\n${bodyOf(mail)}`);
  return {
    subject,
    text: [`${lead(mails.length)}\n${numbered.join('\n')}\n`, ...parts].join('\n'),
    html:
      `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>${titleOf(first)} ` +
      `${andOthers(others.length)}</title></head>\n<body><p>${lead(mails.length)}</p><ol>${list}</ol>\n` +
      `${bodies.join('\n')}</body></html>\n`,
  };
}

/** The subject as it stands in the mail's own HTML: safe there, safe here. */
function titleOf({ html }: Mail): string {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
}

function bodyOf({ html }: Mail): string {
  return /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
}
