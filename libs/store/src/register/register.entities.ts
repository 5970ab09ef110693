import type {
  CivilDate,
  Interface,
  Language,
  LocalTime,
  Name,
  NameCases,
  OrganisationKind,
  RegisterChange,
  RoleHeld,
} from '@app/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';

/** The rows of the register. `place` keeps the order of the file, `partOf` the organisation something belongs to. */

export const CountyRow = defineEntity({
  name: 'CountyRow',
  tableName: 'county',
  properties: {
    code: p.string().primary(),
    name: p.json<Name>(),
    cases: p.json<NameCases>().nullable(),
    languages: p.array().$type<Language[]>(),
    registry: p.string().nullable(),
    closes: p.string().$type<LocalTime>(),
    caseNumberPattern: p.string().nullable(),
    interfaces: p.json<Interface[]>(),
    changes: p.json<RegisterChange[]>(),
  },
});

export const OrganisationRow = defineEntity({
  name: 'OrganisationRow',
  tableName: 'organisation',
  properties: {
    county: p.string().primary(),
    id: p.string().primary(),
    place: p.integer(),
    kind: p.string().$type<OrganisationKind>(),
    form: p.string().$type<'kunta' | 'kaupunki'>().nullable(),
    name: p.json<Name>(),
    cases: p.json<NameCases>().nullable(),
    languages: p.array().$type<Language[]>(),
    registry: p.string().nullable(),
    closes: p.string().$type<LocalTime>().nullable(),
    caseNumberPattern: p.string().nullable(),
    answers: p.string().nullable(),
    partOf: p.string().nullable(),
    validFrom: p.string().$type<CivilDate>().nullable(),
    validTo: p.string().$type<CivilDate>().nullable(),
  },
});

export const BodyRow = defineEntity({
  name: 'BodyRow',
  tableName: 'body',
  properties: {
    county: p.string().primary(),
    id: p.string().primary(),
    place: p.integer(),
    partOf: p.string(),
    name: p.json<Name>(),
    presenter: p.string().nullable(),
    materialsDaysBefore: p.integer(),
    extractDaysAfter: p.integer(),
    meetings: p.array().$type<CivilDate[]>(),
    validFrom: p.string().$type<CivilDate>().nullable(),
    validTo: p.string().$type<CivilDate>().nullable(),
  },
});

export const ContactRow = defineEntity({
  name: 'ContactRow',
  tableName: 'contact',
  properties: {
    county: p.string().primary(),
    id: p.string().primary(),
    place: p.integer(),
    name: p.string(),
    email: p.string(),
    partOf: p.string(),
    language: p.string().$type<Language>(),
    roles: p.json<(string | RoleHeld)[]>(),
    interfaces: p.array().$type<string[]>(),
    validFrom: p.string().$type<CivilDate>().nullable(),
    validTo: p.string().$type<CivilDate>().nullable(),
    undeliverableSince: p.string().$type<CivilDate>().nullable(),
    undeliverableStatus: p.string().nullable(),
  },
});

export const entities = [CountyRow, OrganisationRow, BodyRow, ContactRow];
