import type { Finding } from '../finding';
import { fieldPath } from '../schema-findings';
import { changeFindings } from './change-findings';
import { isCountyCode } from './county-codes';
import { duplicateFindings } from './duplicate-findings';
import {
  addressFindings,
  dateFindings,
  error,
  unknownReference,
  validityFindings,
  type Subject,
} from './item-findings';
import type { Path, ReadableRegister, Remains } from './readable-register';
import * as messages from './register-messages';
import type { BodyInput, ContactInput, CountyInput, OrganisationInput, RoleInput } from './register.schema';
import { seatFindings } from './seat-findings';

type Ids = ReadableRegister['ids'];

/** What is wrong with a register beyond its shape: dates, addresses, codes, ids given twice, references to nothing, seats. */
export function registerFindings(register: ReadableRegister): Finding[] {
  const { county, bodies, organisations, contacts, damaged, ids } = register;
  return [
    ...[...(county === undefined ? [] : [county]), ...damaged.county].flatMap(countyFindings),
    ...duplicateFindings(register),
    ...[...bodies, ...damaged.bodies].flatMap((body) => bodyFindings(body, ids)),
    ...[...organisations, ...damaged.organisations].flatMap((organisation) => organisationFindings(organisation, ids)),
    ...contacts.flatMap((contact) => contactFindings(contact, contact.id, ids)),
    ...damaged.contacts.flatMap((contact) => contactFindings(contact, contact.item.id ?? null, ids)),
    ...changeFindings(register),
    ...seatFindings(register),
  ];
}

function countyFindings({ item: { code, registry }, path }: Remains<CountyInput>): Finding[] {
  const isKnown = code === undefined || isCountyCode(code);
  return [
    ...(isKnown ? [] : [error('unknown-county', code, [...path, 'code'], messages.unknownCounty(code))]),
    ...addressFindings(subjectOf(code, path), registry, [...path, 'registry']),
  ];
}

function bodyFindings({ item, path }: Remains<BodyInput>, ids: Ids): Finding[] {
  const subject = subjectOf(item.id, path);
  return [
    ...(item.meetings ?? []).flatMap((on, index) => dateFindings(subject, on, [...path, 'meetings', index])),
    ...validityFindings(subject, item, path),
    ...unknownReference('unknown-organisation', subject, item.of, ids.organisations, [...path, 'of']),
  ];
}

function organisationFindings({ item, path }: Remains<OrganisationInput>, ids: Ids): Finding[] {
  const { id, kind } = item;
  const subject = subjectOf(id, path);
  const hasCode = id === undefined || kind !== 'municipality' || /^\d{3}$/.test(id);
  return [
    ...(hasCode ? [] : [error('invalid-municipality-code', id, [...path, 'id'], messages.invalidMunicipalityCode(id))]),
    ...addressFindings(subject, item.registry, [...path, 'registry']),
    ...unknownReference('unknown-organisation', subject, item.of, ids.organisations, [...path, 'of']),
    ...unknownReference('unknown-body', subject, item.answers, ids.bodies, [...path, 'answers']),
    ...validityFindings(subject, item, path),
  ];
}

function contactFindings({ item, path }: Remains<ContactInput>, entry: string | null, ids: Ids): Finding[] {
  const { id, name, of, roles = [], interfaces = [] } = item;
  const isNamed = name !== undefined && of !== undefined;
  const subject = { entry, name: isNamed ? messages.nameOf({ ...item, name, of }) : subjectOf(id, path).name };
  return [
    ...addressFindings(subject, item.email, [...path, 'email']),
    ...unknownReference('unknown-organisation', subject, of, ids.organisations, [...path, 'of']),
    ...validityFindings(subject, item, path),
    ...roles.flatMap((role, index) => roleFindings(subject, role, [...path, 'roles', index])),
    ...interfaces.flatMap((shared, index) =>
      unknownReference('unknown-interface', subject, shared, ids.interfaces, [...path, 'interfaces', index]),
    ),
  ];
}

function roleFindings({ entry, name }: Subject, role: RoleInput, path: Path): Finding[] {
  return typeof role === 'string' ? [] : validityFindings({ entry, name: `${name}, ${role.role}` }, role, path);
}

/** An item without an id is called by its place, as `contacts[3]`. */
function subjectOf(id: string | undefined, path: Path): Subject {
  return { entry: id ?? null, name: id ?? fieldPath(path) };
}
