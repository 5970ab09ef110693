import { areaChangeKey, helsinkiInstant, type Register } from '@app/domain';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AreaChangePayload } from '../work/work-store';

/**
 * The work of the county becomes what its changes of the area ask for: one item each, due when the day of the change begins. What is
 * there as it should be stays as it is, also when it is done; a change that has got another date is due then, and what the register
 * no longer knows is cancelled, unless it is done.
 */
const become = `
  with wanted as (
    select * from json_to_recordset(?::json) as w (key text, due_at timestamptz, payload text)),
  dropped as (
    update vuosikello.work_item k set state = 'cancelled', lease_until = null
      where k.county = ? and k.kind = 'change' and k.dedupe_key like 'change:%' and k.state in ('pending', 'leased', 'quarantined')
        and not exists (select from wanted w where w.key = k.dedupe_key))
  insert into vuosikello.work_item as k (county, instance, kind, due_at, dedupe_key, payload)
    select ?, ?, 'change', w.due_at, w.key, w.payload from wanted w
    on conflict (county, dedupe_key) do update
      set due_at = excluded.due_at, payload = excluded.payload, state = 'pending', lease_until = null, bell_at = null,
          attempts = 0, lost = 0, last_error = null
      where k.payload <> excluded.payload or k.state = 'cancelled'
    returning k.id`;

/** @returns whether there is new work. */
export async function writeChangeWork(em: EntityManager, { county, changes }: Register): Promise<boolean> {
  const wanted = changes.map((change) => {
    const payload: AreaChangePayload = { change: areaChangeKey(change), on: change.on };
    return {
      key: `change:${county.code}:${payload.change}`,
      due_at: helsinkiInstant(change.on, '00:00'),
      payload: JSON.stringify(payload),
    };
  });
  const written = await em.execute<object[]>(become, [JSON.stringify(wanted), county.code, county.code, county.code]);
  return written.length > 0;
}
