import {
  roleInput,
  type Body,
  type CivilDate,
  type Contact,
  type County,
  type Organisation,
  type Register,
} from '@app/domain';
import type { InferEntity } from '@mikro-orm/postgresql';
import type { BodyRow, ContactRow, CountyRow, OrganisationRow } from './register.entities';

type CountyEntity = InferEntity<typeof CountyRow>;
export type OrganisationEntity = InferEntity<typeof OrganisationRow>;
export type BodyEntity = InferEntity<typeof BodyRow>;
export type ContactEntity = InferEntity<typeof ContactRow>;

export type RegisterRows = ReturnType<typeof rowsOf>;

/** Everything a register holds, as rows with their columns. A column that is left out is null. */
export function rowsOf(register: Register) {
  const { bodies, organisations } = register;
  const { caseNumberPattern, ...county } = register.county;
  const at = { county: county.code };
  return {
    county: {
      ...county,
      case_number_pattern: caseNumberPattern,
      interfaces: register.interfaces,
      changes: register.changes,
    },
    organisations: organisations.map(
      ({ of, caseNumberPattern: pattern, validFrom, validTo, ...organisation }, place) => ({
        ...at,
        ...organisation,
        place,
        part_of: of,
        case_number_pattern: pattern,
        ...validity(validFrom, validTo),
      }),
    ),
    bodies: bodies.map(({ of, materialsDaysBefore, extractDaysAfter, validFrom, validTo, ...body }, place) => ({
      ...at,
      ...body,
      place,
      part_of: of,
      materials_days_before: materialsDaysBefore,
      extract_days_after: extractDaysAfter,
      ...validity(validFrom, validTo),
    })),
    contacts: register.contacts.map(({ of, roles, validFrom, validTo, ...contact }, place) => ({
      ...at,
      ...contact,
      place,
      part_of: of,
      roles: roles.map(roleInput),
      ...validity(validFrom, validTo),
    })),
  };
}

function validity(validFrom: CivilDate | undefined, validTo: CivilDate | undefined) {
  return { valid_from: validFrom, valid_to: validTo };
}

export function countyOf({ code, name, cases, languages, registry, closes, caseNumberPattern }: CountyEntity): County {
  return {
    code,
    name,
    ...given({ cases }),
    languages,
    ...given({ registry }),
    closes,
    ...given({ caseNumberPattern }),
  };
}

export function organisationOf({ id, kind, name, languages, ...row }: OrganisationEntity): Organisation {
  const { form, cases, registry, closes, caseNumberPattern, answers, partOf, validFrom, validTo } = row;
  return {
    id,
    kind,
    ...given({ form }),
    name,
    ...given({ cases }),
    languages,
    ...given({ registry, closes, caseNumberPattern, answers, of: partOf, validFrom, validTo }),
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
  const held = roles.map((role) => (typeof role === 'string' ? { role } : role));
  return { id, name, email, of: partOf, language, roles: held, interfaces, ...given({ validFrom, validTo }) };
}

/** Whose mail comes back, by their ids; undefined where nobody's does, as in a register that comes from a file. */
export function undeliverableOf(contacts: readonly ContactEntity[]): Register['undeliverable'] {
  const marked = contacts.flatMap(({ id, undeliverableSince: since, undeliverableStatus: status }) =>
    !since || !status ? [] : [[id, { since, status }] as const],
  );
  return marked.length === 0 ? undefined : Object.fromEntries(marked);
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };
/** Without what is null: a register leaves out what there is not. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<T>;
}
