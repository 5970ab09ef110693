import { languages } from '@app/domain';
import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('overdue', () => {
  itReadsAsApproved('overdue');

  it.each(languages)('does not name a last day that is years ahead, in %s', (language) => {
    const data = { ...sampleOf('overdue'), subjectMatter: 'term-account', lastOn: '2029-05-31' };
    const { subject, text } = write('overdue', language, data);
    const soon = { fi: 'mahdollisimman pian', sv: 'så snart som möjligt', en: 'as soon as possible' }[language];
    expect(subject).toContain(soon);
    expect(text).toContain(`${soon}: https://`);
    expect(subject + text).not.toContain('2029');
  });

  it('names a last day that is sixty days ahead', () => {
    const { subject } = write('overdue', 'fi', { ...sampleOf('overdue'), lastOn: '2026-10-16' });
    expect(subject).toContain('vielä viimeistään pe\u00a016.10.2026');
  });
});
