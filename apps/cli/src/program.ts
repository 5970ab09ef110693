import { Command } from 'commander';
import { addBackup } from './commands/backup.command';
import { addCalendarCreate } from './commands/calendar-create.command';
import { addCalendarList } from './commands/calendar-list.command';
import { addCalendarRevoke } from './commands/calendar-revoke.command';
import { addDeadline } from './commands/deadline.command';
import { addDemo } from './commands/demo.command';
import { addDiagram } from './commands/diagram.command';
import { addDoctor } from './commands/doctor.command';
import { addDossier } from './commands/dossier.command';
import { addDuties } from './commands/duties.command';
import { addExportOrganisations } from './commands/export-organisations.command';
import { addExportPlan } from './commands/export-plan.command';
import { addImportHistory } from './commands/import-history.command';
import { addImportMunicipalities } from './commands/import-municipalities.command';
import { addImportOrganisations } from './commands/import-organisations.command';
import { addKeysCreate } from './commands/keys-create.command';
import { addKeysList } from './commands/keys-list.command';
import { addKeysLog } from './commands/keys-log.command';
import { addKeysRevoke } from './commands/keys-revoke.command';
import { addLadders } from './commands/ladders.command';
import { addLinksCreate } from './commands/links-create.command';
import { addLinksList } from './commands/links-list.command';
import { addLinksRevoke } from './commands/links-revoke.command';
import { addLogExport } from './commands/log-export.command';
import { addLogReplay } from './commands/log-replay.command';
import { addLogRestored } from './commands/log-restored.command';
import { addLogVerify } from './commands/log-verify.command';
import { addLogWitness } from './commands/log-witness.command';
import { addMailHold, addMailRelease } from './commands/mail-hold.command';
import { addMailNext } from './commands/mail-next.command';
import { addMailPreview } from './commands/mail-preview.command';
import { addMailReports } from './commands/mail-reports.command';
import { addMigrate } from './commands/migrate.command';
import { addPersonErase } from './commands/person-erase.command';
import { addPlanActivate } from './commands/plan-activate.command';
import { addPlanCheck } from './commands/plan-check.command';
import { addPlanComplete } from './commands/plan-complete.command';
import { addRecordsDispose } from './commands/records-dispose.command';
import { addRestore } from './commands/restore.command';
import { addSimulate } from './commands/simulate.command';
import { addStart } from './commands/start.command';
import { addTasks } from './commands/tasks.command';
import { addWorkflowsMigrate } from './commands/workflows-migrate.command';
import { installedVersion } from './composition/installation';

/** The whole command line. Nothing is read or started before a command runs. */
export function createProgram(): Command {
  const program = new Command('vuosikello')
    .description('The statutory year clock of Finnish wellbeing services counties')
    .version(installedVersion())
    // What follows a command is that command's own: `diagram NAME --version 1`.
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('(vuosikello help shows the commands)');
  addDemo(program);
  addStart(program);
  addMigrate(program);
  addDoctor(program);
  addBackup(program);
  addRestore(program);
  const imports = program.command('import').description('take data in');
  addImportOrganisations(imports);
  addImportHistory(imports);
  addImportMunicipalities(imports);
  const exports = program.command('export').description('give data out');
  addExportOrganisations(exports);
  addExportPlan(exports);
  const plan = program.command('plan').description('the plan of a year');
  addPlanCheck(plan);
  addPlanComplete(plan);
  addPlanActivate(plan);
  addSimulate(program);
  const keys = program.command('keys').description('API keys, and the key that the log is signed with');
  addKeysCreate(keys);
  addKeysList(keys);
  addKeysRevoke(keys);
  addKeysLog(keys);
  const calendar = program.command('calendar').description('calendars to subscribe to');
  addCalendarCreate(calendar);
  addCalendarList(calendar);
  addCalendarRevoke(calendar);
  const links = program.command('links').description('standing links to all that is asked of an organisation');
  addLinksCreate(links);
  addLinksList(links);
  addLinksRevoke(links);
  addWorkflowsMigrate(program.command('workflows').description('running workflows'));
  addDuties(program);
  addDossier(program);
  addRecordsDispose(program.command('records').description('official documents and how long they are kept'));
  addLadders(program);
  const mail = program
    .command('mail')
    .description('mails before they are sent, stopping them, and reports of what became of them');
  addMailNext(mail);
  addMailPreview(mail);
  addMailHold(mail);
  addMailRelease(mail);
  addTasks(program);
  addMailReports(mail);
  addPersonErase(program.command('person').description('people whose data are kept'));
  const log = program.command('log').description('the event log');
  addLogVerify(log);
  addLogExport(log);
  addLogReplay(log);
  addLogRestored(log);
  addLogWitness(log);
  addDeadline(program);
  addDiagram(program);
  return program;
}
