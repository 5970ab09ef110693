import { planOnce } from './plan-once';

/** Whether the work is still held in this claim; keeps it so until the end of the transaction. */
export const holdWork = `
create function vuosikello.hold_work(p_county text, p_work bigint, p_fence integer) returns boolean
language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  perform from vuosikello.work_item k
    where k.id = p_work and k.fence = p_fence and k.state is not distinct from 'leased' for no key update;
  return found;
end $$`;

/** A mail is about to be sent. What is `unknown` is repeated once; what is no longer wanted is not sent. */
export const beginSending = `
create function vuosikello.begin_sending(
  p_county text, p_work bigint, p_fence integer, p_notification text, p_message_id text, p_contact text, p_language text,
  p_subject text, p_text text, p_body text) returns boolean
language plpgsql ${planOnce} as $$
declare v_version integer;
begin
  if not vuosikello.hold_work(p_county, p_work, p_fence) then return false; end if;
  update vuosikello.notification m
    set state = 'sending', version = m.version + 1, attempts = m.attempts + 1,
        repeats = m.repeats + case m.state when 'unknown' then 1 else 0 end,
        message_id = p_message_id, contact = p_contact, language = p_language
    where m.county = p_county and m.id = p_notification and not m.unwanted
      and not (m.state in ('sending', 'accepted', 'rejected', 'suppressed') or m.state = 'unknown' and m.repeats > 0)
    returning m.version into v_version;
  if not found then return false; end if;
  insert into vuosikello.notification_content as c (county, id, subject, text)
    values (p_county, p_notification, p_subject, p_text)
    on conflict (county, id) do update set subject = excluded.subject, text = excluded.text;
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    values (p_county, p_notification, v_version, 'fact', 'NotificationSending', vuosikello.business_now(), 'clock', 'clock',
      format('mail:%s/%s', p_work, p_fence), p_body);
  return true;
end $$`;

/**
 * How the sending ended, and what becomes of the work with it: done, or pending again until `p_retry_at` (in 15
 * minutes where a deferred mail is given no time). A mail whose
 * deadline ended meanwhile, or that was repeated already, is not tried again.
 */
export const settleMail = `
create function vuosikello.settle_mail(
  p_county text, p_work bigint, p_fence integer, p_notification text, p_state text, p_reply text, p_retry_at timestamptz,
  p_type text, p_body text) returns boolean
language plpgsql ${planOnce} as $$
declare
  v_version integer;
  v_again boolean;
  v_retry_at timestamptz := coalesce(p_retry_at, case p_state when 'deferred' then vuosikello.business_now() + interval '15 minutes' end);
begin
  if not vuosikello.hold_work(p_county, p_work, p_fence) then return false; end if;
  update vuosikello.notification m
    set state = p_state, version = m.version + 1,
        sent_at = case p_state when 'accepted' then vuosikello.business_now() else m.sent_at end
    where m.county = p_county and m.id = p_notification
      and not (m.state in ('accepted', 'rejected', 'unknown', 'suppressed')
               or m.state in ('queued', 'deferred') and p_state in ('accepted', 'unknown'))
    returning m.version, v_retry_at is not null and not m.unwanted and (p_state = 'deferred' or p_state = 'unknown' and m.repeats = 0)
    into v_version, v_again;
  if not found then return false; end if;
  insert into vuosikello.notification_content as c (county, id, reply) values (p_county, p_notification, p_reply)
    on conflict (county, id) do update set reply = excluded.reply;
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    values (p_county, p_notification, v_version, 'fact', p_type, vuosikello.business_now(), 'clock', 'clock',
      format('mail:%s/%s', p_work, p_fence), p_body);
  if p_state = 'deferred' and not v_again then
    update vuosikello.notification m set state = 'suppressed', version = m.version + 1
      where m.county = p_county and m.id = p_notification;
    insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
      values (p_county, p_notification, v_version + 1, 'fact', 'NotificationSuppressed', vuosikello.business_now(), 'clock',
        'clock', format('mail:%s/%s', p_work, p_fence), '{"reason":"deadline-ended"}');
  end if;
  update vuosikello.work_item k
    set state = case when v_again then 'pending' else 'done' end,
        due_at = case when v_again then v_retry_at else k.due_at end, lease_until = null, bell_at = null,
        last_error = case when v_again then p_reply end
    where k.id = p_work;
  return true;
end $$`;
