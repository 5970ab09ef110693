import { toGo } from './digest-functions.sql';
import { awaitSwitch } from './mail-hold.sql';
import { heldWorks, together } from './sent-together.sql';

// Everything here locks in one order, county by county: the digests by their ids, then their notifications by their ids, then their work.
// So does whoever ends a deadline, as far as it goes: notifications, then work.

const lockDigests = (digests: string) => `
    perform from (${digests}) d
      cross join lateral (select from vuosikello.digest g where g.county = v_county and g.id = d.id for no key update) g;`;

const lockNotifications = (notifications: string) => `
    perform from (${notifications}) n
      cross join lateral (select from vuosikello.notification m where m.county = v_county and m.id = n.id for no key update) m;`;

/** What the digests `p_digests` carry, whether it is to go or not. */
const lockCarried = lockNotifications(`
      select n.id from unnest(p_counties, p_digests) i (county, digest)
      cross join lateral (select n.id from vuosikello.notification n where n.digest = i.digest offset 0) n
      where i.county = v_county order by n.id`);

/** Digests as they stand, in no order, each with the notifications that are to go with it, in the order of their ids. */
export const readDigests = `
create or replace function vuosikello.read_digests(p_counties text[], p_ids text[])
returns table (id text, county text, recipient text, send_on date, state text, attempts integer, repeats integer,
  made_at timestamptz, may_grow boolean, members text[])
language plpgsql ${together} as $$
#variable_conflict use_column
declare
  v_county text;
  v_may_grow boolean;
begin
  for v_county in select distinct c from unnest(p_counties) c loop
    perform set_config('app.county', v_county, true);
    -- Whether work of the county that is due and not done could owe a mail; a digest that waits for others owes none. Asked before
    -- what it carries is read: what joins in between is seen.
    v_may_grow := exists (
      select from vuosikello.work_item k
      where k.county = v_county and k.due_at <= vuosikello.business_now()
        and k.state in ('pending', 'leased') and k.kind <> 'digest');
    return query
      select g.id, g.county, g.recipient, g.send_on, g.state, g.attempts, g.repeats, g.made_at, v_may_grow,
        array(select m.id from ${toGo('g.id')} order by m.id)
      from unnest(p_counties, p_ids) i (county, id)
      cross join lateral (select * from vuosikello.digest g where g.county = v_county and g.id = i.id offset 0) g
      where i.county = v_county;
  end loop;
end $$`;

/**
 * Notifications join the mails that their readers get on a day, which are made with them where there are none. Their own works wait until
 * `p_again_at`, when they are looked at again if they have not left by then. Outcomes: joined; left (that mail has begun to leave); gone
 * (it is not to be sent any more); without a row, the claim is stale.
 */
export const gatherMails = `
create function vuosikello.gather_mails(
  p_counties text[], p_works bigint[], p_fences integer[], p_notifications text[], p_recipients text[], p_on date[],
  p_again_at timestamptz[]) returns table (place bigint, outcome text)
language plpgsql ${together} as $$
#variable_conflict use_column
declare
  v_county text;
  v_held bigint[];
begin
  for v_county in select distinct c from unnest(p_counties) c order by c loop
    perform set_config('app.county', v_county, true);
    -- Without a mail in it a digest is suppressed.
    insert into vuosikello.digest (county, recipient, send_on, state, made_at)
      select distinct v_county, i.recipient, i.send_on, 'suppressed', vuosikello.business_now()
      from unnest(p_counties, p_recipients, p_on) i (county, recipient, send_on) where i.county = v_county
      order by i.recipient, i.send_on
      on conflict (county, recipient, send_on) do nothing;
    ${lockDigests(`
      select distinct g.id from unnest(p_counties, p_recipients, p_on) i (county, recipient, send_on)
      cross join lateral (
        select g.id from vuosikello.digest g
        where g.county = v_county and g.recipient = i.recipient and g.send_on = i.send_on offset 0) g
      where i.county = v_county order by g.id`)}
    ${lockNotifications(
      'select i.id from unnest(p_counties, p_notifications) i (county, id) where i.county = v_county order by i.id',
    )}
    ${heldWorks}
    return query
      with item as (
        select i.place, i.work, i.again_at, n.at, n.digest as now_in, g.id as digest, g.at as digest_at, g.state as digest_state,
          case when n.state in ('queued', 'deferred') and not n.unwanted then
                 case when g.state in ('queued', 'deferred', 'suppressed') then 'joined' else 'left' end
               when n.digest is null or not (n.state in ('sending', 'unknown')) then 'gone'
               else 'leaving' end as fate
        from unnest(p_counties, p_works, p_notifications, p_recipients, p_on, p_again_at)
          with ordinality i (county, work, notification, recipient, send_on, again_at, place)
        cross join lateral (
          select g.ctid as at, g.id, g.state from vuosikello.digest g
          where g.county = v_county and g.recipient = i.recipient and g.send_on = i.send_on offset 0) g
        cross join lateral (
          select n.ctid as at, n.state, n.unwanted, n.digest from vuosikello.notification n
          where n.county = v_county and n.id = i.notification offset 0) n
        where i.county = v_county and i.work = any (v_held)),
      joined as (
        update vuosikello.notification n set digest = i.digest
          from item i where n.ctid = i.at and i.fate = 'joined' and i.now_in is distinct from i.digest),
      queued as (
        update vuosikello.digest g set state = 'queued', made_at = vuosikello.business_now()
          from (select distinct i.digest_at from item i where i.fate = 'joined' and i.digest_state = 'suppressed') i
          where g.ctid = i.digest_at
          returning g.id),
      works as (
        insert into vuosikello.work_item as k (county, instance, kind, due_at, dedupe_key, payload)
          select v_county, v_county, 'digest', vuosikello.business_now(), 'digest:' || q.id, json_build_object('digest', q.id)::text
          from queued q order by q.id
          on conflict (county, dedupe_key) do update
            set state = 'pending', due_at = excluded.due_at, lease_until = null, bell_at = null, last_error = null),
      put_off as (
        update vuosikello.work_item k
          set state = 'pending', due_at = i.again_at, lease_until = null, bell_at = null, last_error = null
          from item i where k.id = i.work and i.fate in ('joined', 'leaving'))
      select i.place, case i.fate when 'leaving' then 'joined' else i.fate end from item i;
  end loop;
end $$`;

/**
 * Digests are about to be sent, each with exactly the notifications shown (an array in its text form). Outcomes: begun; changed (others are in it
 * by now, or some had left before a restore, so that it has to be written anew); without a row, the claim is stale, it has been sent, its
 * reader has been erased, or the mail of the county is stopped.
 */
export const beginDigests = `
create function vuosikello.begin_digests(
  p_counties text[], p_works bigint[], p_fences integer[], p_digests text[], p_members text[], p_message_ids text[],
  p_contacts text[], p_languages text[], p_subjects text[], p_texts text[], p_htmls text[], p_bodies text[],
  p_sent_to text[]) returns table (place bigint, outcome text)
language plpgsql ${together} as $$
#variable_conflict use_column
declare
  v_county text;
  v_held bigint[];
  v_left bigint[];
begin
  ${awaitSwitch}
  for v_county in select distinct c from unnest(p_counties) c order by c loop
    perform set_config('app.county', v_county, true);
    ${lockDigests('select i.id from unnest(p_counties, p_digests) i (county, id) where i.county = v_county order by i.id')}
    -- Before the work is asked for: what is suppressed or paused meanwhile is seen to be so once its row is held.
    ${lockCarried}
    ${heldWorks}
    if vuosikello.put_off_held(v_county, v_held) then continue; end if;
    v_left := '{}';
    if exists (select from vuosikello.sent_before b where b.county = v_county) then
      v_left := array(
        select i.place from unnest(p_counties, p_works, p_fences, p_members) with ordinality i (county, work, fence, members, place)
        where i.county = v_county and i.work = any (v_held) and (
          select bool_or(vuosikello.count_as_sent(v_county, m, format('digest:%s/%s', i.work, i.fence))) from unnest(i.members::text[]) m));
    end if;
    return query
      with item as (
        select i.place, i.work, i.fence, i.digest, i.members::text[] as members, i.message_id, i.contact, i.language, i.body, g.at,
          array(select m.id from ${toGo('i.digest')}) as to_go
        from unnest(p_counties, p_works, p_fences, p_digests, p_members, p_message_ids, p_contacts, p_languages, p_bodies)
          with ordinality i (county, work, fence, digest, members, message_id, contact, language, body, place)
        cross join lateral (
          select g.ctid as at from vuosikello.digest g
          where g.county = v_county and g.id = i.digest
            and (g.state in ('queued', 'deferred') or g.state = 'unknown' and g.repeats = 0) offset 0) g
        where i.county = v_county and i.work = any (v_held) and not i.place = any (v_left)),
      taken as (
        update vuosikello.digest g
          set state = 'sending', attempts = g.attempts + 1, repeats = g.repeats + case g.state when 'unknown' then 1 else 0 end,
              message_id = i.message_id, contact = i.contact, language = i.language
          from item i
          where g.ctid = i.at and i.to_go @> i.members and i.to_go <@ i.members and cardinality(i.to_go) > 0
          returning i.place),
      going as (select i.* from item i join taken t on t.place = i.place),
      carried as (
        select i.*, m.id, m.at as notification_at, m.id = any (i.members) as goes from going i
        cross join lateral (select m.id, m.ctid as at from vuosikello.notification m where m.digest = i.digest offset 0) m),
      dropped as (
        update vuosikello.notification m set digest = null
          from carried c where m.ctid = c.notification_at and not c.goes and m.state in ('queued', 'deferred', 'suppressed')),
      begun as (
        update vuosikello.notification m
          set state = 'sending', version = m.version + 1, attempts = m.attempts + 1,
              repeats = m.repeats + case m.state when 'unknown' then 1 else 0 end,
              message_id = c.message_id, contact = c.contact, language = c.language
          from carried c where m.ctid = c.notification_at and c.goes
          returning m.id, m.version, c.work, c.fence, c.body),
      emptied as (
        -- What it said when it was last sent alone, if ever, is not what it says now.
        update vuosikello.notification_content c set subject = null, text = null, html = null, sent_to = null
          from (
            select c.at from carried m
            cross join lateral (
              select c.ctid as at from vuosikello.notification_content c where c.county = v_county and c.id = m.id offset 0) c
            where m.goes) m
          where c.ctid = m.at),
      told as (
        insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
          select v_county, b.id, b.version, 'fact', 'NotificationSending', vuosikello.business_now(), 'clock', 'clock',
            format('digest:%s/%s', b.work, b.fence), b.body
          from begun b order by b.id),
      kept as (
        insert into vuosikello.digest_content as c (county, id, subject, text, html, sent_to)
          select v_county, i.digest, p_subjects[i.place], p_texts[i.place], p_htmls[i.place], p_sent_to[i.place] from going i
          on conflict (county, id) do update
            set subject = excluded.subject, text = excluded.text, html = excluded.html, sent_to = excluded.sent_to)
      select i.place, 'begun' from going i
      union all
      select i.place, 'changed' from item i
        where not (i.to_go @> i.members and i.to_go <@ i.members and cardinality(i.to_go) > 0)
      union all
      select left_before, 'changed' from unnest(v_left) left_before;
  end loop;
end $$`;

/**
 * How the sending of digests ended, for each of their notifications, and what becomes of their works: done, or pending again until
 * `p_retry_at` as long as one of its notifications is to be tried again. Gives those whose claim was the current one.
 */
export const settleDigests = `
create function vuosikello.settle_digests(
  p_counties text[], p_works bigint[], p_fences integer[], p_digests text[], p_states text[], p_replies text[],
  p_retry_at timestamptz[], p_types text[], p_bodies text[]) returns table (place bigint)
language plpgsql ${together} as $$
#variable_conflict use_column
declare
  v_county text;
  v_held bigint[];
begin
  for v_county in select distinct c from unnest(p_counties) c order by c loop
    perform set_config('app.county', v_county, true);
    ${lockDigests('select i.id from unnest(p_counties, p_digests) i (county, id) where i.county = v_county order by i.id')}
    ${lockCarried}
    ${heldWorks}
    return query
      with item as (
        select i.*, g.at
        from unnest(p_counties, p_works, p_fences, p_digests, p_states, p_replies, p_retry_at, p_types, p_bodies)
          with ordinality i (county, work, fence, digest, state, reply, retry_at, type, body, place)
        cross join lateral (
          select g.ctid as at from vuosikello.digest g
          where g.county = v_county and g.id = i.digest and g.state = 'sending' offset 0) g
        where i.county = v_county and i.work = any (v_held)),
      sent as (
        select i.*, n.id, n.own_work from item i
        cross join lateral (
          select n.id, (
            -- One that its own worker has given up meanwhile, seeing it in other hands, is still wanted.
            select k.id from vuosikello.work_item k
            where k.county = v_county and k.dedupe_key = 'mail:' || n.id and k.state is distinct from 'cancelled') as own_work
          from (
            select n.id, n.state from vuosikello.notification n where n.digest = i.digest offset 0) n
          where n.state = 'sending' offset 0) n),
      settled as (
        select s.id, s.again
        from (select array_agg(m.id) as ids, array_agg(m.state) as states, array_agg(m.reply) as replies,
                array_agg(m.retry_at is not null) as may_retry, array_agg(m.type) as types, array_agg(m.body) as bodies,
                array_agg(format('digest:%s/%s', m.work, m.fence)) as command_ids from sent m) a
        cross join lateral vuosikello.settle_notifications(
          v_county, a.ids, a.states, a.replies, a.may_retry, a.types, a.bodies, a.command_ids) s),
      own_works as (
        update vuosikello.work_item k
          set state = case when s.again then 'pending' else 'done' end, lease_until = null, last_error = null
          from sent m join settled s on s.id = m.id where k.id = m.own_work),
      ended as (
        select i.*, exists (select from sent m join settled s on s.id = m.id where m.place = i.place and s.again) as again from item i),
      digests as (
        update vuosikello.digest g
          set state = case when e.state = 'deferred' and not e.again then 'suppressed' else e.state end,
              sent_at = case e.state when 'accepted' then vuosikello.business_now() else g.sent_at end
          from ended e where g.ctid = e.at),
      works as (
        update vuosikello.work_item k
          set state = case when e.again then 'pending' else 'done' end, due_at = case when e.again then e.retry_at else k.due_at end,
              lease_until = null, bell_at = null, last_error = case when e.again then e.reply end
          from ended e where k.id = e.work)
      select i.place from item i;
  end loop;
end $$`;
