import { text } from '../language/text';

/** The words of the printable page. */
export const words = {
  title: text('Lakisääteiset velvoitteet', 'Lagstadgade skyldigheter', 'Statutory duties'),
  asOf: text('Tilanne', 'Läget', 'As of'),
  derived: text(
    'Tiedot on johdettu tapahtumalokista. Jokaisen näytön lopussa on sen tapahtuman tunnus ja kirjaamispäivä.',
    'Uppgifterna har härletts ur händelseloggen. Efter varje bevis står händelsens id och dagen då den antecknades.',
    'The information is derived from the event log. Each piece of evidence ends with its event and the day on which it was recorded.',
  ),
  counts: text('Velvoitteita tilan mukaan', 'Skyldigheter enligt läge', 'Duties by status'),
  nothing: text(
    'Näillä ehdoilla ei ole yhtään velvoitetta.',
    'Inga skyldigheter motsvarar villkoren.',
    'No duty fits these conditions.',
  ),
  whose: text('Velvoitettu', 'Vem skyldigheten gäller', 'Whose duty'),
  status: text('Tila', 'Läge', 'Status'),
  evidence: text('Näyttö', 'Bevis', 'Evidence'),
  noEvidence: text('Ei merkintöjä.', 'Inga anteckningar.', 'Nothing recorded.'),
  fulfils: text('Täyttää velvoitteen', 'Uppfyller skyldigheten', 'Fulfils the duty'),
  recorded: text('kirjattu', 'antecknad', 'recorded'),
};
