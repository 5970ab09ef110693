import type { Text } from '@app/domain';

function words(fi: string, sv: string, en: string): Text {
  return { fi, sv, en };
}

/** What the lines of a preview are called. */
export const previewWords = {
  unchanged: words(
    'Suunnitelma on jo voimassa; mikään ei muutu.',
    'Planen gäller redan; ingenting ändras.',
    'The plan is in force already; nothing changes.',
  ),
  heading: words(
    'Muutokset voimassa olevaan suunnitelmaan, versio',
    'Ändringar i den gällande planen, version',
    'Changes to the plan in force, revision',
  ),
  firstHeading: words(
    'Suunnitelma tulee voimaan ensimmäistä kertaa:',
    'Planen träder i kraft för första gången:',
    'The plan comes into force for the first time:',
  ),
  textsOnly: words(
    'Vain suunnitelman otsikko muuttuu.',
    'Endast planens rubrik ändras.',
    'Only the title of the plan changes.',
  ),
  starts: words('alkaa', 'inleds', 'starts'),
  notDriven: words('ei vielä ajeta', 'körs inte ännu', 'not yet driven'),
  comes: words(
    'tulee suunnitelmaan (ei vielä ajeta)',
    'tillkommer i planen (körs inte ännu)',
    'comes into the plan (not yet driven)',
  ),
  reworded: words('otsikko tai aiheet muuttuvat', 'rubriken eller ämnena ändras', 'title or topics change'),
  leaves: words('poistuu suunnitelmasta', 'utgår ur planen', 'leaves the plan'),
  planOnly: words('(vain suunnitelmassa)', '(endast i planen)', '(in the plan only)'),
  stays: words(
    '(työnkulku pitää nykyisen päivänsä)',
    '(förloppet behåller sitt nuvarande datum)',
    '(the workflow keeps its present date)',
  ),
  none: words('ei mitään', 'inget', 'none'),
  date: words('päivä', 'datum', 'date'),
  deadline: words('määräpäivä', 'utsatt dag', 'due date'),
  sent: words('lähetetty jo, jää ennalleen', 'redan sänt, ändras inte', 'sent already, stays as it is'),
  leaving: words('lähdössä vanhoin tiedoin', 'på väg ut med de gamla uppgifterna', 'on its way with the old dates'),
  moved: words('muistutus siirtyy', 'påminnelsen flyttas', 'reminder moves'),
  dropped: words('muistutus jää pois', 'påminnelsen utgår', 'reminder no longer goes'),
  added: words('uusi muistutus', 'ny påminnelse', 'new reminder'),
  suppressed: words(
    'odottaa lähetystä, jää lähettämättä',
    'väntar på att sändas, sänds inte',
    'waits to be sent, will not go',
  ),
  owed: words('uusi viesti', 'nytt meddelande', 'new mail'),
} as const satisfies Record<string, Text>;
