import { languages } from '@app/domain';
import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('cancelled', () => {
  itReadsAsApproved('cancelled');

  it('does not call the negotiation off where only a request is withdrawn', () => {
    const { subject, text } = write('cancelled', 'fi', { ...sampleOf('cancelled'), what: 'request' });
    expect(subject).toContain('Peruttu pyyntö: hyte-neuvottelu');
    expect(text).toContain('on perunut pyynnön, joka koskee');
    expect(text).not.toContain('jonka piti olla');
  });

  it.each(languages)('tells one party that it is not invited any more, in %s', (language) => {
    const { subject, text } = write('cancelled', language, { ...sampleOf('cancelled'), what: 'invitation' });
    expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
  });

  it('keeps the lines of the reason', () => {
    const { text } = write('cancelled', 'sv', { ...sampleOf('cancelled'), reason: 'ensin\r\nsitten' });
    expect(text).toContain('Orsak:\nensin\nsitten\n\n');
  });
});
