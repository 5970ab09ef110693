import { planFile, planTables } from '@app/domain';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { exportData } from '../files/export-data';
import { refused } from '../output/cli-error';
import { countyMeant } from '../registers/known-register';
import { addExportOptions, type ExportOptions } from './export-options';
import { yearArgument } from './plan-head';

/** `export plan`: the plan in force as a file that `plan check` and `plan activate` read as the same again. */
export function addExportPlan(exports: Command): void {
  const command = exports
    .command('plan')
    .description('write the plan in force as a file')
    .addOption(new Option('--year <year>', 'of which year').argParser(yearArgument).makeOptionMandatory());
  addExportOptions(command).action(async ({ county: asked, year, ...to }: ExportOptions & { year: number }) => {
    const plan = await withStore(readSettings(), async (store) => {
      const county = await countyMeant(store, asked);
      const found = await store.plans.read(county, year);
      if (!found?.active) throw refused(`No plan of county ${county} for ${year} is in force.`);
      await noteReading(store, { county, what: 'export', how: 'export plan', subject: `${county}/${year}` });
      return found.active.plan;
    });
    const data = planFile(plan);
    await exportData({ data, tables: planTables(data, messageLanguage()) }, to);
  });
}
