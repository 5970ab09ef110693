import type { Instant } from '@app/domain';
import type { Json } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Database, Statement } from '../connection/database';
import { type FailedMail, noteFailure } from '../deliveries/note-failure';
import type { WorkClaim } from '../work/work-store';
import type { Listed, Page } from '../workflows/workflow-store';
import type {
  Notification,
  NotificationFilter,
  NotificationState,
  NotificationStore,
  Sending,
  Settlement,
} from './notification-store';
import { notificationStates } from './notification-store';

const columns = `
  n.id, n.county, n.workflow, n.template, n.organisation, n.audience, n.deadline, n.link, n.data, n.state, n.attempts, n.repeats,
  n.message_id as "messageId", n.contact, n.language, c.reply, vuosikello.instant(n.owed_at) as "owedAt",
  vuosikello.instant(n.sent_at) as "sentAt", vuosikello.instant(n.bounced_at) as "bouncedAt", n.bounce_status as "bounceStatus",
  c.subject, c.text
  from vuosikello.notification n left join vuosikello.notification_content c on c.county = n.county and c.id = n.id`;

const readOne: Statement = { name: 'read-notification', text: `select ${columns} where n.county = $1 and n.id = $2` };
const listSome: Statement = {
  text: `select ${columns} where n.county = $1 and ($2::text is null or n.workflow = $2) and ($3::text is null or n.state = $3) and n.id > $4
         order by n.id limit $5`,
};
const countStates: Statement = {
  text: 'select state, count(*)::integer as count from vuosikello.notification where county = $1 group by state',
};
const begin: Statement = {
  name: 'begin-sending',
  text: 'select vuosikello.begin_sending($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as done',
};
const settle: Statement = {
  name: 'settle-mail',
  text: 'select vuosikello.settle_mail($1, $2, $3, $4, $5, $6, $7, $8, $9) as done',
};

const readMail: Statement = {
  text: 'select id, workflow, organisation, contact from vuosikello.notification where county = $1 and id = $2',
};

/** A refusal for good of the recipient's address (RFC 3463). */
const noSuchAddress = /\b(5\.1\.\d{1,3})\b/;

type Row = Omit<Notification, 'to' | 'data' | 'bounced'> & {
  organisation: string;
  audience: string;
  data: string;
  bouncedAt: Instant | null;
  bounceStatus: string | null;
};

const settledAs: Record<Settlement['state'], string> = {
  accepted: 'NotificationAccepted',
  rejected: 'NotificationRejected',
  unknown: 'NotificationUnknown',
  deferred: 'NotificationDeferred',
  suppressed: 'NotificationSuppressed',
};

/** Notifications and the states of their sending. What the events say of it names nobody: contact ids and numbers only. */
export class Notifications implements NotificationStore {
  constructor(private readonly database: Database) {}

  async read(county: string, id: string): Promise<Notification | undefined> {
    const [row] = await this.database.inCounty(county, (query) => query<Row>(readOne, [county, id]));
    return row && notificationOf(row);
  }

  async list(
    county: string,
    { workflow, state }: NotificationFilter,
    { limit, after = '' }: Page,
  ): Promise<Listed<Notification>> {
    const values = [county, workflow ?? null, state ?? null, after, limit + 1];
    const rows = await this.database.inCounty(county, (query) => query<Row>(listSome, values));
    const items = rows.slice(0, limit).map(notificationOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async beginSending({ id, county, fence }: WorkClaim, sending: Sending): Promise<boolean> {
    const { notification, messageId, contact, language, subject, text } = sending;
    const body = canonicalize({ contact, language, messageId });
    return this.done(begin, [county, id, fence, notification, messageId, contact, language, subject, text, body]);
  }

  async settle(
    { id, county, fence }: WorkClaim,
    { notification, state, reply, retryAt }: Settlement,
  ): Promise<boolean> {
    const body = canonicalize({ retryAt: retryAt ?? null });
    const values = [county, id, fence, notification, state, reply, retryAt ?? null, settledAs[state], body];
    const status = state === 'rejected' ? noSuchAddress.exec(reply)?.[1] : undefined;
    if (status === undefined) return this.done(settle, values);
    // The other server has said at once what would have come as a report.
    return this.database.inCounty(county, async (query) => {
      const [row] = await query<{ done: boolean }>(settle, values);
      const [mail] = row?.done ? await query<FailedMail>(readMail, [county, notification]) : [];
      if (mail) await noteFailure(query, county, mail, { status, addresses: null });
      return row?.done ?? false;
    });
  }

  async counts(county: string): Promise<Record<NotificationState, number>> {
    const rows = await this.database.inCounty(county, (query) =>
      query<{ state: NotificationState; count: number }>(countStates, [county]),
    );
    const none = Object.fromEntries(notificationStates.map((state) => [state, 0])) as Record<NotificationState, number>;
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  private async done(statement: Statement, values: unknown[]): Promise<boolean> {
    const [row] = await this.database.query<{ done: boolean }>(statement, values);
    return row?.done ?? false;
  }
}

function notificationOf({
  organisation,
  audience,
  data,
  bouncedAt: at,
  bounceStatus: status,
  ...row
}: Row): Notification {
  const bounced = at !== null && status !== null ? { at, status } : null;
  return { ...row, bounced, to: { organisation, audience }, data: JSON.parse(data) as Json };
}
