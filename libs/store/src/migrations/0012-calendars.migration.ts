import { countyPolicy } from './county-policy';
import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * Calendars that are read under a secret address. Of the secret only the hash is kept; the one question asked without a
 * county is whose a hash is. `request` is what a repeated request to make one is known by.
 */
export const calendarsMigration = sqlMigration('0012-calendars', [
  `create table vuosikello.calendar_token (
     county text not null, id text primary key, token_hash bytea not null unique,
     scope text not null check (scope in ('county', 'organisation', 'person')),
     subject text check ((subject is null) = (scope = 'county')),
     language text check (language in ('fi', 'sv', 'en')), label text,
     created_at timestamptz not null, revoked_at timestamptz,
     request text, unique (county, request)
   )`,
  ...countyPolicy('calendar_token'),
  `grant select, insert on vuosikello.calendar_token to vuosikello_app`,
  `grant update (revoked_at) on vuosikello.calendar_token to vuosikello_app`,

  `create policy across_counties on vuosikello.calendar_token for select to vuosikello_claims using (true)`,
  `grant select (county, id, token_hash, revoked_at) on vuosikello.calendar_token to vuosikello_claims`,
  `create function vuosikello.calendar_of(p_hash bytea) returns table (id text, county text)
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select c.id, c.county from vuosikello.calendar_token c where c.token_hash = p_hash and c.revoked_at is null
   $$`,
  ...definerFunctions(['calendar_of'], 'vuosikello_app'),
]);
