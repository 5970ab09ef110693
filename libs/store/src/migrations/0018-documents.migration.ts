import { countyPolicy } from './county-policy';
import { sqlMigration } from './sql-migration';

/**
 * The content of attached files, once per county and hash; what they are called and where they belong is in the log. The table
 * itself sees to it that a file is what its hash says, and nobody of the application changes or deletes one.
 */
export const documentsMigration = sqlMigration('0018-documents', [
  `create table vuosikello.document_file (
     county text not null, sha256 bytea not null check (sha256 = pg_catalog.sha256(data)),
     media_type text not null, bytes integer not null check (bytes > 0 and bytes = octet_length(data)),
     data bytea not null, created_at timestamptz not null,
     primary key (county, sha256)
   )`,
  // Documents are compressed already: trying again only costs time.
  `alter table vuosikello.document_file alter column data set storage external`,
  ...countyPolicy('document_file'),
  `grant select, insert on vuosikello.document_file to vuosikello_app`,
]);
