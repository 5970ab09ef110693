import type { Statement } from '../connection/database';

/**
 * The first event of which a text has been erased although no event says so: of a workflow, a later one of its own; of any other stream,
 * one of the county's. "salts_left" has a hash in the place of a salt for what was erased.
 */
export const firstUnexplained: Statement = {
  text: `select e.stream, e.seq, l.position::float8 as position
         from vuosikello.event e
         left join vuosikello.log_leaf l on l.county = e.county and l.stream = e.stream and l.seq = e.seq
         where e.county = $1 and e.salts_left like '%"hash":%' and not exists (
           select from vuosikello.event t
           where t.county = e.county and t.kind = 'fact' and (
             t.stream = e.stream and t.seq > e.seq and t.type = $2
             or t.stream = $3 and t.type = 'PersonErased' and not exists (
               select from vuosikello.workflow w where w.county = e.county and w.id = e.stream)))
         order by l.position nulls last limit 1`,
};
