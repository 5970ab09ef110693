import { planOnce } from './plan-once';

const definer = `security definer set search_path = pg_catalog, pg_temp`;
/** As for claims: in order, by the index, although the table may still be small when the plan is made. */
const byIndexOnly = `set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off`;

/**
 * The counties that have events which are not in their log yet. "ready": the next one can be given its position, because every
 * transaction that might still commit before it has ended. Otherwise a transaction, of whomever, holds it up.
 */
export const logBehind = `
create function vuosikello.log_behind() returns table (county text, size bigint, ready boolean)
language plpgsql ${definer} ${byIndexOnly} as $$
#variable_conflict use_column
declare
  v_county text := '';
  v_epoch integer;
  v_xid xid8;
  v_ord bigint;
  v_size bigint;
  v_ready boolean;
begin
  loop
    select e.county into v_county from vuosikello.event e where e.county > v_county order by e.county limit 1;
    exit when v_county is null;
    select h.epoch, h.xid, h.ord, h.size into v_epoch, v_xid, v_ord, v_size
      from vuosikello.log_head h where h.county = v_county;
    select (e.epoch, e.xid) < (vuosikello.current_epoch(), pg_snapshot_xmin(pg_current_snapshot())) into v_ready
      from vuosikello.event e
      where e.county = v_county and (e.epoch, e.xid, e.ord) > (coalesce(v_epoch, 0), coalesce(v_xid, '0'::xid8), coalesce(v_ord, 0))
      order by e.epoch, e.xid, e.ord limit 1;
    if v_ready is not null then
      county := v_county; size := coalesce(v_size, 0); ready := v_ready;
      return next;
    end if;
  end loop;
end $$`;

/**
 * The next events of a county in the order of commits, of which none can come before them any more: whatever lies below the oldest
 * transaction that still runs has ended, and later ones get greater ids.
 */
export const logPending = `
create function vuosikello.log_pending(p_county text, p_epoch integer, p_xid xid8, p_ord bigint, p_limit integer)
returns setof vuosikello.event language plpgsql ${byIndexOnly} as $$
begin
  return query
    select e.* from vuosikello.event e
    where e.county = p_county and (e.epoch, e.xid, e.ord) > (p_epoch, p_xid, p_ord)
      and (e.epoch, e.xid) < (vuosikello.current_epoch(), pg_snapshot_xmin(pg_current_snapshot()))
    order by e.epoch, e.xid, e.ord limit p_limit;
end $$`;

/** The checkpoint that was signed last, of as many as there are. */
export const lastCheckpoint = `
create function vuosikello.last_checkpoint(p_county text) returns setof vuosikello.log_checkpoint language plpgsql ${byIndexOnly} as $$
begin
  return query select c.* from vuosikello.log_checkpoint c where c.county = p_county order by c.ord desc limit 1;
end $$`;

/** How far every county's log has grown. */
export const logSizes = `
create function vuosikello.log_sizes() returns table (county text, size bigint) language sql stable ${definer} as $$
  select h.county, h.size from vuosikello.log_head h order by h.county
$$`;

/**
 * Gives events their positions: those that follow the head as the caller has read it. False, and nothing has happened, where the head has
 * moved meanwhile. Hashes come as one string of bytes, 32 for each event or node.
 */
export const appendLog = `
create function vuosikello.append_log(
  p_county text, p_size bigint, p_epoch integer, p_xid xid8, p_ord bigint,
  l_stream text[], l_seq integer[], l_content bytea, l_leaf bytea,
  n_level integer[], n_index bigint[], n_hash bytea,
  p_frontier bytea, p_next_epoch integer, p_next_xid xid8, p_next_ord bigint
) returns boolean language plpgsql ${planOnce} as $$
declare
  v_size bigint := p_size + cardinality(l_seq);
begin
  update vuosikello.log_head h
    set size = v_size, frontier = p_frontier, epoch = p_next_epoch, xid = p_next_xid, ord = p_next_ord
    where h.county = p_county and h.size = p_size and h.epoch = p_epoch and h.xid = p_xid and h.ord = p_ord;
  if not found then
    if p_size > 0 then return false; end if;
    insert into vuosikello.log_head (county, size, frontier, epoch, xid, ord)
      values (p_county, v_size, p_frontier, p_next_epoch, p_next_xid, p_next_ord) on conflict do nothing;
    if not found then return false; end if;
  end if;
  insert into vuosikello.log_leaf (county, position, stream, seq, content_hash, leaf_hash)
    select p_county, p_size + l.n - 1, l.stream, l.seq,
      substr(l_content, (l.n::integer - 1) * 32 + 1, 32), substr(l_leaf, (l.n::integer - 1) * 32 + 1, 32)
    from unnest(l_stream, l_seq) with ordinality as l (stream, seq, n);
  insert into vuosikello.log_node (county, level, index, hash)
    select p_county, t.level, t.index, substr(n_hash, (t.n::integer - 1) * 32 + 1, 32)
    from unnest(n_level, n_index) with ordinality as t (level, index, n);
  return true;
end $$`;

/**
 * Begins a new epoch where the database has come into another cluster, whose transaction ids may be smaller than those that events
 * carry. For the owner. Writers in hand end first, and later ones write in the new epoch.
 */
export const keepLogEpoch = `
create function vuosikello.keep_log_epoch() returns integer language plpgsql as $$
declare
  v_here text := (select c.system_identifier::text from pg_control_system() c);
  v_epoch integer;
  v_cluster text;
begin
  select l.epoch, l.cluster into v_epoch, v_cluster from vuosikello.log_epoch l order by l.epoch desc limit 1;
  if v_cluster is distinct from v_here then
    lock table vuosikello.event in share row exclusive mode;
    v_epoch := v_epoch + 1;
    insert into vuosikello.log_epoch (epoch, cluster) values (v_epoch, v_here);
    -- As migrations do: the guard against changes of the schema was restored too.
    perform set_config('vuosikello.migrating', 'on', true);
    execute format(
      'create or replace function vuosikello.current_epoch() returns integer language sql stable as %L', 'select ' || v_epoch);
  end if;
  return v_epoch;
end $$`;
