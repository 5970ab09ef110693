import type { Actor } from '@app/workflows';
import { shortId } from '../clock/randomness';
import type { Query, Statement } from '../connection/database';
import { recordLogEvent } from '../log/log-events';
import { closeTask, openTask } from '../tasks/task-steps';
import type { Webhook } from './webhook-store';

export const webhookColumns = `county, id, url, types, state, off_because as "offBecause", vuosikello.instant(created_at) as "createdAt",
  secret_no as "secretNo",
  case when old_secret_until > vuosikello.business_now() then vuosikello.instant(old_secret_until) end as "oldSecretUntil",
  reached::float8 as reached, vuosikello.instant(failing_since) as "failingSince",
  case when rests_until > vuosikello.business_now() then vuosikello.instant(rests_until) end as "restsUntil"`;

export const deliveryColumns = `id, position::float8 as position, type, state, attempts, vuosikello.instant(owed_at) as "owedAt",
  vuosikello.instant(due_at) as "dueAt", vuosikello.instant(give_up_at) as "giveUpAt", vuosikello.instant(ended_at) as "endedAt",
  status, reason`;

/** For how long an event is tried, and after how long in vain a webhook is switched off. */
export const patience = `interval '3 days'`;

const readWebhook: Statement = {
  text: `select ${webhookColumns} from vuosikello.webhook where county = $1 and id = $2`,
};

export async function webhookIn(query: Query, county: string, id: string): Promise<Webhook | undefined> {
  const [row] = await query<Webhook>(readWebhook, [county, id]);
  return row;
}

type Told = 'WebhookMade' | 'WebhookChanged' | 'WebhookSecretChanged' | 'WebhookRemoved';

export async function tellOfWebhook(
  query: Query,
  { county, id }: Pick<Webhook, 'county' | 'id'>,
  type: Told,
  actor: Actor,
): Promise<void> {
  await recordLogEvent(query, county, { type, body: { webhook: id }, actor, commandId: `webhook:${id}:${shortId()}` });
}

const byItself = { id: 'clock', role: 'clock' } as const;
type TaskOfWebhook = 'webhook-undelivered' | 'webhook-off';

export async function openWebhookTask(query: Query, county: string, id: string, kind: TaskOfWebhook): Promise<void> {
  const key = `${kind}/${id}`;
  await openTask(query, { county, key, kind }, { actor: byItself, commandId: `task:${key}` });
}

export async function closeWebhookTask(query: Query, county: string, id: string, kind: TaskOfWebhook): Promise<void> {
  const key = `${kind}/${id}`;
  await closeTask(query, { county, key, actor: byItself, commandId: `task:${key}` });
}
