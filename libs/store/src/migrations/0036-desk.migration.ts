import { countyPolicy } from './county-policy';
import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * Who is at the desk in a browser. Of the secret in the cookie only the hash is kept. A session is used up an hour after it was last seen
 * and twelve hours after it began, and ends with its key: whether that is in force is asked each time.
 */
export const deskMigration = sqlMigration('0036-desk', [
  `create table vuosikello.desk_session (
     county text not null, token_hash bytea primary key, key text not null,
     began_at timestamptz not null default vuosikello.business_now(),
     seen_at timestamptz not null default vuosikello.business_now()
   )`,
  `create index desk_session_seen on vuosikello.desk_session (county, seen_at)`,
  ...countyPolicy('desk_session'),
  `grant select, insert (county, token_hash, key), delete on vuosikello.desk_session to vuosikello_app`,

  `create policy across_counties on vuosikello.desk_session to vuosikello_claims using (true)`,
  `grant select, update (seen_at) on vuosikello.desk_session to vuosikello_claims`,
  // To the minute, so that whoever reads page after page does not write as often.
  `create function vuosikello.desk_session_of(p_hash bytea) returns table (county text, key text, role text, permissions text[])
   language sql security definer set search_path = pg_catalog, pg_temp as $$
     update vuosikello.desk_session s set seen_at = vuosikello.business_now()
     where s.token_hash = p_hash and s.seen_at < vuosikello.business_now() - interval '1 minute'
       and s.seen_at > vuosikello.business_now() - interval '1 hour' and s.began_at > vuosikello.business_now() - interval '12 hours';
     select s.county, k.id, k.role, k.permissions
     from vuosikello.desk_session s join vuosikello.api_key k on k.county = s.county and k.id = s.key
     where s.token_hash = p_hash and k.revoked_at is null
       and (k.expires_on is null or k.expires_on >= (vuosikello.business_now() at time zone 'Europe/Helsinki')::date)
       and s.seen_at > vuosikello.business_now() - interval '1 hour' and s.began_at > vuosikello.business_now() - interval '12 hours'
   $$`,
  ...definerFunctions(['desk_session_of'], 'vuosikello_app'),
]);
