import type { Client } from 'pg';

/**
 * What keeps the tables of the log from being altered outside migrations: `refused` by the database itself, which takes a migrating login
 * that is a superuser; otherwise `ownership` alone: only the owner can, and neither application, engine nor auditors are the owner.
 */
export type DdlGuard = 'refused' | 'ownership';

const ours = `schema_name = 'vuosikello' or object_identity like '% on vuosikello.%'`;

const functionFor = (name: string, objects: string) => `
  create or replace function vuosikello.${name}() returns event_trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    if current_setting('vuosikello.migrating', true) is distinct from 'on' and exists (select from ${objects} where ${ours}) then
      raise exception 'The tables of vuosikello are altered by "vuosikello migrate" alone: % is refused', tg_tag
        using errcode = 'insufficient_privilege';
    end if;
  end $$`;

/** Refuses DDL on everything in the schema, where the login may see to that. */
export async function guardDdl(owner: Client): Promise<DdlGuard> {
  const { rows } = await owner.query<{ isSuper: boolean; present: boolean }>(
    `select (select rolsuper from pg_roles where rolname = current_user) as "isSuper",
       exists (select from pg_event_trigger where evtname = 'vuosikello_ddl' and evtenabled in ('O', 'A')) as present`,
  );
  if (rows[0]?.present) return 'refused';
  if (!rows[0]?.isSuper) return 'ownership';
  await owner.query(functionFor('refuse_ddl', 'pg_event_trigger_ddl_commands()'));
  await owner.query(functionFor('refuse_drop', 'pg_event_trigger_dropped_objects()'));
  await owner.query('revoke execute on function vuosikello.refuse_ddl(), vuosikello.refuse_drop() from public');
  for (const [trigger, event, name] of [
    ['vuosikello_drop', 'sql_drop', 'refuse_drop'],
    ['vuosikello_ddl', 'ddl_command_end', 'refuse_ddl'],
  ]) {
    await owner.query(`drop event trigger if exists ${trigger}`);
    await owner.query(`create event trigger ${trigger} on ${event} execute function vuosikello.${name}()`);
    await owner.query(`alter event trigger ${trigger} enable always`);
  }
  return 'refused';
}
