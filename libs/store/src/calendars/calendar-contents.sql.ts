import type { Statement } from '../connection/database';

/**
 * Workflows that run or have ended since a day, each with the time of its last event, and with the last event of each of its
 * deadlines: what was set, passed, paused or ended when. The log says so; a workflow itself keeps only how a deadline stands.
 */
export const calendarWorkflows: Statement = {
  text: `select w.snapshot, vuosikello.instant(last.at) as at,
           coalesce((
             select json_object_agg(d.name, json_build_object('sequence', d.seq, 'at', vuosikello.instant(d.at)))
             from (
               select distinct on (name) name, e.seq, e.at
               from vuosikello.event e
               cross join lateral (
                 select coalesce(e.body::json ->> 'name', e.body::json ->> 'deadline') as name offset 0) named
               where e.county = w.county and e.stream = w.id
                 and e.type in ('DeadlineSet', 'DeadlinePassed', 'DeadlinePaused', 'DeadlineContinued', 'DeadlineEnded')
               order by name, e.seq desc) d), '{}') as deadlines
         from vuosikello.workflow w
         cross join lateral (
           select e.at from vuosikello.event e
           where e.county = w.county and e.stream = w.id and e.seq = w.version offset 0) last
         where w.county = $1 and (w.status = 'open' or w.ended_on >= $2)
           and ($3::text is null or w.organisations @> array[$3])
         order by w.id`,
};

/** The plans that may have meetings since a day; a plan's last dates lie in the year after its own. */
export const calendarPlans: Statement = {
  text: `select distinct on (year) plan, revision, vuosikello.instant(activated_at) as "activatedAt" from vuosikello.plan_revision
         where county = $1 and year >= extract(year from $2::date) - 1 order by year, revision desc`,
};
