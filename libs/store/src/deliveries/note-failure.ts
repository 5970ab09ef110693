import { saysAddressIsDead, type TaskKind } from '@app/domain';
import canonicalize from 'canonicalize';
import type { Query, Statement } from '../connection/database';
import { openTask } from '../tasks/task-steps';

export type FailedMail = { id: string; workflow: string; organisation: string; contact: string | null };

const addEvent: Statement = {
  text: `with next as (
           update vuosikello.notification n set version = n.version + 1,
             bounced_at = case when $3 = 'NotificationBounced' then vuosikello.business_now() else n.bounced_at end,
             bounce_status = case when $3 = 'NotificationBounced' then $5 else n.bounce_status end
           where n.county = $1 and n.id = $2 returning n.version)
         insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
           select $1, $2, version, 'fact', $3, vuosikello.business_now(), 'clock', 'clock', $6, $4 from next`,
};
const markContact: Statement = {
  text: `update vuosikello.contact set undeliverable_since = (vuosikello.business_now() at time zone 'Europe/Helsinki')::date,
           undeliverable_status = $3
         where county = $1 and id = $2 and undeliverable_since is null and ($4::text[] is null or lower(email) = any ($4))
         returning id`,
};

const isMarked: Statement = {
  text: 'select id from vuosikello.contact where county = $1 and id = $2 and undeliverable_since is not null',
};

type ReportedAs = { type: 'NotificationBounced' | 'NotificationDelayed' | 'NotificationDelivered'; status: string };

/** What the same report is known by when it comes again: a failure may have the status with which it was delayed before. */
export function reportKey(notification: string, { type, status }: ReportedAs): string {
  return `report:${notification}/${type}/${status}`;
}

/** Records on the notification's own stream what a report said of it; ids and numbers only. */
export async function recordReport(
  query: Query,
  county: string,
  { id, contact }: Pick<FailedMail, 'id' | 'contact'>,
  { type, status }: ReportedAs,
): Promise<void> {
  const body = canonicalize({ contact, status });
  await query(addEvent, [county, id, type, body, status, reportKey(id, { type, status })]);
}

/**
 * A mail that will not arrive: recorded, and a task for a person. Where the address is dead its contact is marked, so that others are
 * written to; with `addresses` only if one of them is still the contact's. Gives the contact that was marked.
 */
export async function noteFailure(
  query: Query,
  county: string,
  mail: FailedMail,
  { status, addresses }: { status: string; addresses: readonly string[] | null },
): Promise<string | null> {
  await recordReport(query, county, mail, { type: 'NotificationBounced', status });
  const { id: notification, workflow, organisation, contact } = mail;
  const task = (kind: TaskKind, of: string, more = {}) =>
    openTask(
      query,
      { county, kind, key: `${kind}/${of}`, workflow, notification, organisation, ...more },
      { actor: { id: 'clock', role: 'clock' }, commandId: `bounce:${notification}` },
    );
  if (contact === null || !saysAddressIsDead(status)) {
    await task('mail-undelivered', notification);
    return null;
  }
  const marked = await query(markContact, [county, contact, status, addresses]);
  if (marked.length === 0) {
    // Marked before, it has its task. With another address meanwhile, only this mail has not arrived.
    const known = await query(isMarked, [county, contact]);
    if (known.length === 0) await task('mail-undelivered', notification);
    return null;
  }
  await task('contact-bounced', contact, { contact });
  return contact;
}
