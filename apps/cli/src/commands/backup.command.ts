import { noteBackup } from '@app/store';
import type { Command } from 'commander';
import { writeBackup } from '../backups/write-backup';
import { requireOwner, withDatabase } from '../composition/database';
import { logSigningFiles } from '../composition/log-signing';
import { plainSettings, readSettings } from '../config/settings';
import { counted, note, print, printJson } from '../output/print';

/** `backup`: everything that matters, as of one moment, while everything runs. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write a backup of everything but the signing key into a new folder, while all goes on')
    .argument('<folder>', 'must not exist, or be empty')
    .option('--json', 'print JSON only: { folder, manifest }')
    .action(async (folder: string, { json }: { json?: true }) => {
      const settings = readSettings();
      const manifest = await withDatabase(settings, async (urls) => {
        const { owner } = requireOwner(urls, 'All counties can only be read by the owner of the tables.');
        const { keyFile } = logSigningFiles(settings, settings.home);
        const written = await writeBackup({ ownerUrl: owner, folder, settings: plainSettings(), keyFile });
        await noteBackup(owner, 'operator:cli', folder);
        return written;
      });
      if (json) return printJson({ folder, manifest });
      const { database, files } = manifest;
      const rows = database.tables.reduce((sum, table) => sum + table.rows, 0);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      print(`${folder}: ${counted(rows, 'row')} as of ${database.realTime}, ${Math.ceil(bytes / 1024)} KiB.`);
      for (const { county, size, root } of database.logs)
        print(`Log of ${county}: ${counted(size, 'event')}, root ${root}`);
      note('It holds personal data: keep it where few can read it, and off this machine.');
    });
}
