import { languages } from '@app/domain';
import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

const sample = sampleOf('term-warning');
const withMonths = (monthsLeft: number | null, more: object = {}) => ({ ...sample, monthsLeft, ...more });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('term-warning', () => {
  itReadsAsApproved('term-warning');

  it.each(languages)('grows with the time that is gone in %s', (language) => {
    const mails = [24, 12, 6, 3, 1, null].map((monthsLeft) => write('term-warning', language, withMonths(monthsLeft)));
    expect(mails.map(({ subject }) => `\n${plain(subject)}`).join('')).toMatchSnapshot();
    const whatToDo = mails.map(({ text }) =>
      text.split('\n').find((line) => /^(Mitä nyt|Att göra|What to do)/.test(line)),
    );
    // A year and two years before, the same is to be done; after that each warning asks for more.
    expect(new Set(whatToDo).size).toBe(5);
  });

  it('counts a warning that is caught up in the months that are left', () => {
    expect(write('term-warning', 'fi', withMonths(11)).subject).toContain('aikaa 11\u00a0kuukautta');
    expect(write('term-warning', 'sv', withMonths(0)).subject).toContain('nu mindre än en månad kvar');
  });

  it('says that nothing has been done, and what follows where it stays so', () => {
    const { text } = write('term-warning', 'fi', withMonths(6, { done: [] }));
    expect(text).toContain('Yhtään vaihetta ei ole vielä kirjattu tehdyksi.');
    expect(text).toContain('lakisääteinen velvoite jää täyttymättä');
  });

  it('says that the director has it too only where that is so', () => {
    const said = [true, false].map((alsoToDirector) =>
      write('term-warning', 'fi', withMonths(3, { alsoToDirector })).text.includes('hyvinvointialuejohtajalle'),
    );
    expect(said).toEqual([true, false]);
  });
});
