import { languages } from '@app/domain';
import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('reminder', () => {
  itReadsAsApproved('reminder');

  const meeting = 'viimeinen kokous ennen vastauspäivää';

  it.each([
    ['T-14', true],
    ['T-7', true],
    ['T-1', false],
  ])('%s tells of a meeting six days before the reply date: %s', (rung, told) => {
    expect(write('reminder', 'fi', { ...sampleOf('reminder'), rung }).text.includes(meeting)).toBe(told);
  });

  it('does not tell of a meeting that was held before it was sent', () => {
    const data = { ...sampleOf('reminder'), bodyMeeting: { name: 'Kunnanhallitus', on: '2026-06-15' } };
    expect(write('reminder', 'fi', { ...data, rung: 'T-14' }).text).not.toContain(meeting);
  });

  it.each(languages)('names first of all the day on which the agenda closes, in %s', (language) => {
    const { subject, text } = write('reminder', language, { ...sampleOf('reminder'), rung: 'agenda' });
    expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
  });

  it.each([
    ['T-14', true],
    ['T-7', false],
  ])('%s says when an agenda closes that does so thirteen days before the reply date: %s', (rung, told) => {
    const { text } = write('reminder', 'fi', { ...sampleOf('reminder'), rung });
    expect(text.includes('aineisto on annettava')).toBe(told);
  });

  it('promises no further reminder on the last rung', () => {
    expect(write('reminder', 'sv', { ...sampleOf('reminder'), rung: 'T-1' }).text).toContain('den sista påminnelsen');
  });
});
