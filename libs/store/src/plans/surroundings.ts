import type { Instance, KnownMail, PendingRung } from '@app/workflows';
import type { Query, Statement } from '../connection/database';

const descendants: Statement = {
  text: `with recursive below as (
           select id, snapshot from vuosikello.workflow where county = $1 and parent = any ($2)
           union all
           select w.id, w.snapshot from vuosikello.workflow w join below b on w.county = $1 and w.parent = b.id)
         select snapshot from below`,
};
const pendingRungs: Statement = {
  text: `select instance as workflow, deadline, set_no as "setNo", rung, vuosikello.instant(due_at) as at
         from vuosikello.work_item
         where county = $1 and instance = any ($2) and state in ('pending', 'leased') and kind = 'timer' and rung is not null
         order by due_at, id`,
};
// Rejected and suppressed mail has told nobody anything.
const knownMails: Statement = {
  text: `select id as notification, workflow, template, organisation, deadline, data,
           state in ('queued', 'deferred') as "isUnsent", vuosikello.instant(sent_at) as "sentAt"
         from vuosikello.notification
         where county = $1 and workflow = any ($2) and state not in ('rejected', 'suppressed')
         order by id`,
};

/** All workflows below these ones. */
export async function readDescendants(query: Query, county: string, ids: readonly string[]): Promise<Instance[]> {
  if (ids.length === 0) return [];
  const rows = await query<{ snapshot: string }>(descendants, [county, ids]);
  return rows.map(({ snapshot }) => JSON.parse(snapshot) as Instance);
}

/** The reminders of these workflows that are still to come. */
export function readPendingRungs(query: Query, county: string, ids: readonly string[]): Promise<PendingRung[]> {
  return ids.length === 0 ? Promise.resolve([]) : query<PendingRung>(pendingRungs, [county, ids]);
}

/** The mails of these workflows that were sent or may still be. */
export async function readKnownMails(query: Query, county: string, ids: readonly string[]): Promise<KnownMail[]> {
  if (ids.length === 0) return [];
  const rows = await query<Omit<KnownMail, 'data'> & { data: string }>(knownMails, [county, ids]);
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as KnownMail['data'] }));
}
