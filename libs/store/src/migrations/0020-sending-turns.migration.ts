import { definerFunctions, executable } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * The turns of mails within the rate limits: how many have been given for each minute of business time, in all (key '') and
 * to one domain. A turn that is to come stands with the work, so that whoever claims it then knows of it. A turn holds for two
 * minutes: after an outage nobody leaves on the old ones together.
 *
 * Gives a row for each work still held in the claim shown: null, it may go now; else when its turn is.
 */
const takeTurns = `
create function vuosikello.take_turns(p_ids bigint[], p_fences integer[], p_domains text[], p_total integer, p_domain integer)
returns table (id text, until text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_now timestamptz := vuosikello.business_now();
  v_this_minute timestamptz := date_trunc('minute', v_now);
  v_first timestamptz := v_this_minute;
  v_minute timestamptz;
  v_turn timestamptz;
  v_total integer;
  v_domain integer;
begin
  -- One at a time over all replicas. What a crash forgets of the turns is no harm, and nobody waits for the disk.
  perform pg_advisory_xact_lock(hashtext('vuosikello.sending_turn'));
  perform set_config('synchronous_commit', 'off', true);
  -- Turns that were given at a time to come are of a clock that has been put back.
  delete from vuosikello.sending_turn t where t.minute < v_this_minute - interval '2 minutes' or t.given_at > v_now + interval '5 seconds';
  for i in 1 .. cardinality(p_ids) loop
    select w.turn_at into v_turn from vuosikello.work_item w
      where w.id = p_ids[i] and w.fence = p_fences[i] and w.state is not distinct from 'leased';
    continue when not found;
    id := p_ids[i]::text;
    until := null;
    if v_turn <= v_now and v_turn > v_now - interval '2 minutes' then
      update vuosikello.work_item w set turn_at = null where w.id = p_ids[i];
      return next;
      continue;
    end if;
    -- Where the domain was last given one; before that it is full, or all are.
    select greatest(v_first, max(t.minute)) into v_minute from vuosikello.sending_turn t where t.key = p_domains[i];
    loop
      select t.taken into v_total from vuosikello.sending_turn t where t.key = '' and t.minute = v_minute;
      v_total := coalesce(v_total, 0);
      if v_total < p_total then
        select t.taken into v_domain from vuosikello.sending_turn t where t.key = p_domains[i] and t.minute = v_minute;
        v_domain := coalesce(v_domain, 0);
        exit when v_domain < p_domain;
      elsif v_minute = v_first then
        v_first := v_first + interval '1 minute';
      end if;
      v_minute := v_minute + interval '1 minute';
    end loop;
    insert into vuosikello.sending_turn as t (key, minute, taken, given_at)
      values ('', v_minute, 1, v_now), (p_domains[i], v_minute, 1, v_now)
      on conflict (key, minute) do update set taken = t.taken + 1, given_at = v_now;
    v_turn := v_minute + interval '1 minute' * greatest(v_total::float8 / p_total, v_domain::float8 / p_domain);
    if v_minute > v_this_minute then
      update vuosikello.work_item w set turn_at = v_turn where w.id = p_ids[i];
      until := vuosikello.instant(v_turn);
    elsif v_turn is not null then
      update vuosikello.work_item w set turn_at = null where w.id = p_ids[i] and w.turn_at is not null;
    end if;
    return next;
  end loop;
end $$`;

// Each of these does for many mails, of any counties, what its like does for one: one way to the database and one commit for
// all. Every row is read and written inside its own county.

/** Notifications with their contents, in no order. */
const readNotifications = `
create function vuosikello.read_notifications(p_counties text[], p_ids text[])
returns table (notification vuosikello.notification, content vuosikello.notification_content)
language plpgsql as $$
begin
  for i in 1 .. cardinality(p_ids) loop
    perform set_config('app.county', p_counties[i], true);
    return query
      select n, c from vuosikello.notification n
      left join vuosikello.notification_content c on c.county = n.county and c.id = n.id
      where n.county = p_counties[i] and n.id = p_ids[i];
  end loop;
end $$`;

/** The links of mails that are about to be sent: the commit with which that is recorded takes them to the disk. */
const issueLinks = `
create function vuosikello.issue_links(
  p_counties text[], p_hashes bytea[], p_workflows text[], p_notifications text[], p_contacts text[], p_expire_at timestamptz[])
returns void language plpgsql as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  for i in 1 .. cardinality(p_hashes) loop
    perform set_config('app.county', p_counties[i], true);
    insert into vuosikello.response_link (county, token_hash, workflow, notification, contact, issued_at, expires_at)
      values (p_counties[i], p_hashes[i], p_workflows[i], p_notifications[i], p_contacts[i], vuosikello.business_now(), p_expire_at[i]);
  end loop;
end $$`;

const beginSendings = `
create function vuosikello.begin_sendings(
  p_counties text[], p_works bigint[], p_fences integer[], p_notifications text[], p_message_ids text[], p_contacts text[],
  p_languages text[], p_subjects text[], p_texts text[], p_htmls text[], p_bodies text[], p_sent_to text[]) returns boolean[]
language plpgsql as $$
declare v_done boolean[];
begin
  for i in 1 .. cardinality(p_works) loop
    v_done[i] := vuosikello.begin_sending(p_counties[i], p_works[i], p_fences[i], p_notifications[i], p_message_ids[i],
      p_contacts[i], p_languages[i], p_subjects[i], p_texts[i], p_htmls[i], p_bodies[i], p_sent_to[i]);
  end loop;
  return v_done;
end $$`;

const settleMails = `
create function vuosikello.settle_mails(
  p_counties text[], p_works bigint[], p_fences integer[], p_notifications text[], p_states text[], p_replies text[],
  p_retry_at timestamptz[], p_types text[], p_bodies text[]) returns boolean[]
language plpgsql as $$
declare v_done boolean[];
begin
  for i in 1 .. cardinality(p_works) loop
    v_done[i] := vuosikello.settle_mail(p_counties[i], p_works[i], p_fences[i], p_notifications[i], p_states[i], p_replies[i],
      p_retry_at[i], p_types[i], p_bodies[i]);
  end loop;
  return v_done;
end $$`;

/** Back to pending, each until its own time. */
const postponeWorks = `
create function vuosikello.postpone_works(
  p_counties text[], p_ids bigint[], p_fences integer[], p_until timestamptz[], p_reasons text[]) returns boolean[]
language plpgsql as $$
declare v_held boolean[];
begin
  for i in 1 .. cardinality(p_ids) loop
    v_held[i] := vuosikello.postpone_work(p_counties[i], p_ids[i], p_fences[i], p_until[i], p_reasons[i]);
  end loop;
  return v_held;
end $$`;

/** Mails take turns within the rate limits, whichever replica sends them, and many are recorded together. */
export const sendingTurnsMigration = sqlMigration('0020-sending-turns', [
  `create table vuosikello.sending_turn (
     key text not null, minute timestamptz not null, taken integer not null, given_at timestamptz not null,
     primary key (key, minute)
   ) with (fillfactor = 50)`,
  `grant select, insert, update, delete on vuosikello.sending_turn to vuosikello_claims`,
  `alter table vuosikello.work_item add column turn_at timestamptz`,
  `grant select (turn_at), update (turn_at) on vuosikello.work_item to vuosikello_claims`,
  takeTurns,
  ...definerFunctions(['take_turns'], 'vuosikello_engine'),
  readNotifications,
  issueLinks,
  beginSendings,
  settleMails,
  postponeWorks,
  executable(
    ['read_notifications', 'issue_links', 'begin_sendings', 'settle_mails', 'postpone_works'],
    'vuosikello_engine',
  ),
]);
