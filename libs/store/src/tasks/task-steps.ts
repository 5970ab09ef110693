import type { Instant } from '@app/domain';
import type { Actor } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Query, Statement } from '../connection/database';
import type { ClosedTask, NewTask } from './task-store';

const open: Statement = {
  name: 'open-task',
  text: 'select vuosikello.open_task($1, $2, $3, $4, $5, $6, $7, coalesce($8, vuosikello.business_now()), $9, $10, $11, $12) as id',
};
const close: Statement = {
  name: 'close-task',
  text: `select vuosikello.close_task($1, $2, $3, coalesce($4, vuosikello.business_now()), $5, $6, $7, $8, $9) as outcome`,
};

/** By whom, when and in which command, as the log says it. Without a moment it is now. */
type Given = { actor: Actor; commandId: string; at?: Instant };
/** The end of a task by its id or by the key under which it is open; `hash` where it is a person's command. */
export type TaskEnd = Given & { county: string; id?: string; key?: string; hash?: string; note?: string };

/** Opens a task within a transaction, and gives its id; where one with the key is open, that one's. */
export async function openTask(query: Query, task: NewTask, { at, actor, commandId }: Given): Promise<string> {
  const { county, key, kind, workflow = null, notification = null, organisation = null, contact = null } = task;
  const said = { key, kind, workflow, notification, organisation, contact };
  const body = canonicalize(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)));
  const about = [county, key, kind, workflow, notification, organisation, contact];
  const [row] = await query<{ id: string }>(open, [...about, at ?? null, actor.id, actor.role, commandId, body]);
  if (!row) throw new Error('open_task gave no row');
  return row.id;
}

/** Closes a task within a transaction. */
export async function closeTask(query: Query, end: TaskEnd): Promise<ClosedTask['outcome']> {
  const { county, id = null, key = null, at = null, actor, commandId, hash = null, note = null } = end;
  const values = [county, id, key, at, actor.id, actor.role, commandId, hash, note];
  const [row] = await query<{ outcome: ClosedTask['outcome'] }>(close, values);
  if (!row) throw new Error('close_task gave no row');
  return row.outcome;
}
