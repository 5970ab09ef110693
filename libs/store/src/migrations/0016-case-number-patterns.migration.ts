import { sqlMigration } from './sql-migration';

/** How an organisation writes its case numbers, where the register says. */
export const caseNumberPatternsMigration = sqlMigration('0016-case-number-patterns', [
  `alter table vuosikello.county add column case_number_pattern text`,
  `alter table vuosikello.organisation add column case_number_pattern text`,
]);
