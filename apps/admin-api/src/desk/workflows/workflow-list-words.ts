import type { Text } from '@app/domain';
import { text } from '../../language/text';

export const workflowListWords = {
  title: text('Asiat', 'Ärenden', 'Matters'),
  how: text(
    'Lähin määräpäivä on ensimmäisenä. Ilman määräpäivää olevat asiat ovat niiden jälkeen ja päättyneet viimeisenä.',
    'Den närmaste dagen står först. Därefter kommer ärenden utan dag och sist de som har avslutats.',
    'The nearest date comes first, then what has no date, and last what has ended.',
  ),
  open: text('Avoimet', 'Öppna', 'Open'),
  ended: text('Päättyneet', 'Avslutade', 'Ended'),
  kind: text('Asian laji', 'Typ av ärende', 'Kind of matter'),
  due: text('Määräpäivä', 'Dag', 'Date'),
  found: text('Asioita', 'Ärenden sammanlagt', 'Matters found'),
  page: text('sivu', 'sida', 'page'),
  none: text(
    'Näillä ehdoilla ei ole asioita.',
    'Inga ärenden motsvarar villkoren.',
    'No matter fits these conditions.',
  ),
} as const satisfies Record<string, Text>;
