/**
 * For tables to which rows are only added. The arguments of the trigger name the columns whose texts `vuosikello_disposal` may replace, or
 * `*delete*` where it may remove rows: nobody but the functions that it owns acts as that role.
 */
export const appendOnlyFunction = `
create function vuosikello.append_only() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_open text[] := coalesce(tg_argv::text[], '{}');
begin
  if current_user = 'vuosikello_disposal' then
    if tg_op = 'UPDATE' and to_jsonb(new) - v_open = to_jsonb(old) - v_open then return new; end if;
    if tg_op = 'DELETE' and '*delete*' = any (v_open) then return old; end if;
  end if;
  raise exception 'The table % is append-only: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$`;

/** How far a log has grown is never taken back. After a restore the same size gets another place in the order of commits. */
export const headForwardFunction = `
create function vuosikello.head_forward() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.county = old.county
    and (new.size > old.size or new.size = old.size and new.frontier = old.frontier) then return new; end if;
  raise exception 'The head of a log only moves forward: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$`;

/** Puts a table under such a function: for every row and for truncate, also where somebody sets session_replication_role. */
export function guarded(table: string, name = 'append_only', open: readonly string[] = []): string[] {
  const given = open.map((column) => `'${column}'`).join(', ');
  return [
    `drop trigger if exists append_only on vuosikello.${table}`,
    `drop trigger if exists append_only_all on vuosikello.${table}`,
    `create trigger append_only before update or delete on vuosikello.${table}
       for each row execute function vuosikello.${name}(${given})`,
    `create trigger append_only_all before truncate on vuosikello.${table}
       for each statement execute function vuosikello.${name}()`,
    `alter table vuosikello.${table} enable always trigger append_only`,
    `alter table vuosikello.${table} enable always trigger append_only_all`,
  ];
}
