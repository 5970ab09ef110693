import { itReadsAsApproved } from '../../test/golden-texts';
import { write } from '../../test/rendered';
import { registryCopy } from './registry-copy.template';

describe('registry-copy', () => {
  itReadsAsApproved('registry-copy');

  const textOf = (changes: object) => write('registry-copy', 'fi', { ...registryCopy.sample, ...changes }).text;

  it('says how an answer came that the county recorded, and that a copy corrects an earlier one', () => {
    const text = textOf({ onBehalf: true, way: 'letter', receivedOn: '2026-08-10', corrected: true, late: true });
    expect(text).toContain('– Saapumistapa: kirjeellä, hyvinvointialueen kirjaamana');
    expect(text).toContain('– Vastaanotettu: maanantai\u00a010.8.2026');
    expect(text).toContain('Tämä korjaa aiemmin lähetetyn jäljennöksen.');
    expect(text).toContain('Vastaus tuli vastauspäivän jälkeen.');
  });

  it('says what is not known yet, and who decides it', () => {
    const text = textOf({ documents: [], handled: undefined, minutes: undefined });
    expect(text).toContain('– Asianumero: ei vielä kirjattu');
    expect(text).toContain('– Julkisuusluokka: kirjaamo määrittää');
    expect(text).toContain('– Asiakirjat: ei liitettyjä asiakirjoja');
    expect(text).not.toContain('Pykälä');
  });
});
