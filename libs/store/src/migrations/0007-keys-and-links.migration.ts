import { countyPolicy } from './county-policy';
import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

const definer = `language sql stable security definer set search_path = pg_catalog, pg_temp`;

/** API keys and answer links. Only hashes are kept; the one question asked without a county is whose a hash is. */
export const keysAndLinksMigration = sqlMigration('0007-keys-and-links', [
  `create table vuosikello.api_key (
     county text not null, id text primary key, role text not null, label text, key_hash bytea not null unique,
     created_at timestamptz not null, expires_on date, revoked_at timestamptz
   )`,
  `create table vuosikello.response_link (
     county text not null, id bigint generated always as identity primary key, token_hash bytea not null unique,
     workflow text not null, notification text not null, contact text,
     issued_at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz
   )`,
  `create index response_link_of_workflow on vuosikello.response_link (county, workflow)`,
  ...countyPolicy('api_key'),
  ...countyPolicy('response_link'),
  `grant select, insert on vuosikello.api_key, vuosikello.response_link to vuosikello_app`,
  `grant update (revoked_at) on vuosikello.api_key, vuosikello.response_link to vuosikello_app`,

  `create policy across_counties on vuosikello.api_key for select to vuosikello_claims using (true)`,
  `create policy across_counties on vuosikello.response_link for select to vuosikello_claims using (true)`,
  `create policy across_counties on vuosikello.workflow for select to vuosikello_claims using (true)`,
  `grant select (county, id, role, key_hash, expires_on, revoked_at) on vuosikello.api_key to vuosikello_claims`,
  `grant select (county, id, token_hash, expires_at, revoked_at) on vuosikello.response_link to vuosikello_claims`,
  `grant select (county) on vuosikello.workflow to vuosikello_claims`,

  // A key holds until the end of its last day in Helsinki.
  `create function vuosikello.key_of(p_hash bytea) returns table (id text, county text, role text) ${definer} as $$
     select k.id, k.county, k.role from vuosikello.api_key k
     where k.key_hash = p_hash and k.revoked_at is null
       and (k.expires_on is null or k.expires_on >= (vuosikello.business_now() at time zone 'Europe/Helsinki')::date)
   $$`,
  `create function vuosikello.link_of(p_hash bytea) returns table (id bigint, county text) ${definer} as $$
     select l.id, l.county from vuosikello.response_link l
     where l.token_hash = p_hash and l.revoked_at is null and l.expires_at > vuosikello.business_now()
   $$`,
  // The counties that have workflows, for the replay of all of them.
  `create function vuosikello.counties_with_workflows() returns table (county text) ${definer} as $$
     select distinct w.county from vuosikello.workflow w order by w.county
   $$`,
  ...definerFunctions(['key_of', 'link_of', 'counties_with_workflows'], 'vuosikello_app'),
]);
