import { countyPolicy } from './county-policy';
import { sqlMigration } from './sql-migration';

const tables = ['log_leaf', 'log_node', 'log_head', 'log_checkpoint'];

/** The county's log: every committed event gets its position, and the tree over them grows. One log per county. */
export const logMigration = sqlMigration('0027-log', [
  // Salts keep what an event says from being guessed from its hash. Once a text of it has been erased, "salts_left" (JSON by
  // JSON Pointer) stands in the place of "salt", see libs/ledger/src/events/content.ts.
  `alter table vuosikello.event add column salt bytea default uuid_send(gen_random_uuid()), add column salts_left text`,
  `create index event_order on vuosikello.event (county, xid, ord)`,

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
     county text primary key, size bigint not null, frontier bytea not null, xid xid8 not null, ord bigint not null
   )`,
  `create table vuosikello.log_checkpoint (
     county text not null, origin text not null, size bigint not null, note text not null, at timestamptz not null,
     primary key (county, origin, size)
   )`,
  ...tables.flatMap(countyPolicy),
  ...tables.map((table) => `grant select on vuosikello.${table} to vuosikello_app`),
]);
