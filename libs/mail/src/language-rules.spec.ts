import { civilDate, weekdayOf, type Language } from '@app/domain';
import { everyMail, wordsOf, type Rendered } from '../test/rendered';
import { everyRequestMail } from '../test/request-mails';
import { basisSentence } from './basis-sentence';
import type { Names } from './fields';
import { asikkala, county } from './samples';
import { templates } from './registry';

const ngo: Names = { name: { fi: 'Esimerkin Kansanterveys ry', sv: 'Exempelfolkhälsan rf' } };
const heinola: Names = {
  name: { fi: 'Heinola', sv: 'Heinola' },
  form: 'kaupunki',
  cases: { genitive: 'Heinolan', inessive: 'Heinolassa', ablative: 'Heinolalta' },
};
const withoutForms: Names = { name: { fi: 'Iitti', sv: 'Itis' }, form: 'kunta' };

/** The samples, and the same mails to other kinds of recipients and without a page to answer on. */
const mails: [string, Rendered][] = [
  ...everyMail(),
  ...everyMail({ organisation: ngo, partyKind: 'other' }),
  ...everyMail({ organisation: heinola, link: undefined }),
  ...everyMail({ organisation: withoutForms, partyKind: 'municipality' }),
  ...everyRequestMail(),
].map((mail) => [`${mail.name} ${mail.language}: ${mail.subject}`, mail]);

const monthsSv = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
const monthsEn = 'January February March April May June July August September October November December'.split(' ');

const shortDate: Record<Language, RegExp> = {
  fi: /(?:^| )(ma|ti|ke|to|pe|la|su)\u00a0\d{1,2}\.\d{1,2}\.\d{4}/,
  sv: /(?:^| )(må|ti|on|to|fr|lö|sö)\u00a0\d{1,2}\.\d{1,2}\.\d{4}/,
  en: /(?:^| )(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\u00a0\d{1,2}\u00a0[A-Z][a-z]+\u00a0\d{4}/,
};

const weekdayStems = ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su', 'må', 'ti', 'on', 'to', 'fr', 'lö', 'sö'];
const englishStems = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Every weekday with its date in a mail, as [ISO weekday written, date written]. */
function writtenDays({ subject, text }: Rendered): [number, string][] {
  const all = `${subject}\n${text}`;
  const dotted = [...all.matchAll(/([\p{L}]+)\u00a0(\d{1,2})\.(\d{1,2})\.(\d{4})/gu)].map(
    ([, weekday, day, month, year]) => [weekday, day, month, year] as const,
  );
  const swedish = [...all.matchAll(/(\p{L}+dagen)\u00a0den\u00a0(\d{1,2})\u00a0(\p{L}+)\u00a0(\d{4})/gu)].map(
    ([, weekday, day, month, year]) => [weekday, day, monthsSv.indexOf(month!) + 1, year] as const,
  );
  const english = [...all.matchAll(/([A-Z]\p{L}+)\u00a0(\d{1,2})\u00a0(\p{L}+)\u00a0(\d{4})/gu)].map(
    ([, weekday, day, month, year]) => [weekday, day, monthsEn.indexOf(month!) + 1, year] as const,
  );
  return [...dotted, ...swedish, ...english].map(([weekday, day, month, year]) => [
    isoWeekday(weekday!),
    [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
  ]);
}

function isoWeekday(written: string): number {
  const english = englishStems.findIndex((stem) => written.startsWith(stem));
  return english >= 0 ? english + 1 : (weekdayStems.indexOf(written.slice(0, 2)) % 7) + 1;
}

/** A signed note has to be kept as it is: the rules of language are not for it. */
const withoutNote = ({ text, ...mail }: Rendered): Rendered => ({
  ...mail,
  text: text.replace(/^\S+\n\d+\n\S+\n\n(?:\u2014 \S+ \S+\n)+\n/mu, ''),
});

describe.each(mails.map(([title, mail]): [string, Rendered] => [title, withoutNote(mail)]))('%s', (_title, mail) => {
  const { name, language, subject, text } = mail;

  it('says in the subject what, by when and for whom, on one line', () => {
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(subject).toMatch(/^\p{Lu}[^–]+(–[^–]+)? – \S.*$/u);
    expect(subject).toMatch(shortDate[language]);
  });

  it('begins with who asks, and ends with whom to ask and who sends', () => {
    const sender = county.name[language]!;
    if (!name.endsWith('step-overdue')) expect(text.startsWith(`${sender} `)).toBe(true);
    // Whoever answers questions is not referred to themselves.
    const { sample } = templates[name];
    const isAsked = 'recipientIsAsked' in sample && sample.recipientIsAsked === true;
    expect(text.includes('eero.esimerkki@paijatha.example.invalid')).toBe(!isAsked);
    expect(text.endsWith(`\n\n${sender}\n`)).toBe(true);
  });

  it('does not shout, greet or leave traces of missing words', () => {
    expect(wordsOf(mail)).not.toMatch(/!/);
    expect(wordsOf(mail)).not.toMatch(/(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}])/u);
    expect(wordsOf(mail)).not.toMatch(/arvoisa|bästa mottagare|dear /i);
    expect(wordsOf(mail)).not.toMatch(/undefined|\bnull\b|\[object|NaN|\(\)| ,|\.\./);
  });

  it('keeps dates, times and sections on one line', () => {
    const words = wordsOf(mail);
    expect(words).not.toMatch(/(maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)(na)? \d/);
    expect(words).not.toMatch(/dagen den| den \d|\d (januari|februari|mars|april|maj|juni|juli|augusti)/);
    expect(words).not.toMatch(/(klo|kl\.|§|section) \d|\d §|§ 4|4 mom/);
    expect(words).not.toMatch(new RegExp(`\\d (${monthsEn.join('|')})|(${monthsEn.join('|')}) \\d`));
    expect(words).not.toMatch(/(ma|ti|ke|to|pe|la|su|må|on|fr|lö|sö|Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2}[. ]/);
  });

  it('gives every date the weekday it has', () => {
    const days = writtenDays(mail);
    expect(days.length).toBeGreaterThan(0);
    for (const [weekday, date] of days) expect([date, weekday]).toEqual([date, weekdayOf(civilDate(date))]);
  });

  it('has nothing after a link on its line', () => {
    for (const line of text.split('\n').filter((candidate) => candidate.includes('http'))) {
      expect(line).toMatch(/: https?:\/\/[^\s]+[^\s.,;:)]$/);
    }
  });

  it('is made of paragraphs with blank lines between them, and no line is wrapped or ends in space', () => {
    expect(text).not.toMatch(/\n{3,}|[ \u00a0]\n|\n[ \u00a0]/);
    for (const line of text.trimEnd().split('\n').filter(Boolean)) expect(line).toMatch(/^[\p{Lu}–]/u);
  });

  it('says in one sentence on what basis the date stands, where one is known', () => {
    const { sample } = templates[name];
    if (!('basis' in sample) || sample.basis === undefined) return;
    expect(text.split(basisSentence(sample.basis, language))).toHaveLength(2);
  });
});

describe('names in a mail', () => {
  const toSwedish = everyMail().filter((mail) => mail.language === 'sv');

  it('are Swedish in Swedish', () => {
    for (const mail of toSwedish) expect(wordsOf(mail)).not.toMatch(/Päijät|hyvinvointialue|Lahti\b|lautakunta/);
  });

  it('stand in the subject in the language of the mail', () => {
    const gustavAdolfs = everyMail({ organisation: { ...asikkala, name: { fi: 'Hartola', sv: 'Gustav Adolfs' } } });
    for (const { language, subject } of gustavAdolfs) {
      expect(subject.endsWith(language === 'sv' ? ' – Gustav Adolfs' : ' – Hartola')).toBe(true);
    }
  });
});
