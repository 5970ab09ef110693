import type { CivilDate } from './civil-date';
import { numericDate } from './numeric-date';
import { weekdayName } from './weekday';
import type { Text } from '../text';

/** Says that a date stands on a blocked day, which one, and which day would do. */
export function blockedEndMessage(on: CivilDate, blocked: Text, proposal: CivilDate): Text {
  const date = numericDate(on);
  const other = numericDate(proposal);
  const weekday = weekdayName(proposal);
  return {
    fi: `${date.fi} ei ole työpäivä (${blocked.fi}). Ehdotus: ${weekday.fi} ${other.fi}.`,
    sv: `${date.sv} är inte en arbetsdag (${blocked.sv}). Förslag: ${weekday.sv} ${other.sv}.`,
    en: `${date.en} is not a working day (${blocked.en}). Proposal: ${weekday.en} ${other.en}.`,
  };
}
