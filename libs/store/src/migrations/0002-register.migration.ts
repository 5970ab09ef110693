import { countyPolicy, isOwn } from './county-policy';
import { sqlMigration } from './sql-migration';

/**
 * The register and the plans. `county` shows its rows to everybody, because which counties there are is public and a
 * caller has to be able to choose one; it is written in the own county only. Contacts are the personal data: nothing
 * else holds a name or an address of a person, so that they can be erased here.
 */
export const registerMigration = sqlMigration('0002-register', [
  `create table vuosikello.county (
     code text primary key check (code ~ '^[0-9]{2}$'),
     name json not null, cases json, languages text[] not null, registry text not null, closes text not null
   )`,
  `alter table vuosikello.county enable row level security`,
  `alter table vuosikello.county force row level security`,
  `create policy everybody_reads on vuosikello.county for select using (true)`,
  `create policy own_county on vuosikello.county using (${isOwn('code')}) with check (${isOwn('code')})`,

  // "json" rather than "jsonb", which would put the keys into another order and make every row look changed.
  // "place" keeps the order of the file: of several holders of a role the first counts.
  `create table vuosikello.organisation (
     county text not null, id text not null, place integer not null,
     kind text not null, form text, name json not null, cases json, languages text[] not null,
     registry text, closes text, answers text, part_of text,
     primary key (county, id)
   )`,
  `create table vuosikello.body (
     county text not null, id text not null, place integer not null,
     part_of text not null, name json not null, presenter text,
     materials_days_before integer not null, extract_days_after integer not null, meetings date[] not null,
     valid_from date, valid_to date,
     primary key (county, id)
   )`,
  `create table vuosikello.contact (
     county text not null, id text not null, place integer not null,
     name text not null, email text not null, part_of text not null, language text not null,
     roles text[] not null, interfaces text[] not null, valid_from date, valid_to date,
     primary key (county, id)
   )`,
  `create table vuosikello.year_plan (
     county text not null, year integer not null, plan json not null,
     activated_at timestamptz not null, activated_by text not null,
     primary key (county, year)
   )`,
  ...['organisation', 'body', 'contact', 'year_plan'].flatMap(countyPolicy),
  `grant select, insert, update on vuosikello.county, vuosikello.year_plan to vuosikello_app`,
  `grant select, insert, update, delete on vuosikello.organisation, vuosikello.body, vuosikello.contact to vuosikello_app`,
]);
