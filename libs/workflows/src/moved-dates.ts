import type { CivilDate, Finding, PlanEntry } from '@app/domain';
import { label } from './fields';
import type { Reason } from './kernel/definition';

/** What definitions share in saying why a date does not move. */

/** The plan dates anew what has happened, on `on`. */
export function staysAsItWas(entry: PlanEntry, name: string, on: CivilDate | '–' = '–'): Finding {
  return {
    code: 'already-happened',
    severity: 'warning',
    entry: entry.id,
    date: entry.dates[name]?.on ?? null,
    message: label(
      `Päivä «${name}» (${on}) on jo toteutunut, joten se jää ennalleen.`,
      `Dagen «${name}» (${on}) har redan inträffat och ändras inte.`,
      `The date «${name}» (${on}) has happened already and stays as it was.`,
    ),
  };
}

/** The dates given are those that stand. */
export function nothingChanges(): Reason {
  return {
    code: 'nothing-changes',
    detail: label(
      'Päivät ovat jo nämä. Anna kentässä dates ainakin yksi päivä, joka muuttuu.',
      'Dagarna är redan dessa. Ange i fältet dates minst en dag som ändras.',
      'The dates are these already. Give at least one in dates that changes.',
    ),
  };
}

/** These dates are history. */
export function alreadyHappened(names: readonly string[]): Reason {
  const list = names.join(', ');
  return {
    code: 'already-happened',
    detail: label(
      `Nämä päivät ovat jo toteutuneet eivätkä muutu: ${list}. Jätä ne pois.`,
      `Dessa dagar har redan inträffat och ändras inte: ${list}. Lämna bort dem.`,
      `These dates have happened already and do not change: ${list}. Leave them out.`,
    ),
  };
}
