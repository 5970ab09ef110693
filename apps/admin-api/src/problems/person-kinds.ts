import { text } from '../language/text';
import { kind } from './kind';

/** What can be wrong with erasing a person, or with somebody who has been erased. */
export const personKinds = {
  'person-erased': kind(
    409,
    text('Henkilön tiedot on poistettu', 'Personens uppgifter har raderats', 'The person has been erased'),
    text(
      'Tunnusta ei oteta uudelleen käyttöön. Anna palanneelle henkilölle uusi tunnus.',
      'Id:t tas inte i bruk på nytt. Ge en person som har återvänt ett nytt id.',
      'The id is not used again. Whoever has come back gets a new one.',
    ),
  ),
  'mail-under-way': kind(
    409,
    text(
      'Henkilölle lähetetään juuri viestiä',
      'Ett meddelande sänds just till personen',
      'A mail to the person is leaving',
    ),
    text(
      'Mitään ei poistettu. Yritä uudelleen minuutin kuluttua.',
      'Ingenting raderades. Försök på nytt om en minut.',
      'Nothing was erased. Try again in a minute.',
    ),
  ),
  'no-such-text': kind(
    422,
    text(
      'Kohdassa ei ole poistettavaa tekstiä',
      'På stället finns ingen text att radera',
      'There is no text to erase there',
    ),
    text(
      'Mitään ei poistettu. Anna tapahtumavirta, tapahtuman numero ja tekstin JSON Pointer sen sisällössä (/data/… tai /note).',
      'Ingenting raderades. Ange strömmen, händelsens nummer och textens JSON Pointer i innehållet (/data/… eller /note).',
      'Nothing was erased. Give the stream, the number of the event and the JSON Pointer of the text in its content (/data/… or /note).',
    ),
  ),
  'replay-differs': kind(
    409,
    text(
      'Loki ja tallennettu tila eroavat',
      'Loggen och det lagrade tillståndet skiljer sig',
      'Log and stored state differ',
    ),
    text(
      'Mitään ei poistettu. Selvitä ensin ero (vuosikello log replay).',
      'Ingenting raderades. Utred först skillnaden (vuosikello log replay).',
      'Nothing was erased. Look into the difference first (vuosikello log replay).',
    ),
  ),
};
