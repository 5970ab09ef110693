import type { Text } from '@app/domain';
import { text } from '../../language/text';

export const logWords = {
  title: text('Tapahtumaloki', 'Händelselogg', 'Event log'),
  how: text(
    'Uusin tapahtuma on ensimmäisenä. Rajattu luettelo alkaa vanhimmasta.',
    'Den senaste händelsen står först. En avgränsad förteckning börjar med den äldsta.',
    'The latest event comes first. A list that is narrowed down begins with the oldest.',
  ),
  none: text(
    'Näillä ehdoilla ei ole tapahtumia.',
    'Inga händelser motsvarar villkoren.',
    'No event fits these conditions.',
  ),
  workflow: text('Asian tunnus', 'Ärendets id', 'Id of the matter'),
  earlier: text('Aiemmat tapahtumat', 'Tidigare händelser', 'Earlier events'),
  later: text('Myöhemmät tapahtumat', 'Senare händelser', 'Later events'),
} as const satisfies Record<string, Text>;
