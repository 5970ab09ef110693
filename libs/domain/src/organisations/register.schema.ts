import { z } from 'zod';
import { localTimeForm } from '../calendar/instant';
import { languages } from '../text';
import { caseNumberPatternForm } from './case-number';
import { organisationKinds } from './register';

// The message of a regular expression is an example of the right form: see schema-findings.ts.
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'hyte-lautakunta');
const localTime = z.string().regex(localTimeForm, '16:15');
const words = z.string().min(1);
const days = z.int().min(0).max(365);
const name = z.strictObject({ fi: words, sv: words, en: words.exactOptional() });
const cases = z.strictObject({ genitive: words, inessive: words, ablative: words });
const caseNumberPattern = z.string().regex(caseNumberPatternForm, '{n}/{class}/{year}');
const languageList = z.array(z.enum(languages)).min(1);

/** Texts until they are looked at: an impossible day is a finding of its own. */
const validity = { validFrom: z.string().exactOptional(), validTo: z.string().exactOptional() };

const county = z.strictObject({
  code: z.string().regex(/^\d{2}$/, "'09'"),
  name,
  cases: cases.exactOptional(),
  languages: languageList.exactOptional(),
  registry: words.exactOptional(),
  closes: localTime,
  caseNumberPattern: caseNumberPattern.exactOptional(),
});

const body = z.strictObject({
  id,
  of: id,
  name,
  presenter: id.exactOptional(),
  materialsDaysBefore: days,
  extractDaysAfter: days,
  meetings: z.array(z.string()),
  ...validity,
});

const organisation = z.strictObject({
  id,
  kind: z.enum(organisationKinds),
  form: z.enum(['kunta', 'kaupunki']).exactOptional(),
  name,
  cases: cases.exactOptional(),
  languages: languageList,
  registry: words.exactOptional(),
  closes: localTime.exactOptional(),
  caseNumberPattern: caseNumberPattern.exactOptional(),
  answers: id.exactOptional(),
  of: id.exactOptional(),
  ...validity,
});

const sharedInterface = z.strictObject({ id, name, years: z.array(z.int().min(2000).max(2199)).min(1) });

const change = z.discriminatedUnion('kind', [
  z.strictObject({ on: z.string(), kind: z.literal('merger'), from: z.array(id).min(1), into: id }),
  z.strictObject({ on: z.string(), kind: z.literal('transfer'), organisation: id, to: id }),
]);

const role = z.union([id, z.strictObject({ role: id, ...validity })]);

const contact = z.strictObject({
  id: id.exactOptional(),
  name: words,
  email: words,
  of: id,
  language: z.enum(languages),
  roles: z.array(role),
  interfaces: z.array(id).exactOptional(),
  ...validity,
});

/**
 * The shape of an organisations file; unknown fields are errors. Dates and addresses are only texts here: whether they
 * are right is a finding of its own. A JSON Schema for editors can be made of it.
 */
export const registerSchema = z.strictObject({
  county,
  bodies: z.array(body),
  organisations: z.array(organisation),
  contacts: z.array(contact),
  interfaces: z.array(sharedInterface).exactOptional(),
  changes: z.array(change).exactOptional(),
});

export type RegisterInput = z.infer<typeof registerSchema>;
export type BodyInput = z.infer<typeof body>;
export type OrganisationInput = z.infer<typeof organisation>;
export type ContactInput = z.infer<typeof contact>;
export type ChangeInput = z.infer<typeof change>;
export type RoleInput = z.infer<typeof role>;
export type CountyInput = z.infer<typeof county>;
export type InterfaceInput = z.infer<typeof sharedInterface>;
