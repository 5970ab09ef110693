import { preferredLanguage } from './accept-language';

describe('the language a reader prefers', () => {
  it.each([
    ['fi', 'fi'],
    ['sv-FI, fi;q=0.9, en;q=0.8', 'sv'],
    ['en;q=0.1, sv;q=0.9', 'sv'],
    ['de, fr;q=0.9, en-GB;q=0.3', 'en'],
    ['FI', 'fi'],
    ['fi;q=0, sv;q=0.1', 'sv'],
    ['sv;q=0.5, en;q=0.5', 'sv'],
    ['fi;q=rather', undefined],
    ['fil', undefined],
    ['*', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('in %p is %p', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
