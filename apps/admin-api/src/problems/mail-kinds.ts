import { text } from '../language/text';
import { kind } from './kind';

/** What can be wrong with reminder ladders and with mails that somebody wants to see. */
export const mailKinds = {
  'no-such-mail': kind(
    404,
    text('Viestiä ei ole tulossa', 'Inget sådant meddelande är på väg', 'No such mail is to come'),
    text(
      'Työnkulusta ei ole lähdössä tätä viestiä. Tulevat viestit ovat osoitteessa /v1/workflows/{id}/mails.',
      'Förloppet ska inte skicka det här meddelandet. De kommande finns på /v1/workflows/{id}/mails.',
      'The workflow is not going to send this mail. Those to come are at /v1/workflows/{id}/mails.',
    ),
  ),
  'mail-not-written': kind(
    409,
    text('Viestiä ei voi kirjoittaa', 'Meddelandet kan inte skrivas', 'The mail cannot be written'),
    text(
      'Täydennä rekisteriä: siitä puuttuu organisaatio tai henkilö, jolta voi kysyä.',
      'Komplettera registret: där saknas en organisation eller någon att fråga.',
      'Complete the register: it lacks an organisation, or somebody who can be asked.',
    ),
  ),
  'unknown-ladder': kind(
    404,
    text('Portaita ei ole', 'Trappan finns inte', 'No such ladder'),
    text(
      'Portaat on lueteltu osoitteessa /v1/reminders/ladders.',
      'Trapporna finns på /v1/reminders/ladders.',
      'The ladders are listed at /v1/reminders/ladders.',
    ),
  ),
  'ladder-refused': kind(
    422,
    text('Muistutusportaissa on virheitä', 'Påminnelsetrappan har fel', 'The reminder ladder has errors'),
    text(
      'Korjaa portaat, joista havainnot kertovat.',
      'Rätta de steg som anmärkningarna gäller.',
      'Correct the rungs that the findings name.',
    ),
  ),
};
