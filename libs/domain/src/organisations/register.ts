import type { CivilDate } from '../calendar/civil-date';
import type { LocalTime } from '../calendar/instant';
import type { Language, Name } from '../text';

export const organisationKinds = [
  'municipality',
  'regional-council',
  'sector',
  'ngo',
  'parish',
  'school',
  'company',
] as const;

export type OrganisationKind = (typeof organisationKinds)[number];

/** A Finnish name's inflected forms, written by people: code never glues an ending onto a name. */
export type NameCases = { genitive: string; inessive: string; ablative: string };

export type County = {
  code: string;
  name: Name;
  cases?: NameCases;
  languages: Language[];
  /** The address of the registry (kirjaamo). A county founded from the municipality classification has none until it gives one. */
  registry?: string;
  /** When the office closes (Act 150/1930, 6 §), Helsinki time. */
  closes: LocalTime;
  /** How it writes its case numbers, such as `{n}/{class}/{year}`; see `fitsCaseNumber`. */
  caseNumberPattern?: string;
};

export type Organisation = {
  id: string;
  kind: OrganisationKind;
  form?: 'kunta' | 'kaupunki';
  name: Name;
  cases?: NameCases;
  languages: Language[];
  registry?: string;
  closes?: LocalTime;
  /** How it writes its case numbers, such as `{n}/{class}/{year}`; see `fitsCaseNumber`. */
  caseNumberPattern?: string;
  /** The body that answers for the organisation. */
  answers?: string;
  /** The organisation it belongs to: a sector's county. */
  of?: string;
  /** First and last day on which the organisation exists here: a merged municipality ends, a transferred one leaves. */
  validFrom?: CivilDate;
  validTo?: CivilDate;
};

export type Body = {
  id: string;
  of: string;
  name: Name;
  /** Who presents to it: a role, or the body that prepares for it. */
  presenter?: string;
  materialsDaysBefore: number;
  extractDaysAfter: number;
  /** In the order of time. */
  meetings: CivilDate[];
  validFrom?: CivilDate;
  validTo?: CivilDate;
};

/** A role and the days, both counted, on which it is held; without dates it is held as long as the contact itself is valid. */
export type RoleHeld = { role: string; validFrom?: CivilDate; validTo?: CivilDate };

/** A person in an organisation. Personal data: only `id` may go into the event log. */
export type Contact = {
  id: string;
  name: string;
  email: string;
  of: string;
  language: Language;
  roles: RoleHeld[];
  interfaces: string[];
  /** First and last day on which the contact is there: no role is held outside them. */
  validFrom?: CivilDate;
  validTo?: CivilDate;
};

/** A named field of shared work between the county and its municipalities. They change from year to year. */
export type Interface = { id: string; name: Name; years: number[] };

/**
 * A dated change of the area. In a merger `from` end on the day before and `into` goes on in their place; in a transfer the
 * municipality leaves for another county on the day.
 */
export type RegisterChange =
  | { on: CivilDate; kind: 'merger'; from: string[]; into: string }
  | { on: CivilDate; kind: 'transfer'; organisation: string; to: string };

/** Since when mail to a contact comes back, and what the last server said (RFC 3463). */
export type Undeliverable = { since: CivilDate; status: string };

export type Register = {
  county: County;
  bodies: Body[];
  organisations: Organisation[];
  contacts: Contact[];
  interfaces: Interface[];
  changes: RegisterChange[];
  /** By the contact's id: whose mail comes back. It is found out and not part of the file. */
  undeliverable?: Readonly<Record<string, Undeliverable>>;
};
