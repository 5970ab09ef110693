import { sqlMigration } from './sql-migration';

/** What a stream is, its first event says: the register of duties finds by it the streams that have evidence. */
export const dutiesMigration = sqlMigration('0011-duties', [
  `create index event_first on vuosikello.event (county, type) where seq = 1`,
]);
