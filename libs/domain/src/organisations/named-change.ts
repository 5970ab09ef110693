import { numericDate } from '../calendar/numeric-date';
import { nameIn, type Language } from '../text';
import { leaving } from './area-changes';
import type { Register, RegisterChange } from './register';

/**
 * What tells one change of the area from another, such as `merger:016+081>098` or `transfer:142`. Its date is no part of it: a change
 * that takes effect on another day than was thought is still the same.
 */
export function areaChangeKey(change: RegisterChange): string {
  const who = leaving(change).toSorted().join('+');
  return change.kind === 'merger' ? `merger:${who}>${change.into}` : `transfer:${who}`;
}

/** The change as the reason of what follows from it, in the languages of the county, which are those of its municipalities. */
export function areaChangeReason(change: RegisterChange, register: Pick<Register, 'county' | 'organisations'>): string {
  const on = numericDate(change.on);
  return register.county.languages
    .map((language) => {
      const names = (ids: string[]) => ids.map((id) => nameOf(id, register, language)).join(', ');
      return change.kind === 'merger'
        ? `${merger[language]} ${on[language]}: ${names(change.from)} → ${names([change.into])}.`
        : `${transfer[language]} ${on[language]}: ${names([change.organisation])}.`;
    })
    .join(' / ');
}

const merger: Record<Language, string> = { fi: 'Yhdistyminen', sv: 'Sammanslagning', en: 'Merger on' };
const transfer: Record<Language, string> = {
  fi: 'Siirtyminen toiselle hyvinvointialueelle',
  sv: 'Övergång till ett annat välfärdsområde',
  en: 'Transfer to another wellbeing services county on',
};

function nameOf(id: string, { organisations }: Pick<Register, 'organisations'>, language: Language): string {
  const organisation = organisations.find((candidate) => candidate.id === id);
  return organisation ? nameIn(organisation.name, language) : id;
}
