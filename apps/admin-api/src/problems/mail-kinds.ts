import { text } from '../language/text';
import { kind } from './kind';

/** What can stand against sending a mail again. */
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
      'Ilmoitus pyytää asiaa, joka on jo hoidettu, siirretty tai peruttu. Katso työnkulun tila.',
      'Meddelandet ber om något som redan har skötts, flyttats eller återtagits. Se förloppets läge.',
      'The notification asks for what has been done, moved or withdrawn already. Look at the workflow.',
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
};
