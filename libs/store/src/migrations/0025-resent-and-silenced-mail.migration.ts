import { countyPolicy } from './county-policy';
import { executable } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * A mail that has come to an end is owed once more, as a notification of its own: `<first>.r1`, `.r2`, … Asked twice with one
 * command id, it is owed once. Outcomes: resent, repeated, reused (the command id asked for something else), not-ended, unknown;
 * deadline-ended and paused where what it asks for is not wanted any more, or not now: see resend_refusal.
 */
const resendNotification = `
create function vuosikello.resend_notification(
  p_county text, p_id text, p_reason text, p_actor text, p_role text, p_command_id text)
  returns table (outcome text, id text)
language plpgsql as $$
#variable_conflict use_column
declare
  v_of vuosikello.notification;
  v_before vuosikello.notification;
  v_first text;
  v_refusal text;
begin
  perform set_config('app.county', p_county, true);
  select m.* into v_of from vuosikello.notification m where m.county = p_county and m.id = p_id;
  if not found then return query select 'unknown', p_id; return; end if;
  v_first := coalesce(v_of.resent_of, v_of.id);
  -- The workflow first, as whoever takes a step in it does; as it stands, it stands until this is stored.
  perform from vuosikello.workflow w where w.county = p_county and w.id = v_of.workflow for share;
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
  v_refusal := vuosikello.resend_refusal(v_of, v_first);
  if v_refusal is not null then return query select v_refusal, p_id; return; end if;

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

/**
 * Why what the mail asks for is not to be asked again: its deadline has ended, stands still, or was set anew by a later step; or somebody
 * else is to answer since. Null where it still holds. The mail was owed by the event whose number its first id ends in, and what was
 * recorded in the same step is no later.
 */
const resendRefusal = `
create function vuosikello.resend_refusal(m vuosikello.notification, p_first text) returns text
language plpgsql as $$
declare
  v_seq integer := substring(p_first from '[.]n([0-9]+)$')::integer;
  v_step text;
  v_status text;
begin
  if m.deadline is not null then
    select w.snapshot::json #>> array['deadlines', m.deadline, 'status'] into v_status
      from vuosikello.workflow w where w.county = m.county and w.id = m.workflow;
    if v_status = 'paused' then return 'paused'; end if;
    if v_status is null or not (v_status in ('open', 'passed')) then return 'deadline-ended'; end if;
  elsif not m.link then return null;
  end if;
  select e.command_id into v_step from vuosikello.event e
    where e.county = m.county and e.stream = m.workflow and e.seq = v_seq;
  return (
    select 'deadline-ended' from vuosikello.event e
    where e.county = m.county and e.stream = m.workflow and e.seq > v_seq and e.command_id is distinct from v_step
      and (e.type in ('RequestHandedOver', 'HandOverTakenBack', 'RequestTakenOver', 'HandlingTakenOver')
        or e.type = 'DeadlineSet' and e.body::json ->> 'name' = m.deadline)
    limit 1);
end $$`;

/** What a mail that did not arrive asks of a person is done once it has been sent again, and when its workflow ends. */
const settleUndelivered = [
  `create function vuosikello.settle_undelivered(p_county text, p_workflow text, p_first text) returns void
   language plpgsql as $$
   declare v_key text;
   begin
     perform set_config('app.county', p_county, true);
     for v_key in
       select t.key from vuosikello.task t
         where t.county = p_county and t.workflow = p_workflow and t.kind = 'mail-undelivered' and t.closed_at is null
           and (p_first is null or t.notification = p_first or t.notification like p_first || '.r%')
         order by t.place
     loop
       perform vuosikello.close_task(
         p_county, null, v_key, vuosikello.business_now(), 'clock', 'clock', 'task:' || v_key, null, null);
     end loop;
   end $$`,
  executable(['settle_undelivered'], 'vuosikello_app'),
  `create index task_undelivered on vuosikello.task (county, workflow) where kind = 'mail-undelivered' and closed_at is null`,
  `create function vuosikello.settle_resent() returns trigger language plpgsql as $$
   begin
     perform vuosikello.settle_undelivered(new.county, new.workflow, new.resent_of);
     return null;
   end $$`,
  `create trigger settle_resent after update of state on vuosikello.notification for each row
     when (new.state = 'accepted' and old.state <> 'accepted' and new.resent_of is not null)
     execute function vuosikello.settle_resent()`,
  `create function vuosikello.settle_ended() returns trigger language plpgsql as $$
   begin
     perform vuosikello.settle_undelivered(new.county, new.id, null);
     return null;
   end $$`,
  // At the end of the transaction: whoever settles a mail locks the mail and then its task.
  `create constraint trigger settle_ended after update on vuosikello.workflow deferrable initially deferred for each row
     when (old.status = 'open' and new.status <> 'open') execute function vuosikello.settle_ended()`,
  `revoke execute on function vuosikello.settle_resent(), vuosikello.settle_ended() from public`,
];

/** Mails that staff have sent again, and organisations that are not to be written to for a while. */
export const resentAndSilencedMailMigration = sqlMigration('0025-resent-and-silenced-mail', [
  `alter table vuosikello.notification add column resent_of text, add column resend_reason text, add column resend_command text`,
  `create unique index notification_resend_command on vuosikello.notification (county, resend_command)
     where resend_command is not null`,
  `create index notification_resent_of on vuosikello.notification (county, resent_of) where resent_of is not null`,
  `create index notification_organisation on vuosikello.notification (county, organisation)`,
  resendRefusal,
  resendNotification,
  executable(['resend_refusal', 'resend_notification'], 'vuosikello_app'),
  ...settleUndelivered,

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
