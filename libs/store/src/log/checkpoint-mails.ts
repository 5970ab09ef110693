import type { CivilDate } from '@app/domain';
import type { Query, Statement } from '../connection/database';
import { lastCheckpoint } from './checkpoints';
import { logStream, recordLogEvent } from './log-events';
import type { OwedCheckpoint } from './log-store';

const template = 'log-checkpoint';

const today: Statement = {
  name: 'helsinki-today',
  text: `select (vuosikello.business_now() at time zone 'Europe/Helsinki')::date::text as "on"`,
};
const owed: Statement = {
  name: 'is-notification-owed',
  text: `select from vuosikello.notification where county = $1 and id = $2`,
};
/** The primary key is what keeps a month's mail from being owed twice. */
const owe: Statement = {
  text: `with owed as (
           insert into vuosikello.notification
             (county, id, workflow, template, organisation, audience, deadline, link, data, state, owed_at, version)
           values ($1, $2, $3, '${template}', $1, 'registry', null, false, $4, 'queued', vuosikello.business_now(), 0)
           on conflict do nothing returning id)
         insert into vuosikello.work_item (county, instance, kind, due_at, dedupe_key, payload)
         select $1, $3, 'mail', vuosikello.business_now(), 'mail:' || id, json_build_object('notification', id)::text from owed
         returning id`,
};

/** Owes the county's registry the latest checkpoint, once a Helsinki month. Within a transaction that has entered the county. */
export async function oweMonthlyCheckpoint(query: Query, county: string): Promise<OwedCheckpoint> {
  const [day] = await query<{ on: CivilDate }>(today, []);
  const on = day?.on ?? '';
  const stream = logStream(county);
  const notification = `${stream}.checkpoint-${on.slice(0, 7)}`;
  if ((await query(owed, [county, notification])).length > 0) return 'owed-before';
  const last = await lastCheckpoint(query, county);
  if (!last) return 'not-signed';
  const { origin, size, note } = last.checkpoint;
  const data = JSON.stringify({ on, origin, size, note });
  if ((await query(owe, [county, notification, stream, data])).length === 0) return 'owed-before';
  await recordLogEvent(query, county, {
    type: 'CheckpointMailOwed',
    body: { notification, origin, size },
    actor: { id: 'clock', role: 'clock' },
    commandId: `checkpoint-mail:${on.slice(0, 7)}`,
  });
  return 'owed';
}
