import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';
import { lastBodyMeeting } from '../samples';

describe('information-request', () => {
  itReadsAsApproved('information-request');

  const without = (changes: object) =>
    write('information-request', 'fi', { ...sampleOf('information-request'), ...changes }).text;

  it('quotes an act only where one is behind the request, and calls voluntary only what is so', () => {
    expect(without({})).toContain('(laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021, 7\u00a0§)');
    expect(without({ citation: undefined })).not.toContain('612/2021');
    expect(without({ voluntary: false })).not.toContain('vapaaehtoista');
  });

  it('says what comes next where that is known', () => {
    expect(without({})).toContain('Seuraavaksi: Hyvinvointiraportti lautakunnassa torstaina\u00a023.4.2026.');
    expect(without({ next: undefined })).not.toContain('Seuraavaksi');
  });

  it('tells a body when its last meeting is', () => {
    expect(without({ bodyMeeting: lastBodyMeeting })).toContain('Jos toimielin käsittelee vastauksen');
  });
});
