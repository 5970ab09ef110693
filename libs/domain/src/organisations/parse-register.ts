import { civilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import { forbiddenKeyFindings, schemaFindings } from '../schema-findings';
import { parseAddress } from './address';
import { derivedContactId } from './contact-id';
import type { Body, Contact, Organisation, Register } from './register';
import { registerFindings } from './register-findings';
import {
  registerSchema,
  type BodyInput,
  type ContactInput,
  type IdentifiedContact,
  type IdentifiedRegister,
  type OrganisationInput,
} from './register.schema';

export type ParsedRegister = { register: Register } | { findings: Finding[] };

/**
 * The register in an organisations file that is already parsed (YAML or JSON; dates are strings). Either all of it or the
 * findings (all errors): `invalid-register`, `invalid-date`, `invalid-address`, `duplicate-id`, `unknown-organisation`,
 * `unknown-body`.
 */
export function parseRegister(data: unknown): ParsedRegister {
  const forbidden = forbiddenKeyFindings(data, 'invalid-register');
  if (forbidden.length > 0) return { findings: forbidden };
  const parsed = registerSchema.safeParse(data);
  if (!parsed.success) return { findings: schemaFindings(parsed.error.issues, data, 'invalid-register') };
  const input = { ...parsed.data, contacts: parsed.data.contacts.map(withId) };
  const findings = registerFindings(input);
  return findings.length > 0 ? { findings } : { register: registerOf(input) };
}

function withId(contact: ContactInput): IdentifiedContact {
  return { ...contact, id: contact.id ?? derivedContactId(contact.of, contact.email) };
}

function registerOf(input: IdentifiedRegister): Register {
  const county = { ...input.county, languages: input.county.languages ?? (['fi'] as const) };
  return {
    county: { ...county, registry: parseAddress(county.registry) },
    bodies: input.bodies.map(bodyOf),
    organisations: input.organisations.map(organisationOf),
    contacts: input.contacts.map(contactOf),
    interfaces: input.interfaces ?? [],
    changes: (input.changes ?? []).map((change) => ({ ...change, on: civilDate(change.on) })),
  };
}

function bodyOf({ meetings, validFrom, validTo, ...body }: BodyInput): Body {
  return { ...body, meetings: [...new Set(meetings.map(civilDate))].sort(), ...validity(validFrom, validTo) };
}

function organisationOf({ registry, validFrom, validTo, ...organisation }: OrganisationInput): Organisation {
  return {
    ...organisation,
    ...(registry === undefined ? {} : { registry: parseAddress(registry) }),
    ...validity(validFrom, validTo),
  };
}

function contactOf({ validFrom, validTo, ...contact }: IdentifiedContact): Contact {
  return {
    ...contact,
    email: parseAddress(contact.email),
    interfaces: contact.interfaces ?? [],
    ...validity(validFrom, validTo),
  };
}

function validity(from: string | undefined, to: string | undefined): Pick<Contact, 'validFrom' | 'validTo'> {
  return {
    ...(from === undefined ? {} : { validFrom: civilDate(from) }),
    ...(to === undefined ? {} : { validTo: civilDate(to) }),
  };
}
