import type { Language } from '@app/domain';
import type { z } from 'zod';
import type { Letter } from './letter';

/** A file for the reader's calendar (iCalendar): asks to a meeting, calls it off, or only tells of a day. */
export type MailCalendar = { name: string; method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string };

/** A mail ready to be sent: `subject` is one line of plain text, `text` ends with a line feed; `html` says the same. */
export type Mail = { subject: string; text: string; html: string; calendar?: readonly MailCalendar[] };

/** Whom a template is written for. */
export type Audience = 'party' | 'respondent' | 'manager' | 'coordinator' | 'presenter' | 'registry';

/** Writes one mail in one language. The data has passed the template's schema. */
export type Writer<D> = (data: D) => Letter;

/** One kind of mail: what it must be told, an example of that, and a writer for every language. */
export type Template<S extends z.ZodType> = {
  readonly audience: Audience;
  readonly schema: S;
  readonly sample: z.output<S>;
} & Readonly<Record<Language, Writer<z.output<S>>>>;

/** Declares a template; a missing language or a sample that lacks a field fails the type check. */
export function defineTemplate<S extends z.ZodType>(template: Template<S>): Template<S> {
  return template;
}

/** The data of a mail does not fit its template: `fields` says which fields and why. */
export class MailDataError extends Error {
  constructor(
    readonly template: string,
    readonly fields: readonly { path: string; problem: string }[],
  ) {
    super(
      `The data of the mail '${template}' does not fit its template: ` +
        fields.map(({ path, problem }) => `${path}: ${problem}`).join('; '),
    );
    this.name = 'MailDataError';
  }
}
