import { languages, type Language } from '@app/domain';
import { render, templateNames, templates, type Mail, type MailData, type TemplateName } from '../src';

export type Rendered = Mail & { name: TemplateName; language: Language };

/** A template's sample, typed as data of any template, for tests that go through all of them. */
export function sampleOf(name: TemplateName): MailData[TemplateName] {
  return templates[name].sample;
}

/** Writes data of a template that is only known at run time; what does not fit is refused by the schema. */
export function write(name: TemplateName, language: Language, data: unknown): Rendered {
  return { name, language, ...render(name, language, data as never) };
}

/** Every template in every language, written from its sample with the changes laid over it. */
export function everyMail(changes: object = {}): Rendered[] {
  return templateNames.flatMap((name) =>
    languages.map((language) => write(name, language, { ...sampleOf(name), ...changes })),
  );
}

/** The words of a mail without its links and addresses, which follow rules of their own. */
export function wordsOf({ subject, text }: Mail): string {
  return `${subject}\n${text}`.replace(/https?:\/\/\S+|\S+@\S+/g, '');
}
