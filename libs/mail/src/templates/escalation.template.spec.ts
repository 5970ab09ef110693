import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('escalation', () => {
  itReadsAsApproved('escalation');

  it('of an acknowledgement speaks of the handling, and of forwarding where the page cannot pass it on', () => {
    const data = { ...sampleOf('escalation'), lastOn: undefined };
    const { subject, text } = write('escalation', 'fi', { ...data, subjectMatter: 'negotiation-result-handling' });
    expect(subject).toBe(
      'Neuvottelun tulos: tieto käsittelystä puuttuu, vastauspäivä oli ma\u00a017.8.2026 – Asikkala',
    );
    expect(text).toContain('Ilmoita käsittelystä mahdollisimman pian: https://');
    expect(text).toContain('ilmoita käsittelystä itse tai välitä tämä viesti sille');
  });

  it('says nothing of the history where none is known', () => {
    const { text } = write('escalation', 'en', { ...sampleOf('escalation'), history: [] });
    expect(text).not.toContain('What has been sent');
  });
});
