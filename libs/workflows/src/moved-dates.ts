import type { CivilDate, Finding, Language, PlanEntry, Text } from '@app/domain';
import { dateWord, dateWords, longDate } from '@app/domain';
import { label } from './fields';
import type { Reason } from './kernel/definition';
import { capital } from './words/told';

/** What definitions share in saying why a date does not move. */

/** The plan dates anew what has happened, on `on`. */
export function staysAsItWas(entry: PlanEntry, name: string, on?: CivilDate): Finding {
  const { fi, sv, en } = dateWord(name);
  const day = (language: Language) => (on ? ` (${longDate(on, language)})` : '');
  return {
    code: 'already-happened',
    severity: 'warning',
    entry: entry.id,
    date: entry.dates[name]?.on ?? null,
    message: label(
      `Päivä on jo toteutunut, joten se jää ennalleen: ${fi}${day('fi')}.`,
      `Dagen har redan inträffat och ändras inte: ${sv}${day('sv')}.`,
      `This date has happened already and stays as it was: ${en}${day('en')}.`,
    ),
  };
}

/** The dates given are those that stand. */
export function nothingChanges(): Reason {
  return {
    code: 'nothing-changes',
    detail: label(
      'Päivät ovat jo nämä. Anna kentässä {field:dates} ainakin yksi päivä, joka muuttuu.',
      'Dagarna är redan dessa. Ange i fältet {field:dates} minst en dag som ändras.',
      'The dates are these already. Give at least one in dates that changes.',
    ),
  };
}

/** These dates are history. */
export function alreadyHappened(names: readonly string[]): Reason {
  const { fi, sv, en } = datesNamed(names);
  return {
    code: 'already-happened',
    detail: label(
      `Nämä päivät ovat jo toteutuneet eivätkä muutu: ${fi}. Jätä ne pois.`,
      `Dessa dagar har redan inträffat och ändras inte: ${sv}. Lämna bort dem.`,
      `These dates have happened already and do not change: ${en}. Leave them out.`,
    ),
  };
}

/** Dates as the forms call them: 'suunnittelu, kutsu'. */
function datesNamed(names: readonly string[]): Text {
  const words = names.map(dateWord);
  const listed = (language: Language) => words.map((word) => word[language]).join(', ');
  return label(listed('fi'), listed('sv'), listed('en'));
}

/** Dates given that have passed; `instead` says which would be right. */
export function haveGone(names: readonly string[], today: CivilDate, instead: Text): Reason {
  const { fi, sv, en } = datesNamed(names);
  return {
    code: 'in-the-past',
    detail: label(
      `Tänään on ${longDate(today, 'fi')}. Nämä päivät ovat jo menneet: ${fi}. ${instead.fi}`,
      `I dag är det ${longDate(today, 'sv')}. Dessa dagar har redan passerat: ${sv}. ${instead.sv}`,
      `Today is ${longDate(today, 'en')}. These dates have passed: ${en}. ${instead.en}`,
    ),
  };
}

/** Two dates in the wrong order. `strictly`: they may not even be on one day. `instead` says what can be done. */
export function wrongOrder(
  first: string,
  second: string,
  { strictly, instead }: { strictly: boolean; instead: Text },
): Reason {
  const [before, after] = [dateWords(first), dateWords(second)];
  return {
    code: 'dates-out-of-order',
    detail: label(
      strictly
        ? `${capital(before.fi.genitive)} on oltava ennen ${after.fi.partitive}. ${instead.fi}`
        : `${capital(before.fi.genitive)} on oltava viimeistään samana päivänä kuin ${after.fi.nominative}. ${instead.fi}`,
      strictly
        ? `${capital(before.sv)} ska komma före ${after.sv}. ${instead.sv}`
        : `${capital(before.sv)} ska komma senast samma dag som ${after.sv}. ${instead.sv}`,
      strictly
        ? `${capital(before.en)} must come before ${after.en}. ${instead.en}`
        : `${capital(before.en)} must come no later than ${after.en}. ${instead.en}`,
    ),
  };
}
