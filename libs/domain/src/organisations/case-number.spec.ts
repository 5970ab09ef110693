import { caseNumberPatternForm, fitsCaseNumber } from './case-number';

describe('a case number', () => {
  it.each([
    ['{n}/{class}/{year}', '539/00.04.01/2023', true],
    ['{n}/{class}/{year}', '539/00.04/2023', true],
    ['{n}/00.04.01/{year}', '539/00.04.01/2023', true],
    ['{n}/00.04.01/{year}', '539/00.04.02/2023', false],
    // A full stop of the pattern is a full stop.
    ['{n}/00.04.01/{year}', '539/00104.01/2023', false],
    ['{n}/{class}/{year}', 'D/539/00.04.01/2023', false],
    ['D/{n}/{class}/{year}', 'D/539/00.04.01.02/2023', true],
    ['{n}/{class}/{year}', '539/00.04.01/23', false],
    ['{n}/{class}/{year}', '0/00.04.01/2023', false],
    ['{n}/{year}', '7/2027 ', false],
  ])('written %s: %s fits: %s', (pattern, caseNumber, fits) => {
    expect(fitsCaseNumber(pattern, caseNumber)).toBe(fits);
  });

  it('may be anything where no pattern is known', () => {
    expect(fitsCaseNumber(undefined, 'HH 5')).toBe(true);
  });

  it.each([
    ['{n}/{class}/{year}', true],
    ['HEL {year}-{n}', true],
    ['{class}/{year}', false],
    ['{n}/{month}', false],
    ['{n', false],
    ['', false],
    // Each part once: `{n}{n}{n}…` could be read in more ways than there is time for.
    ['{n}/{n}', false],
    ['{n}/{class}/{class}', false],
    [`{n}${'/'.repeat(98)}`, false],
  ])('a pattern %s is one: %s', (pattern, isOne) => {
    expect(caseNumberPatternForm.test(pattern)).toBe(isOne);
  });
});
