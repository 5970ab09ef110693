import { sqlMigration } from './sql-migration';

/**
 * A role may be held between dates, and a county founded from the municipality classification has no registry yet. Roles are written as in
 * an organisations file: a plain text, or an object with the dates. So what was there stays as it was.
 */
export const datedRolesMigration = sqlMigration('0009-dated-roles', [
  `alter table vuosikello.contact alter column roles type json using to_json(roles)`,
  `alter table vuosikello.county alter column registry drop not null`,
]);
