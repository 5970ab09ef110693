import type { Finding } from '../finding';
import { changeFindings } from './change-findings';
import { isCountyCode } from './county-codes';
import { duplicateFindings } from './duplicate-findings';
import { addressFindings, dateFindings, error, unknownReference, validityFindings } from './item-findings';
import type { IdentifiedContact, Path, Placed, ReadableRegister } from './readable-register';
import * as messages from './register-messages';
import type { BodyInput, CountyInput, OrganisationInput, RoleInput } from './register.schema';
import { seatFindings } from './seat-findings';

type Ids = ReadableRegister['ids'];

/** What is wrong with a register beyond its shape: dates, addresses, codes, ids given twice, references to nothing, seats. */
export function registerFindings(register: ReadableRegister): Finding[] {
  const { county, bodies, organisations, contacts, ids } = register;
  return [
    ...(county === undefined ? [] : countyFindings(county)),
    ...duplicateFindings(register),
    ...bodies.flatMap((body) => bodyFindings(body, ids)),
    ...organisations.flatMap((organisation) => organisationFindings(organisation, ids)),
    ...contacts.flatMap((contact) => contactFindings(contact, ids)),
    ...changeFindings(register),
    ...seatFindings(register),
  ];
}

function countyFindings({ item: { code, registry }, path }: Placed<CountyInput>): Finding[] {
  return [
    ...(isCountyCode(code) ? [] : [error('unknown-county', code, [...path, 'code'], messages.unknownCounty(code))]),
    ...addressFindings(code, registry, [...path, 'registry']),
  ];
}

function bodyFindings({ item, path }: Placed<BodyInput>, ids: Ids): Finding[] {
  return [
    ...item.meetings.flatMap((on, index) => dateFindings(item.id, item.id, on, [...path, 'meetings', index])),
    ...validityFindings(item.id, item.id, item, path),
    ...unknownReference('unknown-organisation', item.id, item.of, ids.organisations, [...path, 'of']),
  ];
}

function organisationFindings({ item, path }: Placed<OrganisationInput>, ids: Ids): Finding[] {
  const { id, kind } = item;
  const hasCode = kind !== 'municipality' || /^\d{3}$/.test(id);
  return [
    ...(hasCode ? [] : [error('invalid-municipality-code', id, [...path, 'id'], messages.invalidMunicipalityCode(id))]),
    ...addressFindings(id, item.registry, [...path, 'registry']),
    ...unknownReference('unknown-organisation', id, item.of, ids.organisations, [...path, 'of']),
    ...unknownReference('unknown-body', id, item.answers, ids.bodies, [...path, 'answers']),
    ...validityFindings(id, id, item, path),
  ];
}

function contactFindings({ item, id, path }: IdentifiedContact, ids: Ids): Finding[] {
  const { interfaces = [] } = item;
  const name = messages.nameOf(item);
  return [
    ...addressFindings(id, item.email, [...path, 'email'], name),
    ...unknownReference('unknown-organisation', id, item.of, ids.organisations, [...path, 'of'], name),
    ...validityFindings(id, name, item, path),
    ...item.roles.flatMap((role, index) => roleFindings(id, name, role, [...path, 'roles', index])),
    ...interfaces.flatMap((shared, index) =>
      unknownReference('unknown-interface', id, shared, ids.interfaces, [...path, 'interfaces', index], name),
    ),
  ];
}

function roleFindings(entry: string, name: string, role: RoleInput, path: Path): Finding[] {
  return typeof role === 'string' ? [] : validityFindings(entry, `${name}, ${role.role}`, role, path);
}
