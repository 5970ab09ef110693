import { addDays, type CivilDate } from '../calendar/civil-date';
import { languages, type Language } from '../text';
import { endedOn, leaving } from './area-changes';
import type { MunicipalityArea } from './municipality-classification';
import { isValidOn } from './on-date';
import type { County, Organisation, Register } from './register';

/** When offices close by habit; the classification does not say. */
const usualClosing = '16:15';

/**
 * The county's register with the municipalities that the classification gives it from the day `on`: new ones are added (valid from `on`,
 * unless the register had no municipalities at all), names and languages are brought up to date, and what is no longer in the area ends on
 * the day before, with its bodies and contacts. Nothing is removed, and what else the register knows stays. Where there is no register, one
 * is founded, with the languages of its municipalities.
 * @throws Error when the register is another county's
 */
export function withMunicipalities(register: Register | undefined, area: MunicipalityArea, on: CivilDate): Register {
  if (register === undefined) return founded(area);
  const { county, organisations } = area;
  if (register.county.code !== county.code) {
    throw new Error(
      `The municipalities of county ${county.code} do not belong into the register of ${register.county.code}`,
    );
  }
  const given = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const municipalities = register.organisations.filter(({ kind }) => kind === 'municipality');
  const known = new Set(register.organisations.map(({ id }) => id));
  const added = organisations.filter(({ id }) => !known.has(id));
  const left = municipalities.filter(
    (municipality) => !given.has(municipality.id) && isValidOn(municipality, on) && !hasChange(register, municipality),
  );
  const named: Register = {
    ...register,
    county: { ...register.county, name: { ...register.county.name, ...county.name } },
    organisations: [
      ...register.organisations.map((organisation) => updated(organisation, given.get(organisation.id), register, on)),
      ...added.map((organisation) => (municipalities.length === 0 ? organisation : { ...organisation, validFrom: on })),
    ],
  };
  return endedOn(named, new Map(left.map(({ id }) => [id, addDays(on, -1)])));
}

function founded({ county: { code, name }, organisations }: MunicipalityArea): Register {
  const county: County = { code, name, languages: languagesOf(organisations), closes: usualClosing };
  return { county, bodies: [], organisations, contacts: [], interfaces: [], changes: [] };
}

/** The languages that municipalities of the area have, first the one that is first in most of them. */
function languagesOf(organisations: readonly Organisation[]): Language[] {
  const spoken = languages.filter((language) =>
    organisations.some((municipality) => municipality.languages.includes(language)),
  );
  const firsts = (language: Language) =>
    organisations.filter((municipality) => municipality.languages[0] === language).length;
  return spoken.length === 0 ? ['fi'] : spoken.toSorted((one, other) => firsts(other) - firsts(one));
}

function updated(
  organisation: Organisation,
  given: Organisation | undefined,
  register: Register,
  on: CivilDate,
): Organisation {
  if (given === undefined || organisation.kind !== 'municipality') return organisation;
  const { validTo, ...rest } = organisation;
  const hasEnded = validTo !== undefined && validTo < on;
  const isThereAgain = hasEnded && !hasChange(register, organisation);
  return {
    ...rest,
    name: { ...organisation.name, ...given.name },
    languages: given.languages,
    ...(validTo !== undefined && !isThereAgain && { validTo }),
  };
}

/** Where a change says when and why it ends, the register's own word stands. */
function hasChange({ changes }: Register, { id }: Organisation): boolean {
  return changes.some((change) => leaving(change).includes(id));
}
