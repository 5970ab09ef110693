import { countyPolicy } from './county-policy';
import { executable } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * A mail that has come to an end is owed once more, as a notification of its own: `<first>.r1`, `.r2`, … Asked twice with one
 * command id, it is owed once. Outcomes: resent, repeated, reused (the command id asked for something else), not-ended,
 * deadline-ended, unknown.
 */
const resendNotification = `
create function vuosikello.resend_notification(
  p_county text, p_id text, p_reason text, p_actor text, p_role text, p_command_id text, p_deadline_runs boolean)
  returns table (outcome text, id text)
language plpgsql as $$
#variable_conflict use_column
declare
  v_of vuosikello.notification;
  v_before vuosikello.notification;
  v_first text;
begin
  perform set_config('app.county', p_county, true);
  select m.* into v_of from vuosikello.notification m where m.county = p_county and m.id = p_id;
  if not found then return query select 'unknown', p_id; return; end if;
  v_first := coalesce(v_of.resent_of, v_of.id);
  -- Whoever resends the same mail at the same time waits here, and then sees what was done.
  perform from vuosikello.notification m where m.county = p_county and m.id = v_first for no key update;

  select m.* into v_before from vuosikello.notification m where m.county = p_county and m.resend_command = p_command_id;
  if found then
    return query select case when v_before.resent_of = v_first and v_before.resend_reason = p_reason then 'repeated' else 'reused' end,
      v_before.id;
    return;
  end if;
  select m.* into v_of from vuosikello.notification m where m.county = p_county and m.id = p_id;
  if v_of.state in ('queued', 'sending', 'deferred') or v_of.state = 'unknown' and v_of.repeats = 0 and not v_of.unwanted then
    return query select 'not-ended', p_id;
    return;
  end if;
  if not p_deadline_runs then return query select 'deadline-ended', p_id; return; end if;

  insert into vuosikello.notification as m (county, id, workflow, template, organisation, audience, deadline, link, data, state,
      owed_at, version, resent_of, resend_reason, resend_command)
    select p_county, v_first || '.r' || (1 + (select count(*) from vuosikello.notification r where r.county = p_county and r.resent_of = v_first)),
      v_of.workflow, v_of.template, v_of.organisation, v_of.audience, v_of.deadline, v_of.link, v_of.data, 'queued',
      vuosikello.business_now(), 1, v_first, p_reason, p_command_id
    returning m.* into v_before;
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    values (p_county, v_before.id, 1, 'fact', 'NotificationResent', vuosikello.business_now(), p_actor, p_role, p_command_id,
      json_build_object('resentOf', p_id)::text);
  insert into vuosikello.work_item (county, instance, kind, due_at, dedupe_key, payload)
    values (p_county, v_before.workflow, 'mail', vuosikello.business_now(), 'mail:' || v_before.id,
      json_build_object('notification', v_before.id)::text);
  return query select 'resent', v_before.id;
end $$`;

/** Mails that staff have sent again, and organisations that are not to be written to for a while. */
export const resentAndSilencedMailMigration = sqlMigration('0025-resent-and-silenced-mail', [
  `alter table vuosikello.notification add column resent_of text, add column resend_reason text, add column resend_command text`,
  `create unique index notification_resend_command on vuosikello.notification (county, resend_command)`,
  `create index notification_resent_of on vuosikello.notification (county, resent_of) where resent_of is not null`,
  `create index notification_organisation on vuosikello.notification (county, organisation)`,
  resendNotification,
  executable(['resend_notification'], 'vuosikello_app'),

  // Until the end of the day "until_on". "request" is what a repeated request is known by.
  `create table vuosikello.silence (
     county text not null, id text primary key, organisation text not null, until_on date not null, reason text not null,
     began_at timestamptz not null, began_by text not null, ended_at timestamptz, ended_by text, request text,
     unique (county, request)
   )`,
  `create index silence_organisation on vuosikello.silence (county, organisation) where ended_at is null`,
  ...countyPolicy('silence'),
  `grant select, insert on vuosikello.silence to vuosikello_app`,
  `grant update (ended_at, ended_by) on vuosikello.silence to vuosikello_app`,
]);
