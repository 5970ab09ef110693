const definer = `security definer set search_path = pg_catalog, pg_temp`;

/** Each removes so many rows at most, of all counties, and says how many: with fewer than that nothing old is left. */
const dropSome = (name: string, table: string, keys: string, old: string) => `
create function vuosikello.${name}(p_limit integer) returns integer language sql ${definer} as $$
  with gone as (
    delete from vuosikello.${table} where (${keys}) in (select ${keys} from vuosikello.${table} where ${old} limit p_limit)
    returning 1)
  select count(*)::integer from gone
$$`;

const before = (column: string, days: number) => `${column} < vuosikello.business_now() - interval '${days} days'`;

export const dropSomeDrafts = dropSome('drop_some_drafts', 'answer_draft', 'county, workflow', before('saved_at', 90));
export const dropSomeColleagues = dropSome('drop_some_colleagues', 'colleague', 'county, id', before('added_at', 400));
export const dropSomeAnswers = dropSome('drop_some_answers', 'kept_answer', 'county, id', before('begun_at', 30));
export const dropSomeDeliveries = dropSome(
  'drop_some_deliveries',
  'webhook_delivery',
  'county, webhook, id',
  `state <> 'waiting' and ended_at < vuosikello.business_now() - case state when 'dead' then interval '100 days' else interval '30 days' end`,
);

/** Nobody can have the access log purged of what is younger than a year. */
export const purgeSomeAccesses = `
create function vuosikello.purge_some_accesses(p_days integer, p_limit integer) returns integer
language plpgsql ${definer} as $$
declare v_count integer;
begin
  if p_days < 365 then
    raise exception 'The access log is kept for 365 days at least' using errcode = 'check_violation';
  end if;
  delete from vuosikello.access_log where id in (
    select a.id from vuosikello.access_log a where a.at < vuosikello.business_now() - make_interval(days => p_days) limit p_limit);
  get diagnostics v_count = row_count;
  return v_count;
end $$`;
