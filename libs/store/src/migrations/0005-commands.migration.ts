import { applyUnits, endDeadline } from './apply-units.sql';
import { executable } from './function-rights';
import { loadWorkflows, lockWorkflows, readEvents } from './load-workflows.sql';
import { sqlMigration } from './sql-migration';

/**
 * The functions of the hot path: what a decision needs in one call, and what follows from it in another. They run with
 * the caller's rights, so that the county's policy holds in them as everywhere.
 */
export const commandsMigration = sqlMigration('0005-commands', [
  loadWorkflows,
  lockWorkflows,
  endDeadline,
  applyUnits,
  readEvents,
  executable(['load_workflows', 'lock_workflows', 'end_deadline', 'apply_units', 'read_events'], 'vuosikello_app'),
]);
