import { countyPolicy } from './county-policy';

/** Nobody can have the access log purged of what is younger than this. */
const leastDays = 365;

/** Who read or exported what: a table of its own, which the application only adds to. */
export const accessLogTable = [
  `create table vuosikello.access_log (
     id bigint generated always as identity primary key,
     county text not null, at timestamptz not null default vuosikello.business_now(),
     actor text not null, role text not null, what text not null, subject text, how text not null, filter text,
     outcome text not null check (outcome in ('given', 'refused'))
   )`,
  `create index access_log_county on vuosikello.access_log (county, id)`,
  `create index access_log_subject on vuosikello.access_log (county, subject, id) where subject is not null`,
  `create index access_log_actor on vuosikello.access_log (county, actor, id)`,
  `create index access_log_at on vuosikello.access_log (at)`,
  ...countyPolicy('access_log'),
  `create policy across_counties on vuosikello.access_log to vuosikello_disposal using (true)`,
  `grant select, insert (county, actor, role, what, subject, how, filter, outcome) on vuosikello.access_log to vuosikello_app`,
  `grant select (id, at), delete on vuosikello.access_log to vuosikello_disposal`,
];

/** Many notes of one or several counties, in one call; the disk is not waited for. */
export const noteAccess = `
create function vuosikello.note_access(p_notes json) returns void language plpgsql as $$
declare v_county text;
begin
  perform set_config('synchronous_commit', 'off', true);
  for v_county in select distinct n ->> 'county' from json_array_elements(p_notes) n loop
    perform set_config('app.county', v_county, true);
    insert into vuosikello.access_log (county, actor, role, what, subject, how, filter, outcome)
      select v_county, n.actor, n.role, n.what, n.subject, n.how, n.filter, n.outcome
      from json_to_recordset(p_notes)
        as n (county text, actor text, role text, what text, subject text, how text, filter text, outcome text)
      where n.county = v_county;
  end loop;
end $$`;

export const purgeAccessLog = `
create function vuosikello.purge_access_log(p_days integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_count integer;
begin
  if p_days < ${leastDays} then
    raise exception 'The access log is kept for ${leastDays} days at least' using errcode = 'check_violation';
  end if;
  delete from vuosikello.access_log a where a.at < vuosikello.business_now() - make_interval(days => p_days);
  get diagnostics v_count = row_count;
  return v_count;
end $$`;
