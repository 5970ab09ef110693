import type { Language } from '@app/domain';
import type { z } from 'zod';
import { templates, type MailData, type TemplateName } from './registry';
import { htmlBody } from './html-body';
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
  const letter = templateOf(name)[language](parseMailData(name, data));
  return { subject: letter.subject, text: textBody(letter), html: htmlBody(letter, language) };
}
