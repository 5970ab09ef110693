import { civilDate, languages, type Language } from '@app/domain';
import fc from 'fast-check';
import { contentOf, linksIn, shownText } from '../../test/html-content';
import { sampleOf } from '../../test/rendered';
import { type TemplateName, templateNames } from '../registry';
import { render } from '../render';
import { asikkala, county } from '../samples';
import { type DigestItem, renderDigest } from './digest';

const on = civilDate('2026-08-10');
const item = (template: TemplateName, changes: object = {}): DigestItem => ({
  template,
  data: { ...sampleOf(template), ...changes },
});
const digest = (items: readonly DigestItem[], language: Language = 'fi', day = on) =>
  renderDigest(language, { county }, items, day);
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

const five = [
  item('receipt'),
  item('acknowledgement', { link: 'https://vuosikello.example.invalid/r/kolmas' }),
  item('advance-assignment', { link: 'https://vuosikello.example.invalid/r/ensimmainen' }),
  item('step-due', { recipientIsAsked: undefined }),
  item('invitation', { organisation: { ...asikkala, name: { fi: 'Heinola', sv: 'Heinola' } } }),
];

describe('several mails as one', () => {
  it.each(languages)('read as approved in %s', (language) => {
    const { subject, text, html } = digest(five, language);
    expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
    expect(contentOf(html)).toMatchSnapshot();
  });

  it.each([
    ['fi', '5 asiaa, ensimmäinen viimeistään ma 17.8.2026 – Asikkala, Päijät-Hämeen hyvinvointialue ja 1 muu'],
    ['sv', '5 ärenden, det första senast må 17.8.2026 – Asikkala, Päijänne-Tavastlands välfärdsområde och 1 till'],
    ['en', '5 matters, the first by Mon 17 August 2026 – Asikkala, Päijät-Häme wellbeing services county and 1 more'],
  ] as const)('say in the subject how many, by when and for whom (%s)', (language, subject) => {
    expect(plain(digest(five, language).subject)).toBe(subject);
  });

  it('begin with what has been due, and end with what asks for nothing by a day, as given', () => {
    const day = (dueOn: string) => item('step-due', { dueOn, stepTitle: dueOn });
    const items = [item('receipt'), day('2026-08-12'), day('2026-08-09'), day('2026-08-10'), item('invitation')];
    const { text, subject } = digest(items);
    const order = [...text.matchAll(/^[1-5]\. (\S+ \S+)/gm)].map(([line]) => plain(line));
    expect(order.slice(0, 5).map((line) => line.slice(0, 14))).toEqual([
      '1. Hyte-neuvot',
      '2. Hyte-neuvot',
      '3. Hyte-neuvot',
      '4. Kiitos: enn',
      '5. Kutsu: hyte',
    ]);
    expect([...text.matchAll(/vaiheen: (\S+)\.$/gm)].map(([, named]) => named)).toEqual([
      '2026-08-09',
      '2026-08-10',
      '2026-08-12',
    ]);
    // What was due yesterday is not said to be due.
    expect(plain(subject)).toBe('5 asiaa, ensimmäisen päivä oli su 9.8.2026 – Päijät-Hämeen hyvinvointialue, Asikkala');
    expect(plain(digest(items, 'fi', civilDate('2026-08-09')).subject)).toMatch(/^5 asiaa, ensimmäinen viimeistään su/);
  });

  it.each(languages)('say once, at the end, what every one ends with, in %s', (language) => {
    const [first, second] = [item('result'), item('report-published')];
    const ask = sampleOf('result').askEmail;
    const { text, html } = digest([first, second], language);
    expect(text.split(ask)).toHaveLength(2);
    expect(text.slice(text.lastIndexOf('————————'))).toContain(ask);
    expect(shownText(html).split(ask)).toHaveLength(2);
    const others = { askEmail: 'toinen@paijatha.example.invalid' };
    expect(digest([first, item('report-published', others)], language).text.split(ask)).toHaveLength(2);
    expect(digest([first, second, item('report-published', others)], language).text.split(ask)).toHaveLength(3);
  });

  it('name no day where nothing is asked by one', () => {
    expect(digest([item('receipt'), item('result')], 'sv').subject).toBe('2 ärenden – Asikkala');
  });

  it('are never less than one', () => {
    expect(() => digest([])).toThrow('at least one');
  });

  it('are refused with the data that does not fit', () => {
    expect(() => digest([item('receipt'), item('reminder', { dueAt: 'soon' })])).toThrow(/'reminder'.*dueAt/);
  });
});

it('a single one is its own mail', () => {
  for (const template of templateNames) {
    for (const language of languages)
      expect(digest([item(template)], language)).toEqual(render(template, language, sampleOf(template) as never));
  }
});

it('nothing is missing of any that its own mail says, whichever they are and in whichever order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...templateNames), { minLength: 2, maxLength: 7 }),
      fc.constantFrom(...languages),
      (names, language) => {
        const links = names.map((_, index) => `https://vuosikello.example.invalid/r/linkki-${index}`);
        const items = names.map((name, index) => item(name, { link: links[index] }));
        const mail = digest(items, language);
        const shown = shownText(mail.html);
        for (const { template, data } of items) {
          const own = render(template, language, data as never);
          for (const paragraph of own.text.trimEnd().split('\n\n')) expect(mail.text).toContain(paragraph);
          // Once in the list of contents and once as its heading; two may be called the same.
          expect(mail.text.split(own.subject).length).toBeGreaterThanOrEqual(3);
          expect(shown).toContain(plain(own.subject));
          for (const link of linksIn(own.html)) expect(linksIn(mail.html)).toContain(link);
        }
        expect(mail.html.match(/<h2>/g)).toHaveLength(items.length);
        expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      },
    ),
    { numRuns: 150 },
  );
});
