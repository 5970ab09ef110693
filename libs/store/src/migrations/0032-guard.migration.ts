import { countyPolicy } from './county-policy';
import { blotOut, freeTexts } from './erasure-functions.sql';
import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

const definer = `language sql stable security definer set search_path = pg_catalog, pg_temp`;

/** What API keys may do and who made them, under which names the log knows people, and steps that a second person confirms. */
export const guardMigration = sqlMigration('0032-guard', [
  // "permissions" is null where the key may do all that its role may; "request" is what a repeated request is known by.
  `alter table vuosikello.api_key add column permissions text[], add column last_used_at timestamptz, add column request text,
     add column made_by text, add column revoked_by text`,
  `create unique index api_key_request on vuosikello.api_key (county, request) where request is not null`,
  `grant update (last_used_at, revoked_by) on vuosikello.api_key to vuosikello_app`,
  `grant select (permissions) on vuosikello.api_key to vuosikello_claims`,
  `drop function vuosikello.key_of(bytea)`,
  // A key holds until the end of its last day in Helsinki.
  `create function vuosikello.key_of(p_hash bytea) returns table (id text, county text, role text, permissions text[]) ${definer} as $$
     select k.id, k.county, k.role, k.permissions from vuosikello.api_key k
     where k.key_hash = p_hash and k.revoked_at is null
       and (k.expires_on is null or k.expires_on >= (vuosikello.business_now() at time zone 'Europe/Helsinki')::date)
   $$`,
  ...definerFunctions(['key_of'], 'vuosikello_app'),

  // Without the secret nobody can tell, also of somebody whose subject is known, which of the log's names is theirs.
  `create table vuosikello.user_secret (one boolean primary key default true check (one), value bytea not null)`,
  `insert into vuosikello.user_secret (value)
     select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))`,
  `grant select on vuosikello.user_secret to vuosikello_claims`,
  `create function vuosikello.user_id(p_county text, p_subject bytea) returns text ${definer} as $$
     select encode(substring(sha256(s.value || sha256(convert_to(p_county, 'UTF8')) || p_subject) from 1 for 16), 'hex')
     from vuosikello.user_secret s
   $$`,
  ...definerFunctions(['user_id'], 'vuosikello_app'),

  `create table vuosikello.four_eyes (
     county text primary key, commands text[] not null, changed_at timestamptz not null, changed_by text not null
   )`,
  // "data" and "note" are null once it is decided: what was done is in the log, what was not is nobody's business.
  // The rest stays, ids only, as its stream in the log does.
  `create table vuosikello.proposal (
     county text not null, id text primary key, workflow text not null, version integer not null,
     definition text not null, command text not null, data text, note text,
     proposed_at timestamptz not null, proposed_by text not null, role text not null, expires_at timestamptz not null,
     state text not null check (state in ('open', 'confirmed', 'rejected', 'void', 'lapsed')),
     decided_at timestamptz, decided_by text, request text not null, request_hash text not null,
     unique (county, request)
   )`,
  `create index proposal_workflow on vuosikello.proposal (county, workflow, id)`,
  `create index proposal_open on vuosikello.proposal (county, expires_at) where state = 'open'`,
  ...['four_eyes', 'proposal'].flatMap(countyPolicy),
  `grant select, insert, update on vuosikello.four_eyes to vuosikello_app`,
  `grant select, insert on vuosikello.proposal to vuosikello_app`,
  `grant update (state, data, note, decided_at, decided_by) on vuosikello.proposal to vuosikello_app`,

  `drop function vuosikello.blot_out(text, text, text[], text)`,
  blotOut(freeTexts),
  `grant select (county, data, note), update (data, note) on vuosikello.proposal to vuosikello_disposal`,
  ...definerFunctions(['blot_out'], 'vuosikello_app', 'vuosikello_disposal'),
]);
