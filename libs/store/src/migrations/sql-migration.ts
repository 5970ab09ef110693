import { Migration } from '@mikro-orm/migrations';

export type SqlMigration = {
  name: string;
  statements: readonly string[];
  class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
};

/** A migration of plain SQL statements, run in one transaction. There is no way back: a mistake is put right by the next one. */
export function sqlMigration(name: string, statements: readonly string[]): SqlMigration {
  return {
    name,
    statements,
    class: class extends Migration {
      override up(): void {
        this.addSql(`set local vuosikello.migrating = 'on'`);
        for (const statement of statements) this.addSql(statement);
      }
    },
  };
}
