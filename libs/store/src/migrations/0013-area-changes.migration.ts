import { sqlMigration } from './sql-migration';

/** Mergers and transfers of the register become due work, which stands under its county's code and not under one workflow. */
export const areaChangesMigration = sqlMigration('0013-area-changes', [
  `alter table vuosikello.work_item drop constraint work_item_kind_check`,
  `alter table vuosikello.work_item add constraint work_item_kind_check
     check (kind in ('timer', 'command', 'mail', 'change'))`,
  // There are few of them among very many others, and each import looks at its county's.
  `create index work_item_change on vuosikello.work_item (county) where kind = 'change'`,
]);
