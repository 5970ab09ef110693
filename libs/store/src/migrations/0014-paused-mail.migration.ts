import { planOnce } from './plan-once';
import { sqlMigration } from './sql-migration';

/**
 * A deadline that ended, moved, stands still or goes on; see 0005 for the first two. `p_below`: null ended; above 0 moved, the
 * timers of its earlier dates go; 0 paused: its timers go, and its unsent mail waits, as queued as it was, without work to do;
 * -1 it goes on: what waited is to be sent.
 */
const endDeadline = endDeadlineWith({ declared: '', chosen: '', spared: '', reason: `'{"reason":"deadline-ended"}'` });

/** The same with what came later: see 0022. */
export function endDeadlineWith(more: { declared: string; chosen: string; spared: string; reason: string }): string {
  return `
create or replace function vuosikello.end_deadline(
  p_county text, p_workflow text, p_name text, p_below integer, p_at timestamptz, p_command_id text) returns void
language plpgsql ${planOnce} as $$
declare v_mail text;${more.declared}
begin
  if p_below = -1 then
    for v_mail in
      select m.id from vuosikello.notification m
        where m.workflow = p_workflow and m.deadline = p_name and m.state in ('queued', 'deferred')
    loop
      update vuosikello.work_item k set state = 'pending', due_at = p_at, bell_at = null
        where k.county = p_county and k.dedupe_key = 'mail:' || v_mail and k.state is not distinct from 'cancelled';
    end loop;
    return;
  end if;

  update vuosikello.work_item k set state = 'cancelled', lease_until = null
    where k.instance = p_workflow and k.state in ('pending', 'leased')
      and k.kind = 'timer' and k.deadline = p_name and (coalesce(p_below, 0) = 0 or k.set_no < p_below);
  if p_below > 0 then return; end if;${more.chosen}

  for v_mail in
    with dropped as (
      update vuosikello.notification m
        set unwanted = m.state in ('sending', 'unknown') or p_below is null,
            state = case when p_below is null and m.state in ('queued', 'deferred') then 'suppressed' else m.state end,
            version = m.version + case when p_below is null and m.state in ('queued', 'deferred') then 1 else 0 end
        where m.workflow = p_workflow and m.deadline = p_name and m.state in ('queued', 'deferred', 'sending', 'unknown')${more.spared}
        returning m.id, m.state, m.version),
    told as (
      insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
        select p_county, d.id, d.version, 'fact', 'NotificationSuppressed', p_at, 'clock', 'clock', p_command_id,
          ${more.reason}
        from dropped d where d.state = 'suppressed')
    select d.id from dropped d where d.state <> 'sending'
  loop
    update vuosikello.work_item k set state = 'cancelled', lease_until = null
      where k.county = p_county and k.dedupe_key = 'mail:' || v_mail
        and not (k.state in ('done', 'cancelled', 'superseded', 'quarantined'));
  end loop;
end $$`;
}

/** The mail of a workflow that is paused waits until it goes on. */
export const pausedMailMigration = sqlMigration('0014-paused-mail', [endDeadline]);
