import { planOnce } from './plan-once';

/**
 * For functions that do for many rows in one statement what would be a statement for each. Counties come one after another, each row is
 * read and written inside its own. A row is found once, by its key and in a subquery of its own ("offset 0"), and written by where it
 * lies ("ctid"), which its lock keeps so: left to itself, the planner goes through all rows of the county as long as the table is new.
 */
export const together = `${planOnce} set enable_seqscan = off`;

/** Of the claims shown the works that are still held, which are kept so until the end of the transaction. */
export const heldWorks = `
    v_held := array(
      select k.id
      from (select i.work, i.fence from unnest(p_counties, p_works, p_fences) i (county, work, fence)
            where i.county = v_county order by i.work) i
      cross join lateral (
        select k.id from vuosikello.work_item k
        where k.id = i.work and k.fence = i.fence and k.state is not distinct from 'leased' for no key update) k);`;

/** Notifications with their contents, in no order. */
export const readNotifications = `
create or replace function vuosikello.read_notifications(p_counties text[], p_ids text[])
returns table (notification vuosikello.notification, content vuosikello.notification_content)
language plpgsql ${together} as $$
declare v_county text;
begin
  for v_county in select distinct c from unnest(p_counties) c loop
    perform set_config('app.county', v_county, true);
    return query
      select n, c from unnest(p_counties, p_ids) i (county, id)
      cross join lateral (select n from vuosikello.notification n where n.county = v_county and n.id = i.id offset 0) n (n)
      left join lateral (
        select c from vuosikello.notification_content c where c.county = v_county and c.id = i.id offset 0) c (c) on true
      where i.county = v_county;
  end loop;
end $$`;

/** The links of mails that are about to be sent: the commit with which that is recorded takes them to the disk. */
export const issueLinks = `
create or replace function vuosikello.issue_links(
  p_counties text[], p_hashes bytea[], p_workflows text[], p_notifications text[], p_contacts text[], p_expire_at timestamptz[])
returns void language plpgsql ${planOnce} as $$
declare v_county text;
begin
  perform set_config('synchronous_commit', 'off', true);
  for v_county in select distinct c from unnest(p_counties) c loop
    perform set_config('app.county', v_county, true);
    insert into vuosikello.response_link (county, token_hash, workflow, notification, contact, issued_at, expires_at)
      select i.county, i.hash, i.workflow, i.notification, i.contact, vuosikello.business_now(), i.expires_at
      from unnest(p_counties, p_hashes, p_workflows, p_notifications, p_contacts, p_expire_at)
        i (county, hash, workflow, notification, contact, expires_at)
      where i.county = v_county;
  end loop;
end $$`;

/**
 * How the sending of notifications of one county ended, alone or in digests; their rows are held. A mail whose deadline ended meanwhile,
 * or that was repeated already, is not tried again. Gives those that were being sent, and whether each is to be tried again.
 */
export const settleNotifications = `
create function vuosikello.settle_notifications(
  p_county text, p_ids text[], p_states text[], p_replies text[], p_may_retry boolean[], p_types text[], p_bodies text[],
  p_command_ids text[]) returns table (id text, again boolean)
language plpgsql ${together} as $$
#variable_conflict use_column
begin
  return query
    with item as (
      select i.*, m.at, m.again, i.state = 'deferred' and not m.again as dropped
      from unnest(p_ids, p_states, p_replies, p_may_retry, p_types, p_bodies, p_command_ids)
        i (id, state, reply, may_retry, type, body, command_id)
      cross join lateral (
        select m.ctid as at,
          i.may_retry and not m.unwanted and (i.state = 'deferred' or i.state = 'unknown' and m.repeats = 0) as again
        from vuosikello.notification m
        where m.county = p_county and m.id = i.id
          and not (m.state in ('accepted', 'rejected', 'unknown', 'suppressed')
                   or m.state in ('queued', 'deferred') and i.state in ('accepted', 'unknown'))
        offset 0) m),
    settled as (
      update vuosikello.notification m
        set state = case when i.dropped then 'suppressed' else i.state end, version = m.version + case when i.dropped then 2 else 1 end,
            sent_at = case i.state when 'accepted' then vuosikello.business_now() else m.sent_at end
        from item i where m.ctid = i.at
        returning m.id, m.version),
    kept as (
      insert into vuosikello.notification_content as c (county, id, reply) select p_county, i.id, i.reply from item i
        on conflict (county, id) do update set reply = excluded.reply),
    told as (
      insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
        select p_county, i.id, s.version - e.before, 'fact', e.type, vuosikello.business_now(), 'clock', 'clock', i.command_id, e.body
        from item i join settled s on s.id = i.id
        cross join lateral (
          select i.dropped::integer as before, i.type, i.body
          union all select 0, 'NotificationSuppressed', '{"reason":"deadline-ended"}' where i.dropped) e
        order by i.id, e.before desc)
    select i.id, i.again from item i join settled s on s.id = i.id;
end $$`;

/** Mails that were sent alone have ended; what becomes of their works: done, or pending again until `p_retry_at`. */
export const settleMails = `
create function vuosikello.settle_mails(
  p_counties text[], p_works bigint[], p_fences integer[], p_notifications text[], p_states text[], p_replies text[],
  p_retry_at timestamptz[], p_types text[], p_bodies text[]) returns table (place bigint)
language plpgsql ${together} as $$
#variable_conflict use_column
declare
  v_county text;
  v_held bigint[];
begin
  for v_county in select distinct c from unnest(p_counties) c order by c loop
    perform set_config('app.county', v_county, true);
    perform from (select i.id from unnest(p_counties, p_notifications) i (county, id) where i.county = v_county order by i.id) i
      cross join lateral (select from vuosikello.notification m where m.county = v_county and m.id = i.id for no key update) m;
    ${heldWorks}
    return query
      with item as (
        select i.*, coalesce(i.retry_wanted_at,
          case i.state when 'deferred' then vuosikello.business_now() + interval '15 minutes' end) as retry_at
        from unnest(p_counties, p_works, p_fences, p_notifications, p_states, p_replies, p_retry_at, p_types, p_bodies)
          with ordinality i (county, work, fence, id, state, reply, retry_wanted_at, type, body, place)
        where i.county = v_county and i.work = any (v_held)),
      settled as (
        select s.id, s.again
        from (select array_agg(i.id) as ids, array_agg(i.state) as states, array_agg(i.reply) as replies,
                array_agg(i.retry_at is not null) as may_retry, array_agg(i.type) as types, array_agg(i.body) as bodies,
                array_agg(format('mail:%s/%s', i.work, i.fence)) as command_ids from item i) a
        cross join lateral vuosikello.settle_notifications(
          v_county, a.ids, a.states, a.replies, a.may_retry, a.types, a.bodies, a.command_ids) s),
      worked as (
        update vuosikello.work_item k
          set state = case when s.again then 'pending' else 'done' end, due_at = case when s.again then i.retry_at else k.due_at end,
              lease_until = null, bell_at = null, last_error = case when s.again then i.reply end
          from item i join settled s on s.id = i.id where k.id = i.work)
      select i.place from item i join settled s on s.id = i.id;
  end loop;
end $$`;
