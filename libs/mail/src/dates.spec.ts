import { civilDate, instant } from '@app/domain';
import { dateAndTime, dateList, longDate, onDate, shortDate, shortDateOf, timeRange } from './dates';

const monday = civilDate('2026-08-17');
const closing = instant('2026-08-17T13:15:00.000Z');
const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

describe('dates', () => {
  it('name a day', () => {
    expect(spaces(longDate(monday, 'fi'))).toBe('maanantai 17.8.2026');
    expect(spaces(longDate(monday, 'sv'))).toBe('måndagen den 17 augusti 2026');
    expect(spaces(longDate(monday, 'en'))).toBe('Monday 17 August 2026');
  });

  it.each([
    ['2026-08-17', 'maanantaina'],
    ['2026-08-18', 'tiistaina'],
    ['2026-08-19', 'keskiviikkona'],
    ['2026-08-20', 'torstaina'],
    ['2026-08-21', 'perjantaina'],
    ['2026-08-22', 'lauantaina'],
    ['2026-08-23', 'sunnuntaina'],
  ])('tell when in the Finnish essive: %s %s', (day, weekday) => {
    const [year, month, date] = day.split('-').map(Number);
    expect(spaces(onDate(civilDate(day), 'fi'))).toBe(`${weekday} ${date}.${month}.${year}`);
  });

  it('tell when in Swedish and English', () => {
    expect(spaces(onDate(monday, 'sv'))).toBe('måndagen den 17 augusti 2026');
    expect(spaces(onDate(monday, 'en'))).toBe('on Monday 17 August 2026');
  });

  it('tell the Helsinki time of a moment, summer and winter', () => {
    expect(spaces(dateAndTime(closing, 'fi', longDate))).toBe('maanantai 17.8.2026 klo 16.15');
    expect(spaces(dateAndTime(closing, 'fi'))).toBe('maanantaina 17.8.2026 klo 16.15');
    expect(spaces(dateAndTime(closing, 'sv'))).toBe('måndagen den 17 augusti 2026 kl. 16.15');
    expect(spaces(dateAndTime(closing, 'en', longDate))).toBe('Monday 17 August 2026 at 16:15');
    expect(spaces(dateAndTime(instant('2026-12-31T22:30:00.000Z'), 'fi'))).toBe('perjantaina 1.1.2027 klo 0.30');
  });

  it('are short in a subject', () => {
    expect(spaces(shortDate(monday, 'fi'))).toBe('ma 17.8.2026');
    expect(spaces(shortDate(monday, 'sv'))).toBe('må 17.8.2026');
    expect(spaces(shortDateOf(closing, 'en'))).toBe('Mon 17 August 2026');
  });

  it('have no ordinary space in them', () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const written = [
        shortDate(monday, language),
        dateAndTime(closing, language),
        timeRange('08:30', '15:15', language),
      ];
      expect(written.join('')).not.toContain(' ');
    }
  });

  it('follow one another in a list', () => {
    expect(spaces(dateList([monday, civilDate('2026-08-20')], 'fi'))).toBe('maanantai 17.8.2026, torstai 20.8.2026');
  });
});

describe('a range of times', () => {
  it.each([
    ['fi', 'klo 8.30–15.15', 'klo 8.30'],
    ['sv', 'kl. 8.30–15.15', 'kl. 8.30'],
    ['en', '8:30–15:15', '8:30'],
  ] as const)('in %s', (language, range, start) => {
    expect(spaces(timeRange('08:30', '15:15', language))).toBe(range);
    expect(spaces(timeRange('08:30', undefined, language))).toBe(start);
  });
});
