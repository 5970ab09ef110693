import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('advance-assignment', () => {
  itReadsAsApproved('advance-assignment');

  it('tells a municipality of its duty, and the others that they are invited', () => {
    const toNgo = { ...sampleOf('advance-assignment'), partyKind: 'other' };
    expect(write('advance-assignment', 'fi', sampleOf('advance-assignment')).text).toContain(
      'Kunnan on osallistuttava',
    );
    expect(write('advance-assignment', 'fi', toNgo).text).not.toContain('on osallistuttava');
    expect(write('advance-assignment', 'sv', toNgo).text).toContain('bjuds in till förhandlingen');
  });

  it('is answered by e-mail where there is no page', () => {
    const { text } = write('advance-assignment', 'fi', { ...sampleOf('advance-assignment'), link: undefined });
    expect(text).toMatch(/klo\u00a016\.15: eero\.esimerkki@paijatha\.example\.invalid\n/);
    expect(text).toContain('välitä tämä viesti hänelle');
  });

  it('names a place that cannot be inflected', () => {
    const data = { ...sampleOf('advance-assignment'), negotiation: { on: '2026-08-27', place: 'Sibeliustalo' } };
    expect(write('advance-assignment', 'fi', data).text).toContain(
      'Neuvottelu on torstaina\u00a027.8.2026, paikka: Sibeliustalo.',
    );
  });
});
