import type { MailCommon, TemplateName } from '@app/mail';
import { parseMailData } from '@app/mail';
import type { Json } from '@app/workflows';
import { keep } from './violation';

/** What the shell adds to every mail when it sends it. */
const common: MailCommon = {
  county: { name: { fi: 'Päijät-Hämeen hyvinvointialue', sv: 'Päijänne-Tavastlands välfärdsområde' } },
  organisation: { name: { fi: 'Asikkala', sv: 'Asikkala' }, form: 'kunta' },
  askRole: { fi: 'koordinaattori', sv: 'koordinator', en: 'coordinator' },
  askEmail: 'koordinaattori@paijatha.example.invalid',
  link: 'https://vuosikello.example.invalid/r/x',
};

/** @throws Violation where the mail is not told what its template needs */
export function checkMailData(template: string, data: Json): void {
  let wrong: unknown;
  try {
    parseMailData(template as TemplateName, JSON.parse(JSON.stringify({ ...common, ...(data as object) })));
  } catch (error) {
    wrong = error;
  }
  keep(
    wrong === undefined,
    'a mail is told all that its template needs',
    () => `${template}: ${(wrong as Error).message}`,
  );
}
