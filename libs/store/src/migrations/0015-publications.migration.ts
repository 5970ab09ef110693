import { countyPolicy } from './county-policy';
import { executable } from './function-rights';
import { holdTopics, publish, readPublications } from './publications.sql';
import { sqlMigration } from './sql-migration';

/**
 * What workflows tell each other without being parent and child. Both tables follow from the log and are kept for looking up: who
 * follows a topic now, and what each workflow has said on it last, which is what a later follower is told.
 */
export const publicationsMigration = sqlMigration('0015-publications', [
  `create table vuosikello.follow (
     county text not null, topic text not null, workflow text not null, command text not null,
     primary key (county, topic, workflow)
   )`,
  // "seq" is the number of the event in the workflow's stream that records it. "ord" gives the order of commit within a topic.
  `create table vuosikello.publication (
     county text not null, topic text not null, workflow text not null, seq integer not null, data text not null,
     at timestamptz not null, ord bigint generated always as identity,
     primary key (county, topic, workflow)
   )`,
  ...['follow', 'publication'].flatMap(countyPolicy),
  `grant select, insert, update, delete on vuosikello.follow to vuosikello_app`,
  `grant select, insert, update on vuosikello.publication to vuosikello_app`,
  holdTopics,
  readPublications,
  publish,
  executable(['hold_topics', 'read_publications', 'publish'], 'vuosikello_app'),
]);
