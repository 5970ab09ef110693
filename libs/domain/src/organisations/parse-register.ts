import { civilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import { forbiddenKeyFindings, schemaFindings } from '../schema-findings';
import { parseAddress } from './address';
import { changedArea } from './area-changes';
import { readableRegister, type IdentifiedContact, type ReadableRegister } from './readable-register';
import type { Body, Contact, County, Organisation, Register, RoleHeld } from './register';
import { registerFindings } from './register-findings';
import {
  registerSchema,
  type BodyInput,
  type CountyInput,
  type OrganisationInput,
  type RoleInput,
} from './register.schema';

/** `register` is there unless one of the findings is an error: warnings do not stop an import. */
export type ParsedRegister = { register?: Register; findings: Finding[] };

/**
 * The register in an organisations file that is already parsed (YAML or JSON; dates are strings), with the changes of its area
 * carried out (`changedArea`), and everything there is to say about the file at once. Errors: `invalid-register`, `invalid-date`,
 * `invalid-address`, `invalid-municipality-code`, `duplicate-id`, `unknown-organisation`, `unknown-body`, `unknown-county`,
 * `unknown-interface`, `invalid-change`, `two-holders`. Warnings: `empty-presenter`, `organisation-ended`.
 */
export function parseRegister(data: unknown): ParsedRegister {
  const shape = registerSchema.safeParse(data);
  const issues = shape.error?.issues ?? [];
  const readable = readableRegister(shape.success ? shape.data : data, issues);
  const findings = [
    ...forbiddenKeyFindings(data, 'invalid-register'),
    ...schemaFindings(issues, data, 'invalid-register'),
    ...registerFindings(readable),
  ];
  const { county } = readable;
  if (county === undefined || findings.some(({ severity }) => severity === 'error')) return { findings };
  return { register: changedArea(registerOf(countyOf(county.item), readable)), findings };
}

function registerOf(county: County, read: ReadableRegister): Register {
  return {
    county,
    bodies: read.bodies.map(({ item }) => bodyOf(item)),
    organisations: read.organisations.map(({ item }) => organisationOf(item)),
    contacts: read.contacts.map(contactOf),
    interfaces: read.interfaces.map(({ item }) => item),
    changes: read.changes.map(({ item }) => ({ ...item, on: civilDate(item.on) })),
  };
}

function countyOf({ registry, ...county }: CountyInput): County {
  return { ...county, languages: county.languages ?? ['fi'], ...addressOf(registry) };
}

function bodyOf({ meetings, validFrom, validTo, ...body }: BodyInput): Body {
  return { ...body, meetings: [...new Set(meetings.map(civilDate))].sort(), ...validity(validFrom, validTo) };
}

function organisationOf({ registry, validFrom, validTo, ...organisation }: OrganisationInput): Organisation {
  return { ...organisation, ...addressOf(registry), ...validity(validFrom, validTo) };
}

function contactOf({ id, item }: IdentifiedContact): Contact {
  const { validFrom, validTo, ...contact } = item;
  return {
    ...contact,
    id,
    email: parseAddress(contact.email),
    roles: contact.roles.map(roleOf),
    interfaces: contact.interfaces ?? [],
    ...validity(validFrom, validTo),
  };
}

function roleOf(role: RoleInput): RoleHeld {
  return typeof role === 'string' ? { role } : { role: role.role, ...validity(role.validFrom, role.validTo) };
}

function addressOf(registry: string | undefined): { registry?: string } {
  return registry === undefined ? {} : { registry: parseAddress(registry) };
}

function validity(from: string | undefined, to: string | undefined): Pick<Contact, 'validFrom' | 'validTo'> {
  return {
    ...(from === undefined ? {} : { validFrom: civilDate(from) }),
    ...(to === undefined ? {} : { validTo: civilDate(to) }),
  };
}
