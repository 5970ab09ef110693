import { sqlMigration } from './sql-migration';

/** Organisations come and go on dates, and the county keeps its interfaces and the dated changes of its area. */
export const datedRegisterMigration = sqlMigration('0008-dated-register', [
  `alter table vuosikello.organisation add column valid_from date, add column valid_to date`,
  `alter table vuosikello.county
     add column interfaces json not null default '[]', add column changes json not null default '[]'`,
]);
