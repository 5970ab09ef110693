import { languages } from '@app/domain';
import type { MailCommon, TemplateName } from '@app/mail';
import { parseMailData, render, templateNames } from '@app/mail';
import { definitions } from '@app/workflows';
import { owedMails } from './support/owed-mails';

/** What the shell adds to every mail when it sends it. */
const common: MailCommon = {
  county: { name: { fi: 'Päijät-Hämeen hyvinvointialue', sv: 'Päijänne-Tavastlands välfärdsområde' } },
  organisation: { name: { fi: 'Asikkala', sv: 'Asikkala' }, form: 'kunta' },
  askRole: { fi: 'koordinaattori', sv: 'koordinator', en: 'coordinator' },
  askEmail: 'koordinaattori@paijatha.example.invalid',
  link: 'https://vuosikello.example.invalid/r/x',
};
const everything = owedMails();

describe('the mails that workflows owe', () => {
  it('have templates, and every template is owed by some workflow, or once a month by the log', () => {
    const owed = templateNames.filter((name) => name !== 'log-checkpoint').sort();
    expect([...new Set(definitions.flatMap(({ mails }) => mails))].sort()).toEqual(owed);
    expect([...new Set(everything.map(({ template }) => template))].sort()).toEqual(owed);
  });

  it('are told all that their templates need, in every language', () => {
    for (const { template, data } of everything) {
      const name = template as TemplateName;
      const told = parseMailData(name, JSON.parse(JSON.stringify({ ...common, ...(data as object) })));
      for (const language of languages) {
        const { subject, text } = render(name, language, told as never);
        expect(`${subject} ${text}`).not.toMatch(/undefined|\bnull\b|\[object|NaN/);
      }
    }
  });
});
