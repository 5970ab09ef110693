import type { Command } from 'commander';
import { readSettings } from '../config/settings';
import { migrateDatabase, requireOwner, withDatabase } from '../composition/database';
import { counted, print } from '../output/print';

/** `migrate`: brings the database's schema up to date and gives the logins their rights; idempotent. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(async () => {
      await withDatabase(
        readSettings(),
        async (urls) => {
          const { owner } = requireOwner(urls, 'The schema can only be changed by its owner.');
          const { applied, ddl } = await migrateDatabase(owner, urls);
          print(
            applied.length === 0
              ? 'The database is up to date.'
              : `${counted(applied.length, 'migration')} done: ${applied.join(', ')}`,
            ddl === 'refused'
              ? 'The database refuses to alter its tables outside migrations.'
              : 'Only the owner of the database can alter its tables: keep that login for migrations.',
          );
        },
        { founds: true },
      );
    });
}
