import { countyPolicy } from './county-policy';
import { sqlMigration } from './sql-migration';

/**
 * The plans in force, each revision for ever: which one counts is the newest. `year_plan` becomes what is still being written:
 * a draft, and the version that tells one reader from another that something was changed meanwhile; its row is also the lock
 * under which a year changes.
 */
export const planRevisionsMigration = sqlMigration('0010-plan-revisions', [
  `create table vuosikello.plan_revision (
     county text not null, year integer not null, revision integer not null check (revision > 0),
     plan json not null, activated_at timestamptz not null, activated_by text not null, reason text,
     primary key (county, year, revision)
   )`,
  // The owner, too, sees one county at a time: not while the plans of all of them are carried over.
  `alter table vuosikello.year_plan no force row level security`,
  `insert into vuosikello.plan_revision (county, year, revision, plan, activated_at, activated_by)
     select county, year, 1, plan, activated_at, activated_by from vuosikello.year_plan`,
  `alter table vuosikello.year_plan force row level security`,
  ...countyPolicy('plan_revision'),
  `alter table vuosikello.year_plan
     drop column plan, drop column activated_at, drop column activated_by,
     add column version integer not null default 1,
     add column draft json, add column saved_at timestamptz, add column saved_by text`,

  `create function vuosikello.refuse_plan_change() returns trigger language plpgsql as $$
   begin
     raise exception 'The revisions of a plan are append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger append_only before update or delete on vuosikello.plan_revision
     for each row execute function vuosikello.refuse_plan_change()`,
  `create trigger append_only_all before truncate on vuosikello.plan_revision
     for each statement execute function vuosikello.refuse_plan_change()`,
  `alter table vuosikello.plan_revision enable always trigger append_only`,
  `alter table vuosikello.plan_revision enable always trigger append_only_all`,
  `revoke execute on function vuosikello.refuse_plan_change() from public`,
  `grant select, insert on vuosikello.plan_revision to vuosikello_app`,
]);
