import { countyPolicy } from './county-policy';
import {
  beginDigest,
  beginDigests,
  gatherMail,
  gatherMails,
  leaveDigest,
  readDigests,
  settleDigest,
  settleDigests,
} from './digest-functions.sql';
import { executable } from './function-rights';
import { planOnce } from './plan-once';
import { sqlMigration } from './sql-migration';

/** As in 0006, with the mail as HTML; it locks the notification before its work, as whoever ends a deadline does, and takes it out of a digest. */
export const beginSending = `
create function vuosikello.begin_sending(
  p_county text, p_work bigint, p_fence integer, p_notification text, p_message_id text, p_contact text, p_language text,
  p_subject text, p_text text, p_html text, p_body text, p_sent_to text) returns boolean
language plpgsql ${planOnce} as $$
declare v_version integer;
begin
  perform set_config('app.county', p_county, true);
  perform from vuosikello.notification m where m.county = p_county and m.id = p_notification for no key update;
  if not vuosikello.hold_work(p_county, p_work, p_fence) then return false; end if;
  update vuosikello.notification m
    set state = 'sending', version = m.version + 1, attempts = m.attempts + 1, digest = null,
        repeats = m.repeats + case m.state when 'unknown' then 1 else 0 end,
        message_id = p_message_id, contact = p_contact, language = p_language
    where m.county = p_county and m.id = p_notification and not m.unwanted
      and not (m.state in ('sending', 'accepted', 'rejected', 'suppressed') or m.state = 'unknown' and m.repeats > 0)
    returning m.version into v_version;
  if not found then return false; end if;
  insert into vuosikello.notification_content as c (county, id, subject, text, html, sent_to)
    values (p_county, p_notification, p_subject, p_text, p_html, p_sent_to)
    on conflict (county, id) do update
      set subject = excluded.subject, text = excluded.text, html = excluded.html, sent_to = excluded.sent_to;
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    values (p_county, p_notification, v_version, 'fact', 'NotificationSending', vuosikello.business_now(), 'clock', 'clock',
      format('mail:%s/%s', p_work, p_fence), p_body);
  return true;
end $$`;

/**
 * How the sending of one notification ended, alone or in a digest. A mail whose deadline ended meanwhile, or that was repeated already,
 * is not tried again. Null where it was not being sent; else whether it is to be tried again.
 */
const settleNotification = `
create function vuosikello.settle_notification(
  p_county text, p_notification text, p_state text, p_reply text, p_may_retry boolean, p_type text, p_body text,
  p_command_id text) returns boolean
language plpgsql ${planOnce} as $$
declare
  v_version integer;
  v_again boolean;
begin
  update vuosikello.notification m
    set state = p_state, version = m.version + 1,
        sent_at = case p_state when 'accepted' then vuosikello.business_now() else m.sent_at end
    where m.county = p_county and m.id = p_notification
      and not (m.state in ('accepted', 'rejected', 'unknown', 'suppressed')
               or m.state in ('queued', 'deferred') and p_state in ('accepted', 'unknown'))
    returning m.version, p_may_retry and not m.unwanted and (p_state = 'deferred' or p_state = 'unknown' and m.repeats = 0)
    into v_version, v_again;
  if not found then return null; end if;
  insert into vuosikello.notification_content as c (county, id, reply) values (p_county, p_notification, p_reply)
    on conflict (county, id) do update set reply = excluded.reply;
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    values (p_county, p_notification, v_version, 'fact', p_type, vuosikello.business_now(), 'clock', 'clock', p_command_id, p_body);
  if p_state = 'deferred' and not v_again then
    update vuosikello.notification m set state = 'suppressed', version = m.version + 1
      where m.county = p_county and m.id = p_notification;
    insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
      values (p_county, p_notification, v_version + 1, 'fact', 'NotificationSuppressed', vuosikello.business_now(), 'clock',
        'clock', p_command_id, '{"reason":"deadline-ended"}');
  end if;
  return v_again;
end $$`;

/** As in 0006, for a notification that was sent alone. */
const settleMail = `
create or replace function vuosikello.settle_mail(
  p_county text, p_work bigint, p_fence integer, p_notification text, p_state text, p_reply text, p_retry_at timestamptz,
  p_type text, p_body text) returns boolean
language plpgsql ${planOnce} as $$
declare
  v_again boolean;
  v_retry_at timestamptz := coalesce(p_retry_at, case p_state when 'deferred' then vuosikello.business_now() + interval '15 minutes' end);
begin
  perform set_config('app.county', p_county, true);
  perform from vuosikello.notification m where m.county = p_county and m.id = p_notification for no key update;
  if not vuosikello.hold_work(p_county, p_work, p_fence) then return false; end if;
  v_again := vuosikello.settle_notification(
    p_county, p_notification, p_state, p_reply, v_retry_at is not null, p_type, p_body, format('mail:%s/%s', p_work, p_fence));
  if v_again is null then return false; end if;
  update vuosikello.work_item k
    set state = case when v_again then 'pending' else 'done' end,
        due_at = case when v_again then v_retry_at else k.due_at end, lease_until = null, bell_at = null,
        last_error = case when v_again then p_reply end
    where k.id = p_work;
  return true;
end $$`;

/**
 * The one routine mail that a person gets on a day, and the notifications that go with it. A row is a person's place of that day: it
 * can be taken once. A digest without notifications is suppressed.
 */
export const digestsMigration = sqlMigration('0019-digests', [
  `create table vuosikello.digest (
     county text not null, no bigint generated always as identity,
     id text not null generated always as (county || '.digest-' || no::text) stored,
     recipient text not null, send_on date not null,
     state text not null
       check (state in ('queued', 'sending', 'accepted', 'deferred', 'rejected', 'unknown', 'suppressed')),
     attempts integer not null default 0, repeats integer not null default 0,
     message_id text, contact text, language text, made_at timestamptz not null, sent_at timestamptz,
     primary key (county, id), unique (county, recipient, send_on)
   ) with (fillfactor = 80)`,
  `create table vuosikello.digest_content (
     county text not null, id text not null, subject text, text text, html text, sent_to text,
     primary key (county, id)
   )`,
  ...['digest', 'digest_content'].flatMap(countyPolicy),
  `grant select, insert, update on vuosikello.digest, vuosikello.digest_content to vuosikello_app`,
  `alter table vuosikello.notification add column digest text`,
  `create index notification_digest on vuosikello.notification (digest) where digest is not null`,
  // No index of notifications hangs on their state: how a sending ended is then written without touching any.
  `drop index vuosikello.notification_unsent`,
  `create index notification_workflow on vuosikello.notification (workflow)`,
  // The address that the relay was given, beside what was sent to it: in no event, so that it can be erased.
  `alter table vuosikello.notification_content add column html text, add column sent_to text`,

  `alter table vuosikello.work_item drop constraint work_item_kind_check`,
  `alter table vuosikello.work_item add constraint work_item_kind_check
     check (kind in ('timer', 'command', 'mail', 'change', 'digest'))`,
  // Every digest asks whether its county has anything due that may owe a mail, among thousands of digests that wait.
  `create index work_item_owing on vuosikello.work_item (county, due_at)
     where state in ('pending', 'leased') and kind <> 'digest'`,

  `drop function vuosikello.begin_sending(text, bigint, integer, text, text, text, text, text, text, text)`,
  beginSending,
  settleNotification,
  settleMail,
  readDigests,
  gatherMail,
  gatherMails,
  beginDigest,
  beginDigests,
  settleDigest,
  settleDigests,
  leaveDigest,
  executable(
    [
      ...['begin_sending', 'settle_notification', 'settle_mail', 'read_digests', 'gather_mail', 'gather_mails'],
      ...['begin_digest', 'begin_digests', 'settle_digest', 'settle_digests', 'leave_digest'],
    ],
    'vuosikello_engine',
  ),
]);
