import { planOnce } from './plan-once';

// Everything here locks in one order: the digest, then its notifications by their ids, then their work. So does whoever ends a
// deadline, as far as it goes: notifications, then work.

/**
 * Of the mails of a digest those that may still go: wanted, and with work that no pause has taken away. Only then asked for their
 * states ("offset 0"), and their work by its key: otherwise the planner goes through all that is unsent, 2 ms for each digest of a morning.
 */
export const toGo = (digest: string) => `
  (select n.id, n.county, n.state, n.unwanted, n.repeats from vuosikello.notification n where n.digest = ${digest} offset 0) m
  where not m.unwanted and (m.state in ('queued', 'deferred') or m.state = 'unknown' and m.repeats = 0)
  and (select k.state from vuosikello.work_item k where k.county = m.county and k.dedupe_key = 'mail:' || m.id)
    is distinct from 'cancelled'`;

/** Digests as they stand, in no order, each with the notifications that are to go with it, in the order of their ids. */
export const readDigests = `
create function vuosikello.read_digests(p_counties text[], p_ids text[])
returns table (id text, county text, recipient text, send_on date, state text, attempts integer, repeats integer,
  made_at timestamptz, may_grow boolean, members text[])
language plpgsql ${planOnce} as $$
#variable_conflict use_column
declare
  v_may_grow boolean;
begin
  for i in 1 .. cardinality(p_ids) loop
    perform set_config('app.county', p_counties[i], true);
    -- Whether work of the county that is due and not done could owe a mail; a digest that waits for others owes none. Asked before
    -- what it carries is read: what joins in between is seen.
    v_may_grow := exists (
      select from vuosikello.work_item k
      where k.county = p_counties[i] and k.due_at <= vuosikello.business_now()
        and k.state in ('pending', 'leased') and k.kind <> 'digest');
    return query
      select g.id, g.county, g.recipient, g.send_on, g.state, g.attempts, g.repeats, g.made_at, v_may_grow,
        array(select m.id from ${toGo('g.id')} order by m.id)
      from vuosikello.digest g where g.county = p_counties[i] and g.id = p_ids[i];
  end loop;
end $$`;

/**
 * A notification joins the mail that its reader gets on a day, which is made with it where there is none. Its own work waits until
 * `p_again_at`, when it is looked at again if it has not left by then. Outcomes: joined; left (that mail has begun to leave); gone
 * (it is not to be sent any more); lost (the claim is stale).
 */
export const gatherMail = `
create function vuosikello.gather_mail(
  p_county text, p_work bigint, p_fence integer, p_notification text, p_recipient text, p_on date, p_again_at timestamptz)
returns text language plpgsql ${planOnce} as $$
declare
  d record;
  m record;
begin
  perform set_config('app.county', p_county, true);
  -- Without a mail in it a digest is suppressed.
  insert into vuosikello.digest (county, recipient, send_on, state, made_at)
    values (p_county, p_recipient, p_on, 'suppressed', vuosikello.business_now())
    on conflict (county, recipient, send_on) do nothing;
  select g.id, g.state into d from vuosikello.digest g
    where g.county = p_county and g.recipient = p_recipient and g.send_on = p_on for no key update;
  select n.state, n.unwanted, n.digest into m from vuosikello.notification n
    where n.county = p_county and n.id = p_notification for no key update;
  if not vuosikello.hold_work(p_county, p_work, p_fence) then return 'lost'; end if;

  if m.state in ('queued', 'deferred') and not m.unwanted then
    if not (d.state in ('queued', 'deferred', 'suppressed')) then return 'left'; end if;
    update vuosikello.notification n set digest = d.id
      where n.county = p_county and n.id = p_notification and n.digest is distinct from d.id;
    if d.state = 'suppressed' then
      -- By the key by which it was found: by its id the planner may go through all digests of the county, as long as the table is new.
      update vuosikello.digest g set state = 'queued', made_at = vuosikello.business_now()
        where g.county = p_county and g.recipient = p_recipient and g.send_on = p_on;
      insert into vuosikello.work_item as k (county, instance, kind, due_at, dedupe_key, payload)
        values (p_county, p_county, 'digest', vuosikello.business_now(), 'digest:' || d.id, json_build_object('digest', d.id)::text)
        on conflict (county, dedupe_key) do update
          set state = 'pending', due_at = excluded.due_at, lease_until = null, bell_at = null, last_error = null;
    end if;
  elsif m.digest is null or not (m.state in ('sending', 'unknown')) then
    return 'gone';
  end if;
  update vuosikello.work_item k
    set state = 'pending', due_at = p_again_at, lease_until = null, bell_at = null, last_error = null where k.id = p_work;
  return 'joined';
end $$`;

/**
 * A digest is about to be sent, with exactly the notifications shown. Outcomes: begun; changed (others are in it by now, so that it has
 * to be written anew); lost (the claim is stale, or it has been sent).
 */
export const beginDigest = `
create function vuosikello.begin_digest(
  p_county text, p_work bigint, p_fence integer, p_digest text, p_members text[], p_message_id text, p_contact text,
  p_language text, p_subject text, p_text text, p_html text, p_body text, p_sent_to text) returns text
language plpgsql ${planOnce} as $$
declare
  d record;
  v_in text[];
begin
  perform set_config('app.county', p_county, true);
  select g.state, g.repeats into d from vuosikello.digest g where g.county = p_county and g.id = p_digest for no key update;
  -- Before the work is asked for: what is suppressed or paused meanwhile is seen to be so once its row is held.
  perform from vuosikello.notification m where m.digest = p_digest order by m.id for no key update;
  if not vuosikello.hold_work(p_county, p_work, p_fence) then return 'lost'; end if;
  if not (d.state in ('queued', 'deferred') or d.state = 'unknown' and d.repeats = 0) then return 'lost'; end if;
  select coalesce(array_agg(m.id), '{}') into v_in from ${toGo('p_digest')};
  if not (v_in @> p_members and v_in <@ p_members) or cardinality(v_in) = 0 then return 'changed'; end if;

  update vuosikello.notification m set digest = null
    where m.digest = p_digest and m.id <> all (p_members) and m.state in ('queued', 'deferred', 'suppressed');
  with begun as (
    update vuosikello.notification m
      set state = 'sending', version = m.version + 1, attempts = m.attempts + 1,
          repeats = m.repeats + case m.state when 'unknown' then 1 else 0 end,
          message_id = p_message_id, contact = p_contact, language = p_language
      where m.digest = p_digest and m.id = any (p_members)
      returning m.id, m.version),
  emptied as (
    -- What it said when it was last sent alone, if ever, is not what it says now.
    update vuosikello.notification_content c set subject = null, text = null, html = null, sent_to = null
      where c.county = p_county and c.id = any (p_members))
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    select p_county, b.id, b.version, 'fact', 'NotificationSending', vuosikello.business_now(), 'clock', 'clock',
      format('digest:%s/%s', p_work, p_fence), p_body
    from begun b;
  update vuosikello.digest g
    set state = 'sending', attempts = g.attempts + 1, repeats = g.repeats + case g.state when 'unknown' then 1 else 0 end,
        message_id = p_message_id, contact = p_contact, language = p_language
    where g.county = p_county and g.id = p_digest;
  insert into vuosikello.digest_content as c (county, id, subject, text, html, sent_to)
    values (p_county, p_digest, p_subject, p_text, p_html, p_sent_to)
    on conflict (county, id) do update
      set subject = excluded.subject, text = excluded.text, html = excluded.html, sent_to = excluded.sent_to;
  return 'begun';
end $$`;

/**
 * How the sending of a digest ended, for each of its notifications, and what becomes of the work: done, or pending again until
 * `p_retry_at` as long as one of them is to be tried again.
 */
export const settleDigest = `
create function vuosikello.settle_digest(
  p_county text, p_work bigint, p_fence integer, p_digest text, p_state text, p_reply text, p_retry_at timestamptz,
  p_type text, p_body text) returns boolean
language plpgsql ${planOnce} as $$
declare
  m record;
  v_again boolean;
  v_any boolean := false;
begin
  perform set_config('app.county', p_county, true);
  perform from vuosikello.digest g where g.county = p_county and g.id = p_digest and g.state = 'sending' for no key update;
  if not found then return false; end if;
  perform from vuosikello.notification n where n.digest = p_digest order by n.id for no key update;
  if not vuosikello.hold_work(p_county, p_work, p_fence) then return false; end if;

  for m in select n.id from vuosikello.notification n where n.digest = p_digest and n.state is not distinct from 'sending' order by n.id loop
    v_again := vuosikello.settle_notification(
      p_county, m.id, p_state, p_reply, p_retry_at is not null, p_type, p_body, format('digest:%s/%s', p_work, p_fence));
    v_any := v_any or v_again;
    -- One that its own worker has given up meanwhile, seeing it in other hands, is still wanted.
    update vuosikello.work_item k
      set state = case when v_again then 'pending' else 'done' end, lease_until = null, last_error = null
      where k.county = p_county and k.dedupe_key = 'mail:' || m.id and k.state is distinct from 'cancelled';
  end loop;
  update vuosikello.digest g
    set state = case when p_state = 'deferred' and not v_any then 'suppressed' else p_state end,
        sent_at = case p_state when 'accepted' then vuosikello.business_now() else g.sent_at end
    where g.county = p_county and g.id = p_digest;
  update vuosikello.work_item k
    set state = case when v_any then 'pending' else 'done' end, due_at = case when v_any then p_retry_at else k.due_at end,
        lease_until = null, bell_at = null, last_error = case when v_any then p_reply end
    where k.id = p_work;
  return true;
end $$`;

/**
 * Notifications leave a digest without having been sent: to be looked at again at once, or, with an error, as a failure of their own. Of
 * one that may have been sent, nothing more will be known: it is not repeated.
 * Without `p_members` all do, and it is not sent.
 */
export const leaveDigest = `
create function vuosikello.leave_digest(
  p_county text, p_work bigint, p_fence integer, p_digest text, p_members text[], p_error text) returns boolean
language plpgsql ${planOnce} as $$
declare
  v_left text[];
  v_id text;
begin
  perform set_config('app.county', p_county, true);
  perform from vuosikello.digest g where g.county = p_county and g.id = p_digest for no key update;
  perform from vuosikello.notification n where n.digest = p_digest order by n.id for no key update;
  if not vuosikello.hold_work(p_county, p_work, p_fence) then return false; end if;
  with gone as (
    update vuosikello.notification n set digest = null
      where n.digest = p_digest and n.state in ('queued', 'deferred', 'suppressed') and (p_members is null or n.id = any (p_members))
      returning n.id)
  select coalesce(array_agg(g.id order by g.id), '{}') into v_left from gone g;
  for i in 1 .. cardinality(v_left) loop
    update vuosikello.work_item k
      set attempts = k.attempts + case when p_error is null then 0 else 1 end,
          state = case when p_error is not null and k.attempts >= 4 then 'quarantined' else 'pending' end,
          due_at = vuosikello.business_now() + case when p_error is null then 0 else 10 * 4 ^ k.attempts end * interval '1 second',
          bell_at = null, last_error = p_error
      where k.county = p_county and k.dedupe_key = 'mail:' || v_left[i] and k.state is not distinct from 'pending';
  end loop;
  for v_id in
    update vuosikello.notification n set repeats = 1
      where n.digest = p_digest and n.state is not distinct from 'unknown' and n.id = any (p_members) returning n.id
  loop
    update vuosikello.work_item k set state = 'done', lease_until = null, last_error = null
      where k.county = p_county and k.dedupe_key = 'mail:' || v_id and k.state in ('pending', 'leased');
  end loop;
  if p_members is null then
    update vuosikello.digest g set state = 'suppressed'
      where g.county = p_county and g.id = p_digest and g.state in ('queued', 'deferred');
    -- What is known of these is all that will be known.
    for v_id in select n.id from vuosikello.notification n where n.digest = p_digest and n.state is not distinct from 'unknown' order by n.id
    loop
      update vuosikello.work_item k set state = 'done', lease_until = null, last_error = null
        where k.county = p_county and k.dedupe_key = 'mail:' || v_id and k.state in ('pending', 'leased');
    end loop;
    update vuosikello.work_item k set state = 'done', lease_until = null, last_error = null where k.id = p_work;
  end if;
  return true;
end $$`;

// Each of these does for many digests, of any counties, what its like does for one.

/** By reader, so that replicas that gather for the same readers wait for one another in one order. */
export const gatherMails = `
create function vuosikello.gather_mails(
  p_counties text[], p_works bigint[], p_fences integer[], p_notifications text[], p_recipients text[], p_on date[],
  p_again_at timestamptz[]) returns text[]
language plpgsql as $$
declare
  i integer;
  v_outcomes text[];
begin
  for i in select s from generate_subscripts(p_works, 1) s order by p_counties[s], p_recipients[s], p_on[s] loop
    v_outcomes[i] := vuosikello.gather_mail(
      p_counties[i], p_works[i], p_fences[i], p_notifications[i], p_recipients[i], p_on[i], p_again_at[i]);
  end loop;
  return v_outcomes;
end $$`;

/** The members of each digest are an array in its text form. */
export const beginDigests = `
create function vuosikello.begin_digests(
  p_counties text[], p_works bigint[], p_fences integer[], p_digests text[], p_members text[], p_message_ids text[],
  p_contacts text[], p_languages text[], p_subjects text[], p_texts text[], p_htmls text[], p_bodies text[],
  p_sent_to text[]) returns text[]
language plpgsql as $$
declare v_outcomes text[];
begin
  for i in 1 .. cardinality(p_works) loop
    v_outcomes[i] := vuosikello.begin_digest(p_counties[i], p_works[i], p_fences[i], p_digests[i], p_members[i]::text[],
      p_message_ids[i], p_contacts[i], p_languages[i], p_subjects[i], p_texts[i], p_htmls[i], p_bodies[i],
      p_sent_to[i]);
  end loop;
  return v_outcomes;
end $$`;

export const settleDigests = `
create function vuosikello.settle_digests(
  p_counties text[], p_works bigint[], p_fences integer[], p_digests text[], p_states text[], p_replies text[],
  p_retry_at timestamptz[], p_types text[], p_bodies text[]) returns boolean[]
language plpgsql as $$
declare v_done boolean[];
begin
  for i in 1 .. cardinality(p_works) loop
    v_done[i] := vuosikello.settle_digest(p_counties[i], p_works[i], p_fences[i], p_digests[i], p_states[i], p_replies[i],
      p_retry_at[i], p_types[i], p_bodies[i]);
  end loop;
  return v_done;
end $$`;
