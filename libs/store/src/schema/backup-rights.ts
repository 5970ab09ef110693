import type { Client } from 'pg';

/**
 * Lets `vuosikello_backup` read every table and sequence there is, of all counties, and write none. Nobody logs in as it: the owner acts as
 * it while it takes a backup, since the row-level security is forced on the owner too.
 */
export async function admitBackups(owner: Client): Promise<void> {
  await owner.query(`
    do $$
    declare t record;
    begin
      perform set_config('vuosikello.migrating', 'on', true);
      if not has_schema_privilege('vuosikello_backup', 'vuosikello', 'usage') then
        grant usage on schema vuosikello to vuosikello_backup;
      end if;
      for t in select c.oid, c.relname, c.relkind, c.relrowsecurity from pg_class c
        where c.relnamespace = 'vuosikello'::regnamespace and c.relkind in ('r', 'S') order by c.relname
      loop
        -- What is there already is not touched: the tables are in use.
        if not has_table_privilege('vuosikello_backup', t.oid, 'select') then
          execute format('grant select on %s vuosikello.%I to vuosikello_backup',
            case t.relkind when 'S' then 'sequence' else '' end, t.relname);
        end if;
        if t.relrowsecurity and not exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'backup_reads') then
          execute format('create policy backup_reads on vuosikello.%I for select to vuosikello_backup using (true)', t.relname);
        end if;
      end loop;
    end $$`);
}
