import type { Statement } from '../connection/database';

/**
 * The first stored event that should have a position and has none: the log has gone on without it, or it was written more than a minute
 * of business time ago, which is many times what giving it one takes.
 */
export const firstUnplaced: Statement = {
  text: `select u.stream, u.seq, vuosikello.instant(u.at) as at, u.why
         from (
           select e.stream, e.seq, e.at, e.epoch, e.xid, e.ord,
             case when (e.epoch, e.xid, e.ord) <= (h.epoch, h.xid, h.ord) then 'passed-over' else 'waiting' end as why
           from vuosikello.event e
           left join vuosikello.log_head h on h.county = e.county
           where e.county = $1 and not exists (
             select from vuosikello.log_leaf l where l.county = e.county and l.stream = e.stream and l.seq = e.seq)
         ) u
         where u.why = 'passed-over' or u.at < vuosikello.business_now() - interval '1 minute'
         order by u.epoch, u.xid, u.ord limit 1`,
};
