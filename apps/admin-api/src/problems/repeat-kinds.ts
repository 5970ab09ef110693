import { text } from '../language/text';
import { kind } from './kind';

/** What can become of requests that are repeated under their key, or come many in one. */
export const repeatKinds = {
  'earlier-item-not-done': kind(
    409,
    text('Edellinen vaihe jäi tekemättä', 'Det föregående steget blev ogjort', 'The item before was not done'),
    text(
      'Kohdan ifMatch on «previous», mutta mikään aiempi kohta ei tehnyt samaan työnkulkuun vaihetta tai se hylättiin. Korjaa aiempi kohta ja lähetä tämä sen jälkeen.',
      'Punktens ifMatch är «previous», men ingen tidigare punkt har tagit ett steg i samma förlopp, eller så avvisades den. Rätta den tidigare punkten och skicka denna efter den.',
      'Its ifMatch is “previous”, but no earlier item took a step in the same workflow, or that one was refused. Correct the earlier item and send this one after it.',
    ),
  ),
  'request-unfinished': kind(
    409,
    text(
      'Samalla avaimella lähetetty pyyntö on kesken',
      'En begäran med samma nyckel pågår ännu',
      'A request with the same key has not ended',
    ),
    text(
      'Yritä hetken kuluttua uudelleen. Jos vastaus ei muutu, ensimmäinen pyyntö katkesi: tarkista, tehtiinkö se, ja lähetä se tarvittaessa uudella Idempotency-Key-avaimella.',
      'Försök igen om en stund. Om svaret inte ändras avbröts den första begäran: kontrollera om den utfördes, och skicka den vid behov med en ny Idempotency-Key.',
      'Try again in a moment. If the answer stays the same, the first request was cut off: see whether it was done, and if need be send it with a new Idempotency-Key.',
    ),
  ),
  'done-before': kind(
    409,
    text('Pyyntö on jo tehty', 'Begäran har redan utförts', 'The request has been done before'),
    text(
      'Vastausta ei voi antaa toista kertaa, koska siitä ei säilytetä mitään: siinä oli salaisuus, tai henkilötietoja on sen jälkeen poistettu. Katso, mitä tehtiin.',
      'Svaret kan inte ges en andra gång, eftersom ingenting av det bevaras: det innehöll en hemlighet, eller så har personuppgifter raderats efter det. Se vad som gjordes.',
      'Its answer cannot be given a second time, because nothing of it is kept: it held a secret, or personal data have been erased since. See what was done.',
    ),
  ),
};
