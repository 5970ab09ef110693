import { citations, citationText } from './citations';
import { languages } from '../text';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('citationText', () => {
  it.each([
    ['fi', 'laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021, 7 § 4 mom.'],
    ['sv', 'lagen om ordnande av social- och hälsovård 612/2021, 7 § 4 mom.'],
    ['en', 'Act on Organising Healthcare and Social Welfare Services 612/2021, section 7(4)'],
  ] as const)('in %s', (language, expected) => {
    expect(plain(citationText(citations.countyNegotiates, language))).toBe(expected);
  });

  it('never breaks a line inside the place', () => {
    expect(citationText(citations.countyNegotiates, 'fi')).toContain('7\u00a0§\u00a04\u00a0mom.');
    expect(citationText(citations.councilTermNegotiation, 'sv')).toMatch(
      /^lagen om välfärdsområden 611\/2021, 14\u00a0§$/,
    );
    expect(citationText(citations.countyNegotiates, 'en')).toContain('section\u00a07(4)');
  });

  it('cites several sections in the plural', () => {
    expect(plain(citationText(citations.timeLimits, 'en'))).toMatch(/150\/1930, sections 2–5$/);
    expect(plain(citationText(citations.timeLimits, 'fi'))).toBe(
      'laki säädettyjen määräaikain laskemisesta 150/1930, 2–5 §',
    );
  });

  it('quotes only acts the project has verified, and a moment only where it is verified', () => {
    const places = Object.values(citations).map((citation) => ({ moment: null, ...citation }));
    expect(places.map(({ act, section, moment }) => [act, section, moment])).toEqual([
      ['612/2021', '7', '4'],
      ['612/2021', '6', null],
      ['612/2021', '7', null],
      ['611/2021', '14', null],
      ['150/1930', '2–5', null],
    ]);
    for (const { name } of places) expect(languages.every((language) => name[language] !== '')).toBe(true);
  });
});
