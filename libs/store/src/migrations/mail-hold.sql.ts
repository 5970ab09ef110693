import { planOnce } from './plan-once';

/**
 * Whoever begins to send keeps this shared until its commit; whoever switches takes it alone. So when a switch has been committed, every
 * sending that began before it stands as `sending`, and none begins after it.
 */
const switchLock = `hashtext('vuosikello.mail_hold')`;

/** Taken before anything else by whoever begins to send. */
export const awaitSwitch = `perform pg_advisory_xact_lock_shared(${switchLock});`;

/** Whether the mail of a county is stopped. If so, these works, which are held, wait for a quarter of an hour, or until the release. */
export const putOffHeld = `
create function vuosikello.put_off_held(p_county text, p_works bigint[]) returns boolean
language plpgsql ${planOnce} as $$
begin
  if not exists (select from vuosikello.mail_hold h where h.scope in ('*', p_county)) then return false; end if;
  update vuosikello.work_item k
    set state = 'pending', due_at = vuosikello.business_now() + interval '15 minutes', lease_until = null, bell_at = null,
        last_error = 'mail is on hold'
    where k.id = any (p_works) and k.state is not distinct from 'leased';
  return true;
end $$`;

/** Stops the mail of a county, or with '*' of all. False: it is stopped already. */
export const holdMail = `
create function vuosikello.hold_mail(p_scope text, p_reason text, p_actor text) returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(${switchLock});
  insert into vuosikello.mail_hold (scope, reason, at, by) values (p_scope, p_reason, vuosikello.business_now(), p_actor)
    on conflict (scope) do nothing;
  if not found then return false; end if;
  insert into vuosikello.operation (scope, kind, at, by, reason)
    values (p_scope, 'mail-held', vuosikello.business_now(), p_actor, p_reason);
  return true;
end $$`;

/** Lets it leave again. False: it is not stopped. */
export const releaseMail = `
create function vuosikello.release_mail(p_scope text, p_reason text, p_actor text) returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(${switchLock});
  delete from vuosikello.mail_hold h where h.scope = p_scope;
  if not found then return false; end if;
  insert into vuosikello.operation (scope, kind, at, by, reason)
    values (p_scope, 'mail-released', vuosikello.business_now(), p_actor, p_reason);
  return true;
end $$`;

/** What waited for the release in a county is due now. What else holds it is found out when it is tried. */
export const wakeHeld = `
create function vuosikello.wake_held(p_county text) returns void language plpgsql as $$
begin
  perform set_config('app.county', p_county, true);
  update vuosikello.work_item k set due_at = vuosikello.business_now(), bell_at = null
    where k.county = p_county and k.state in ('pending', 'leased') and k.state is not distinct from 'pending'
      and k.kind in ('mail', 'digest') and k.last_error = 'mail is on hold' and k.due_at > vuosikello.business_now();
end $$`;

/**
 * Whether a mail left before the database was restored to an earlier moment; if so, that is recorded, and its work is done. The number in
 * its id may be another mail's since, so that one to somebody else, or another letter, does not count.
 */
export const countAsSent = `
create function vuosikello.count_as_sent(p_county text, p_notification text, p_command text) returns boolean
language plpgsql ${planOnce} as $$
declare
  s record;
  v_version integer;
begin
  select b.message_id, b.at into s from vuosikello.sent_before b
    join vuosikello.notification m on m.county = b.county and m.id = b.notification
    where b.county = p_county and b.notification = p_notification
      and m.template = b.template and m.organisation = b.organisation
      and (m.state in ('queued', 'deferred') or m.state = 'unknown' and m.repeats = 0) and not m.unwanted;
  if not found then return false; end if;
  update vuosikello.notification m
    set state = 'accepted', version = m.version + 1, digest = null, message_id = s.message_id, sent_at = s.at
    where m.county = p_county and m.id = p_notification
    returning m.version into v_version;
  insert into vuosikello.notification_content as c (county, id, reply) values (p_county, p_notification, 'sent before the restore')
    on conflict (county, id) do update set reply = excluded.reply;
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    values (p_county, p_notification, v_version, 'fact', 'NotificationAccepted', vuosikello.business_now(), 'clock', 'clock',
      p_command, '{"sentBeforeRestore":true}');
  update vuosikello.work_item k set state = 'done', lease_until = null, last_error = null
    where k.county = p_county and k.dedupe_key = 'mail:' || p_notification and k.state is distinct from 'cancelled';
  return true;
end $$`;

/** As in 0019, unless the mail of the county is stopped or the mail left before a restore. */
export const beginSendingUnlessHeld = (begin: string): string =>
  replaced(begin, [
    [
      `perform from vuosikello.notification m where`,
      `${awaitSwitch}
  if vuosikello.put_off_held(p_county, array(
    select k.id from vuosikello.work_item k where k.id = p_work and k.fence = p_fence)) then return false; end if;
  perform from vuosikello.notification m where`,
    ],
    [
      `then return false; end if;
  update vuosikello.notification m`,
      `then return false; end if;
  if vuosikello.count_as_sent(p_county, p_notification, format('mail:%s/%s', p_work, p_fence)) then return false; end if;
  update vuosikello.notification m`,
    ],
  ]);

function replaced(begin: string, changes: readonly (readonly [string, string])[]): string {
  const changed = changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`The function does not have exactly one "${from}"`);
    return text.replace(from, () => to);
  }, begin);
  return changed.replace('create function', 'create or replace function');
}
