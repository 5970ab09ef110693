import { countyPolicy } from './county-policy';
import { executable } from './function-rights';
import { planOnce } from './plan-once';
import { sqlMigration } from './sql-migration';

/**
 * The county's ladders as they stand. Until the end of the transaction nobody changes them: what is started with them is in the
 * database before the running workflows are looked for that have to be told of a change.
 */
const laddersInForce = `
create function vuosikello.ladders_in_force(p_county text) returns table (revision integer, own text)
language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  perform pg_advisory_xact_lock_shared(hashtext('ladders ' || p_county));
  return query
    select max(n.revision), json_object_agg(n.ladder, n.rungs) filter (where n.rungs is not null) #>> '{}'
    from (
      select distinct on (c.ladder) c.ladder, c.revision, c.rungs from vuosikello.ladder_change c
        where c.county = p_county order by c.ladder, c.revision desc) n
    having count(*) > 0;
end $$`;

/** Raises serialization_failure where the ladders are no longer those of the revision: what was decided by them is decided again. */
const sameLadders = `
create function vuosikello.same_ladders(p_county text, p_revision integer) returns void
language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  perform pg_advisory_xact_lock_shared(hashtext('ladders ' || p_county));
  if p_revision <> (select coalesce(max(c.revision), 0) from vuosikello.ladder_change c where c.county = p_county) then
    raise exception 'The ladders were changed meanwhile' using errcode = 'serialization_failure';
  end if;
end $$`;

/**
 * Each change of a county's reminder ladders, for ever: which one counts is the newest of a kind of deadline, and one without rungs goes
 * back to the product's default. Revisions are counted through the county: a workflow knows by one number which ladders it has.
 */
export const laddersMigration = sqlMigration('0024-ladders', [
  `create table vuosikello.ladder_change (
     county text not null, revision integer not null check (revision > 0),
     ladder text not null, rungs json, reason text not null check (reason <> ''),
     changed_at timestamptz not null, changed_by text not null, command_id text not null, request_hash text not null,
     primary key (county, revision), unique (county, command_id)
   )`,
  ...countyPolicy('ladder_change'),
  `create function vuosikello.refuse_ladder_change() returns trigger language plpgsql as $$
   begin
     raise exception 'The changes of ladders are append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger append_only before update or delete on vuosikello.ladder_change
     for each row execute function vuosikello.refuse_ladder_change()`,
  `create trigger append_only_all before truncate on vuosikello.ladder_change
     for each statement execute function vuosikello.refuse_ladder_change()`,
  `alter table vuosikello.ladder_change enable always trigger append_only`,
  `alter table vuosikello.ladder_change enable always trigger append_only_all`,
  `revoke execute on function vuosikello.refuse_ladder_change() from public`,
  `grant select, insert on vuosikello.ladder_change to vuosikello_app`,
  laddersInForce,
  sameLadders,
  executable(['ladders_in_force', 'same_ladders'], 'vuosikello_app'),
]);
