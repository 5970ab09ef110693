import { text } from '../language/text';
import { kind } from './kind';

/** What can stand against sending a mail again or looking at one, and what can be wrong with reminder ladders. */
export const mailKinds = {
  'notification-not-ended': kind(
    409,
    text('Ilmoitus on vielä lähdössä', 'Meddelandet är ännu på väg', 'The notification is still on its way'),
    text(
      'Sen voi lähettää uudelleen vasta, kun sen tila on accepted, rejected, unknown tai suppressed.',
      'Det kan skickas på nytt först när dess läge är accepted, rejected, unknown eller suppressed.',
      'It can be sent again once its state is accepted, rejected, unknown or suppressed.',
    ),
  ),
  'deadline-ended': kind(
    409,
    text(
      'Määräpäivä ei ole enää voimassa',
      'Den utsatta dagen gäller inte längre',
      'The deadline is not running any more',
    ),
    text(
      'Viestin asia on jo hoidettu tai peruttu, sen päivä on siirretty tai siihen vastaa nyt toinen. Katso työnkulun tila.',
      'Det som meddelandet gäller har redan skötts eller återtagits, dagen har flyttats eller någon annan svarar nu. Se förloppets läge.',
      'What the notification asks for has been done or withdrawn, its date has moved, or somebody else answers now. Look at the workflow.',
    ),
  ),
  'silence-ended': kind(
    404,
    text('Voimassa olevaa hiljaisuutta ei ole', 'Ingen gällande tystnad finns', 'No such silence in force'),
    text(
      'Hiljaisuus on jo päättynyt tai tunnus on väärä. Katso luettelo: GET /v1/silences.',
      'Tystnaden har redan upphört eller id:t är fel. Se förteckningen: GET /v1/silences.',
      'The silence is over already, or the id is wrong. See the list: GET /v1/silences.',
    ),
  ),
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
