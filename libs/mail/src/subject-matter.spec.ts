import { languages } from '@app/domain';
import { mailsAbout, otherSubjects } from '../test/request-mails';
import { wordsOf } from './subject-matter';

describe.each(otherSubjects)('the mails about %s', (subject) => {
  it.each(languages)('read as approved in %s', (language) => {
    const mails = mailsAbout(subject, language).map((mail) => `${mail.name}\n\n${mail.subject}\n\n${mail.text}`);
    expect(`\n${mails.join('\n----\n')}`).toMatchSnapshot();
  });

  it.each(languages)('say nothing of the negotiation in %s', (language) => {
    for (const { subject: line, text } of mailsAbout(subject, language))
      expect(`${line} ${text}`).not.toMatch(/neuvottelu(?!kun)|förhandl|negotiation/i);
  });
});

describe('what a request is called in a subject line', () => {
  const title = { fi: 'Kuntakortti 2026', sv: 'Kommunkort 2026' };

  it('is its title; the advance assignment and the result are known by their kind', () => {
    expect(wordsOf({ subjectMatter: 'municipality-card', title }, 'sv').head).toBe('Kommunkort 2026');
    expect(wordsOf({ subjectMatter: 'municipality-card' }, 'fi').head).toBe('Kuntakortti');
    expect(wordsOf({ subjectMatter: 'advance-assignment', title }, 'fi').head).toBe('Ennakkotehtävä');
  });

  it('is cut where it would push the organisation out of sight', () => {
    const long = { fi: 'Pitkä otsikko '.repeat(20), sv: 'Lång' };
    expect(wordsOf({ subjectMatter: 'municipality-card', title: long }, 'fi').head.length).toBeLessThan(100);
  });
});
