import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('step-overdue', () => {
  itReadsAsApproved('step-overdue');

  it('does not speak of a new date where the law sets the date', () => {
    const ofTerm = {
      ...sampleOf('step-overdue'),
      of: { kind: 'council-term', term: '2025-2029' },
      basis: 'statutory-period-end',
    };
    expect(write('step-overdue', 'fi', ofTerm).text).toMatch(/^Valtuustokauden 2025–2029 neuvottelun vaihetta ei ole/);
    expect(write('step-overdue', 'fi', sampleOf('step-overdue')).text).toContain('Jos se siirtyy, kirjaa uusi päivä.');
    expect(write('step-overdue', 'fi', ofTerm).text).not.toContain('uusi päivä');
    expect(write('step-overdue', 'sv', ofTerm).text).not.toContain('ny dag');
    expect(write('step-overdue', 'en', ofTerm).text).not.toContain('new date');
  });
});
