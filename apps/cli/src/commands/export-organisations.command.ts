import { registerFile, registerTables } from '@app/domain';
import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { exportData } from '../files/export-data';
import { refused } from '../output/cli-error';
import { countyMeant } from '../registers/known-register';
import { addExportOptions, type ExportOptions } from './export-options';

/** `export organisations`: a county's register as a file that `import organisations` reads as the same again. */
export function addExportOrganisations(exports: Command): void {
  const command = exports.command('organisations').description("write a county's register as a file");
  addExportOptions(command).action(async ({ county: asked, ...to }: ExportOptions) => {
    const register = await withStore(readSettings(), async (store) => {
      const county = await countyMeant(store, asked);
      const found = await store.register.read(county);
      if (!found) throw refused(`There is no register of county ${county} here.`);
      await noteReading(store, { county, what: 'export', how: 'export organisations' });
      return found;
    });
    const data = registerFile(register);
    await exportData({ data, tables: registerTables(data, messageLanguage()) }, to);
  });
}
