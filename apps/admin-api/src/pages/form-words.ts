import type { Text } from '@app/domain';
import { text } from '../language/text';

/** What every form says. */
export const formWords = {
  row: text('Rivi', 'Rad', 'Row'),
  optional: text('(vapaaehtoinen)', '(frivilligt)', '(optional)'),
  errorMark: text('Virhe:', 'Fel:', 'Error:'),
} as const satisfies Record<string, Text>;
