import { planOnce } from './plan-once';

// "is not distinct from" where "=" would do: it says the same, and does not tempt the planner to go through the whole partial
// index of that state instead of to the one row by its key.

/** Ends what is still held in the claims shown; returns the ids that were. */
export const finishWork = `
create function vuosikello.finish_work(p_county text, p_ids bigint[], p_fences integer[]) returns table (id text)
language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  for i in 1 .. cardinality(p_ids) loop
    update vuosikello.work_item k set state = 'done', lease_until = null, last_error = null
      where k.id = p_ids[i] and k.fence = p_fences[i] and k.state is not distinct from 'leased';
    if found then
      id := p_ids[i];
      return next;
    end if;
  end loop;
end $$`;

export const postponeWork = `
create function vuosikello.postpone_work(p_county text, p_id bigint, p_fence integer, p_until timestamptz, p_reason text)
returns boolean language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  update vuosikello.work_item k
    set state = 'pending', due_at = p_until, lease_until = null, bell_at = null, last_error = p_reason
    where k.id = p_id and k.fence = p_fence and k.state is not distinct from 'leased';
  return found;
end $$`;

/** Tried again after 10 s, 40 s, 160 s and 640 s of business time; quarantined at the fifth failure. */
export const failWork = `
create function vuosikello.fail_work(p_county text, p_id bigint, p_fence integer, p_reason text)
returns boolean language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  update vuosikello.work_item k
    set attempts = k.attempts + 1, lease_until = null, bell_at = null, last_error = p_reason,
        state = case when k.attempts >= 4 then 'quarantined' else 'pending' end,
        due_at = vuosikello.business_now() + 10 * 4 ^ k.attempts * interval '1 second'
    where k.id = p_id and k.fence = p_fence and k.state is not distinct from 'leased';
  return found;
end $$`;
