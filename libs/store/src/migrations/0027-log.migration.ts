import { countyPolicy } from './county-policy';
import { definerFunctions, executable } from './function-rights';
import { appendLog, keepLogEpoch, lastCheckpoint, logBehind, logPending, logSizes } from './log-functions.sql';
import { sqlMigration } from './sql-migration';

const tables = ['log_leaf', 'log_node', 'log_head', 'log_checkpoint', 'log_cosignature'];

/** The county's log: every committed event gets its position, and the tree over them grows. One log per county. */
export const logMigration = sqlMigration('0027-log', [
  // Salts keep what an event says from being guessed from its hash. Once a text of it has been erased, "salts_left" (JSON by
  // JSON Pointer) stands in the place of "salt", see libs/ledger/src/events/content.ts.
  `alter table vuosikello.event add column salt bytea default uuid_send(gen_random_uuid()), add column salts_left text`,
  // What cannot be read cannot be hashed either, and would hold up the log of its county.
  `alter table vuosikello.event add constraint body_is_json check (body is null or body::json is not null)`,

  // Transaction ids order events only within one database cluster: a dump that is restored into another begins a new epoch. The
  // table has no county policy: it says nothing of anybody.
  `create table vuosikello.log_epoch (
     epoch integer primary key, cluster text not null, begun_at timestamptz not null default clock_timestamp()
   )`,
  `insert into vuosikello.log_epoch (epoch, cluster) select 0, system_identifier::text from pg_control_system()`,
  // A constant, so that it costs writers nothing. "keep_log_epoch" replaces it.
  `create function vuosikello.current_epoch() returns integer language sql stable as 'select 0'`,
  keepLogEpoch,
  executable(['keep_log_epoch'], 'current_user'),
  executable(['current_epoch'], 'vuosikello_app'),
  executable(['current_epoch'], 'vuosikello_claims'),
  `grant select on vuosikello.log_epoch to vuosikello_app`,
  `alter table vuosikello.event add column epoch integer not null default vuosikello.current_epoch()`,
  // The order of commits.
  `create index event_order on vuosikello.event (county, epoch, xid, ord)`,

  // "position" is the index in the Merkle tree, counted from nought, and the cursor of those who read the log.
  `create table vuosikello.log_leaf (
     county text not null, position bigint not null check (position >= 0), stream text not null, seq integer not null,
     content_hash bytea not null, leaf_hash bytea not null,
     primary key (county, position), unique (county, stream, seq)
   )`,
  // The roots of the full tiles of 256, of the level below each; level 0 is log_leaf.
  `create table vuosikello.log_node (
     county text not null, level integer not null check (level > 0), index bigint not null, hash bytea not null,
     primary key (county, level, index)
   )`,
  // How far the log has grown: the right edge of its tree, and the last event in the order of commits that is in it.
  `create table vuosikello.log_head (
     county text primary key, size bigint not null, frontier bytea not null,
     epoch integer not null, xid xid8 not null, ord bigint not null
   )`,
  // "at" is business time; "signed_at" is real, for how often is signed. "ord" tells which was signed last.
  `create table vuosikello.log_checkpoint (
     county text not null, origin text not null, size bigint not null, note text not null, at timestamptz not null,
     signed_at timestamptz not null default clock_timestamp(), ord bigint generated always as identity,
     primary key (county, origin, size)
   )`,
  `create index log_checkpoint_order on vuosikello.log_checkpoint (county, ord)`,
  // Lines of witnesses under a checkpoint.
  `create table vuosikello.log_cosignature (
     county text not null, origin text not null, size bigint not null, witness text not null, line text not null, at timestamptz not null,
     primary key (county, origin, size, witness)
   )`,
  ...tables.flatMap(countyPolicy),
  ...tables.map((table) => `grant select on vuosikello.${table} to vuosikello_app`),
  `grant insert on vuosikello.log_cosignature to vuosikello_app`,
  `grant insert on vuosikello.log_leaf, vuosikello.log_node, vuosikello.log_head to vuosikello_engine`,
  `grant insert (county, origin, size, note, at) on vuosikello.log_checkpoint to vuosikello_engine`,
  `grant update on vuosikello.log_head to vuosikello_engine`,

  appendLog,
  logPending,
  executable(['append_log', 'log_pending'], 'vuosikello_engine'),
  lastCheckpoint,
  executable(['last_checkpoint'], 'vuosikello_app'),
  logBehind,
  logSizes,
  `create policy across_counties on vuosikello.event for select to vuosikello_claims using (true)`,
  `create policy across_counties on vuosikello.log_head for select to vuosikello_claims using (true)`,
  `grant select (county, epoch, xid, ord) on vuosikello.event to vuosikello_claims`,
  `grant select (county, size, epoch, xid, ord) on vuosikello.log_head to vuosikello_claims`,
  ...definerFunctions(['log_behind', 'log_sizes'], 'vuosikello_engine'),
]);
