import { executable } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * Claimed work says which definition its workflow has, so that older software can leave it to newer. The columns of before stay as
 * they were: a program of before goes on beside this one.
 */
export const claimedDefinitionsMigration = sqlMigration('0017-claimed-definitions', [
  `drop function vuosikello.claim_work(bigint[], integer, integer)`,
  `create function vuosikello.claim_work(p_ids bigint[], p_limit integer, p_lease_ms integer)
   returns table (id text, county text, kind text, fence integer, attempts integer, instance text, payload text, due_at text,
     definition text, definition_version integer)
   language plpgsql as $$
   #variable_conflict use_column
   declare
     v_ids bigint[];
     v_county text;
   begin
     for v_county, v_ids in
       select l.county, array_agg(l.id) from vuosikello.lease_work(p_ids, p_limit, p_lease_ms) l group by l.county
     loop
       perform set_config('app.county', v_county, true);
       return query
         select w.id::text, w.county, w.kind, w.fence, w.attempts, w.instance, w.payload, vuosikello.instant(w.due_at),
           f.definition, f.definition_version
         from unnest(v_ids) as i (id)
         cross join lateral (select * from vuosikello.work_item w where w.id = i.id offset 0) w
         left join lateral (
           select f.definition, f.definition_version from vuosikello.workflow f
           where f.county = w.county and f.id = w.instance offset 0) f on true;
     end loop;
   end $$`,
  executable(['claim_work'], 'vuosikello_engine'),
]);
