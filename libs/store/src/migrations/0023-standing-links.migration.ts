import { countyPolicy } from './county-policy';
import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * Links to all that is asked of an organisation. Of the secret only the hash is kept; the one question asked without a county is
 * whose a hash is. `request` is what a repeated request to make one is known by.
 */
export const standingLinksMigration = sqlMigration('0023-standing-links', [
  `create table vuosikello.standing_link (
     county text not null, id text primary key, token_hash bytea not null unique,
     organisation text not null, label text,
     created_at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz,
     request text, unique (county, request), check (expires_at > created_at)
   )`,
  `create index standing_link_of_organisation on vuosikello.standing_link (county, organisation)`,
  ...countyPolicy('standing_link'),
  `grant select, insert on vuosikello.standing_link to vuosikello_app`,
  `grant update (revoked_at) on vuosikello.standing_link to vuosikello_app`,

  `create policy across_counties on vuosikello.standing_link for select to vuosikello_claims using (true)`,
  `grant select (county, id, token_hash, expires_at, revoked_at) on vuosikello.standing_link to vuosikello_claims`,
  `create function vuosikello.standing_link_of(p_hash bytea) returns table (id text, county text)
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select l.id, l.county from vuosikello.standing_link l
     where l.token_hash = p_hash and l.revoked_at is null and l.expires_at > vuosikello.business_now()
   $$`,
  ...definerFunctions(['standing_link_of'], 'vuosikello_app'),
]);
