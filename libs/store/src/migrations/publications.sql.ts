import { planOnce } from './plan-once';

/**
 * Holds the topics until the end of the transaction, in one order, after the workflows. Whoever begins to follow a topic and
 * whoever publishes on it come one after the other: so the follower either finds the publication or is found by it.
 */
export const holdTopics = `
create function vuosikello.hold_topics(p_county text, p_topics text[]) returns void
language plpgsql ${planOnce} as $$
declare v_key bigint;
begin
  for v_key in
    select distinct hashtextextended('topic ' || p_county || ' ' || t.topic, 0) from unnest(p_topics) as t (topic) order by 1
  loop
    perform pg_advisory_xact_lock(v_key);
  end loop;
end $$`;

/** What stands published on the topics, the oldest first. */
export const readPublications = `
create function vuosikello.read_publications(p_county text, p_topics text[])
returns table (topic text, workflow text, seq integer, data text, ord bigint)
language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  perform vuosikello.hold_topics(p_county, p_topics);
  return query
    select p.topic, p.workflow, p.seq, p.data, p.ord
    from (select distinct i.topic from unnest(p_topics) as i (topic)) t
    cross join lateral (
      select p.topic, p.workflow, p.seq, p.data, p.ord from vuosikello.publication p
      where p.county = p_county and p.topic = t.topic offset 0) p
    order by p.ord;
end $$`;

/**
 * Makes durable who follows what, and tells what is published to those who follow it.
 *
 *   b_  topics that workflows begin to follow; "seen" is the place of the newest publication they were told
 *   x_  topics that they follow no more;  p_ what is published, in the order of the steps
 *
 * Raises serialization_failure where something was published on a topic since it was looked at: it has to be decided again.
 */
export const publish = `
create function vuosikello.publish(
  p_county text,
  b_workflow text[], b_topic text[], b_command text[], b_seen bigint[],
  x_workflow text[], x_topic text[],
  p_workflow text[], p_topic text[], p_seq integer[], p_data text[], p_at timestamptz[]
) returns void
language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  perform vuosikello.hold_topics(p_county, b_topic || p_topic);

  if exists (
    select from unnest(b_workflow, b_topic, b_seen) as b (workflow, topic, seen)
    cross join lateral (
      select from vuosikello.publication p
      where p.county = p_county and p.topic = b.topic and p.ord > b.seen and p.workflow <> b.workflow offset 0) p)
  then
    raise exception 'Something was published meanwhile' using errcode = 'serialization_failure';
  end if;

  for i in 1 .. cardinality(x_topic) loop
    delete from vuosikello.follow f
      where f.county = p_county and f.topic = x_topic[i] and f.workflow = x_workflow[i];
  end loop;
  insert into vuosikello.follow (county, topic, workflow, command)
    select p_county, b.topic, b.workflow, b.command from unnest(b_workflow, b_topic, b_command) as b (workflow, topic, command)
    on conflict (county, topic, workflow) do update set command = excluded.command;

  for i in 1 .. cardinality(p_topic) loop
    insert into vuosikello.publication (county, topic, workflow, seq, data, at)
      values (p_county, p_topic[i], p_workflow[i], p_seq[i], p_data[i], p_at[i])
      on conflict (county, topic, workflow) do update
        set seq = excluded.seq, data = excluded.data, at = excluded.at, ord = default;
    insert into vuosikello.work_item (county, instance, kind, due_at, dedupe_key, payload)
      select p_county, f.workflow, 'command', p_at[i], 'published:' || p_workflow[i] || '@' || p_seq[i] || '/' || f.workflow,
        json_build_object('workflow', f.workflow, 'command', f.command, 'from', p_workflow[i], 'data',
          json_build_object('topic', p_topic[i], 'from', p_workflow[i], 'data', p_data[i]::json))::text
      from vuosikello.follow f
      where f.county = p_county and f.topic = p_topic[i] and f.workflow <> p_workflow[i]
      order by f.workflow;
  end loop;
end $$`;
