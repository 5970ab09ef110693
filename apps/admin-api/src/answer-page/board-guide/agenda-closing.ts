import { type CivilDate, type Language, materialsDueOn } from '@app/domain';
import { text } from '../../language/text';
import { onDate } from '../../pages/page-dates';

/** When a meeting's agenda closes, or that it has closed. */
export function closingSentence(
  meetingOn: CivilDate,
  body: { materialsDaysBefore: number },
  { today, language }: { today: CivilDate; language: Language },
): string {
  const closes = materialsDueOn(meetingOn, body);
  const on = onDate(closes, language);
  return closes < today
    ? text(
        `Sen esityslista on sulkeutunut ${on}.`,
        `Dess föredragningslista har stängts ${on}.`,
        `Its agenda closed ${on}.`,
      )[language]
    : text(`Sen esityslista sulkeutuu ${on}.`, `Dess föredragningslista stängs ${on}.`, `Its agenda closes ${on}.`)[
        language
      ];
}
