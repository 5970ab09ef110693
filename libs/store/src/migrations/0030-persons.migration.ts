import {
  blotJson,
  blotOut,
  erasableColumns,
  firstFreeTexts,
  keepFromErased,
  leavesOf,
  refuseErased,
  replaceTexts,
} from './erasure-functions.sql';
import { accessLogTable, noteAccess, purgeAccessLog } from './access-log.sql';
import { appendOnlyFunction, guarded, headForwardFunction } from './append-only.sql';
import { auditorRights } from './auditor.sql';
import { countyPolicy } from './county-policy';
import { definerFunctions, executable } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * What is append-only is so by construction; personal data can be taken out of it by functions that nobody else's rights come near; and
 * who reads it is noted.
 */
export const personsMigration = sqlMigration('0030-persons', [
  appendOnlyFunction,
  headForwardFunction,
  ...guarded('event', 'append_only', ['body', 'note', 'salt', 'salts_left']),
  ...guarded('command', 'append_only', ['request_hash']),
  ...guarded('plan_revision', 'append_only', ['plan', 'reason']),
  ...guarded('ladder_change', 'append_only', ['reason', 'request_hash']),
  ...guarded('log_leaf'),
  ...guarded('log_node'),
  ...guarded('log_checkpoint'),
  ...guarded('log_cosignature'),
  ...guarded('log_epoch'),
  ...guarded('disposal'),
  ...guarded('log_head', 'head_forward'),
  `drop function vuosikello.refuse_change()`,
  `drop function vuosikello.refuse_plan_change()`,
  `drop function vuosikello.refuse_ladder_change()`,

  // Whose data were erased: the id alone, so that nobody comes back under it and no mail leaves to it.
  `create table vuosikello.erased_person (
     county text not null, id text not null, at timestamptz not null default vuosikello.business_now(), reason text,
     primary key (county, id)
   )`,
  ...countyPolicy('erased_person'),
  `grant select, insert (county, id, reason) on vuosikello.erased_person to vuosikello_app`,
  ...guarded('erased_person'),
  keepFromErased,
  `create trigger keep_from_erased before update of state on vuosikello.notification for each row
     when (new.state = 'sending' and new.contact is not null) execute function vuosikello.keep_from_erased()`,
  `create trigger keep_from_erased before update of state on vuosikello.digest for each row
     when (new.state = 'sending' and new.contact is not null) execute function vuosikello.keep_from_erased()`,
  refuseErased,
  `create trigger refuse_erased before insert on vuosikello.contact for each row execute function vuosikello.refuse_erased()`,
  `create trigger refuse_erased before insert on vuosikello.colleague for each row execute function vuosikello.refuse_erased()`,

  ...accessLogTable,
  ...guarded('access_log', 'append_only', ['*delete*']),
  noteAccess,
  purgeAccessLog,
  executable(['note_access'], 'vuosikello_app'),

  leavesOf,
  replaceTexts,
  blotJson,
  blotOut(firstFreeTexts),
  `grant select (command_id) on vuosikello.command to vuosikello_disposal`,
  ...Object.entries(firstFreeTexts).map(([table, columns]) => {
    const key = table.endsWith('_content') ? ', id' : '';
    return `grant select (county${key}, ${columns.join(', ')}), update (${erasableColumns(table).join(', ')}) on vuosikello.${table} to vuosikello_disposal`;
  }),
  executable(['append_only', 'head_forward', 'keep_from_erased', 'refuse_erased'], 'vuosikello_app'),
  executable(['leaves_of', 'blot_json'], 'vuosikello_disposal'),
  ...definerFunctions(['replace_texts', 'blot_out'], 'vuosikello_app', 'vuosikello_disposal'),
  ...definerFunctions(['purge_access_log'], 'vuosikello_engine', 'vuosikello_disposal'),

  ...auditorRights,
]);
