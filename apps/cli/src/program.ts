import { Command } from 'commander';
import { addDeadline } from './commands/deadline.command';
import { addDemo } from './commands/demo.command';
import { addExportOrganisations } from './commands/export-organisations.command';
import { addExportPlan } from './commands/export-plan.command';
import { addImportMunicipalities } from './commands/import-municipalities.command';
import { addImportOrganisations } from './commands/import-organisations.command';
import { addKeysCreate } from './commands/keys-create.command';
import { addKeysRevoke } from './commands/keys-revoke.command';
import { addLogReplay } from './commands/log-replay.command';
import { addMigrate } from './commands/migrate.command';
import { addPlanActivate } from './commands/plan-activate.command';
import { addPlanCheck } from './commands/plan-check.command';
import { addPlanComplete } from './commands/plan-complete.command';
import { addStart } from './commands/start.command';
import { installedVersion } from './composition/installation';

/** The whole command line. Nothing is read or started before a command runs. */
export function createProgram(): Command {
  const program = new Command('vuosikello')
    .description('The statutory year clock of Finnish wellbeing services counties')
    .version(installedVersion())
    .exitOverride()
    .showHelpAfterError('(vuosikello help shows the commands)');
  addDemo(program);
  addStart(program);
  addMigrate(program);
  const imports = program.command('import').description('take data in');
  addImportOrganisations(imports);
  addImportMunicipalities(imports);
  const exports = program.command('export').description('give data out');
  addExportOrganisations(exports);
  addExportPlan(exports);
  const plan = program.command('plan').description('the plan of a year');
  addPlanCheck(plan);
  addPlanComplete(plan);
  addPlanActivate(plan);
  const keys = program.command('keys').description('API keys');
  addKeysCreate(keys);
  addKeysRevoke(keys);
  addLogReplay(program.command('log').description('the event log'));
  addDeadline(program);
  return program;
}
