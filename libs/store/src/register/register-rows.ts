import type { Body, Contact, County, Organisation, Register } from '@app/domain';
import type { InferEntity } from '@mikro-orm/postgresql';
import type { BodyRow, ContactRow, CountyRow, OrganisationRow } from './register.entities';

type CountyEntity = InferEntity<typeof CountyRow>;
type OrganisationEntity = InferEntity<typeof OrganisationRow>;
type BodyEntity = InferEntity<typeof BodyRow>;
type ContactEntity = InferEntity<typeof ContactRow>;

/** Everything a register holds, as rows. */
export function rowsOf({ county, organisations, bodies, contacts, interfaces, changes }: Register) {
  const at = { county: county.code };
  return {
    county: { ...county, cases: county.cases ?? null, interfaces, changes },
    organisations: organisations.map(({ of, ...organisation }, place) => ({
      ...at,
      ...optional(organisation, ['form', 'cases', 'registry', 'closes', 'answers', 'validFrom', 'validTo']),
      place,
      partOf: of ?? null,
    })),
    bodies: bodies.map(({ of, ...body }, place) => ({
      ...at,
      ...optional(body, ['presenter', 'validFrom', 'validTo']),
      place,
      partOf: of,
    })),
    contacts: contacts.map(({ of, ...contact }, place) => ({
      ...at,
      ...optional(contact, ['validFrom', 'validTo']),
      place,
      partOf: of,
    })),
  };
}

export function countyOf({ code, name, cases, languages, registry, closes }: CountyEntity): County {
  return { code, name, ...given({ cases }), languages, registry, closes };
}

export function organisationOf({ id, kind, name, languages, ...row }: OrganisationEntity): Organisation {
  const { form, cases, registry, closes, answers, partOf, validFrom, validTo } = row;
  return {
    id,
    kind,
    ...given({ form }),
    name,
    ...given({ cases }),
    languages,
    ...given({ registry, closes, answers, of: partOf, validFrom, validTo }),
  };
}

export function bodyOf({ id, partOf, name, presenter, meetings, validFrom, validTo, ...days }: BodyEntity): Body {
  const { materialsDaysBefore, extractDaysAfter } = days;
  const optionals = given({ presenter, validFrom, validTo });
  return { id, of: partOf, name, materialsDaysBefore, extractDaysAfter, meetings, ...optionals };
}

export function contactOf({
  id,
  name,
  email,
  partOf,
  language,
  roles,
  interfaces,
  validFrom,
  validTo,
}: ContactEntity): Contact {
  return { id, name, email, of: partOf, language, roles, interfaces, ...given({ validFrom, validTo }) };
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };
type Filled<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: Exclude<T[P], undefined> | null };

/** Without what is null: a register leaves out what there is not. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<T>;
}

/** With null for what is left out: a row has every column. */
function optional<T extends object, K extends keyof T>(fields: T, keys: readonly K[]): Filled<T, K> {
  return { ...Object.fromEntries(keys.map((key) => [key, null])), ...fields } as Filled<T, K>;
}
