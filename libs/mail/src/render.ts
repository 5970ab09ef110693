import type { Language } from '@app/domain';
import type { z } from 'zod';
import { htmlBody } from './html/html-body';
import type { Letter } from './letter';
import { shortened } from './plain-text';
import { templates, type MailData, type TemplateName } from './registry';
import { MailDataError, type Mail, type Template } from './template';
import { textBody } from './text-body';

// The registry as one type, for code that does not know which template it has.
type AnyTemplate<D> = Template<z.ZodType<D>>;

function templateOf<N extends TemplateName>(name: N): AnyTemplate<MailData[N]> {
  return templates[name] as unknown as AnyTemplate<MailData[N]>;
}

/**
 * Checks data that comes as JSON from the database and makes its texts harmless (no line breaks in names, no control
 * characters). Fields the template does not know are left out.
 * @throws MailDataError naming every field that does not fit.
 */
export function parseMailData<N extends TemplateName>(name: N, data: unknown): MailData[N] {
  const parsed = templateOf(name).schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new MailDataError(
    name,
    parsed.error.issues.map(({ path, message }) => ({ path: path.join('.') || '(the data)', problem: message })),
  );
}

/**
 * Writes a mail in one language, as text and as HTML. The data is checked on every call: what has not been made harmless is
 * never written.
 * @throws MailDataError
 */
export function render<N extends TemplateName>(name: N, language: Language, data: MailData[N]): Mail {
  return mailOf(letterOf(name, language, parseMailData(name, data)), language);
}

/** A mail before it is set, from data that `parseMailData` has checked. */
export function letterOf<N extends TemplateName>(name: N, language: Language, data: MailData[N]): Letter {
  return templateOf(name)[language](data);
}

/** A letter, set as text and as HTML. */
export function mailOf({ subject, paragraphs }: Letter, language: Language): Mail {
  const html = htmlBody({ title: subject, preview: previewOf(paragraphs), parts: [{ paragraphs }] }, language);
  return { subject, text: textBody(paragraphs), html };
}

const longestPreview = 160;

/** What a list of mails shows beside the subject: how the mail begins. */
export function previewOf([first]: Letter['paragraphs']): string {
  const start = first?.find((line) => typeof line === 'string') ?? '';
  return shortened(start, longestPreview);
}
