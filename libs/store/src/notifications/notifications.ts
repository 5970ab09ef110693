import type { Json } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Database, Statement } from '../connection/database';
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
import { notificationStates, settledAs } from './notification-store';

const columns = `
  n.id, n.county, n.workflow, n.template, n.organisation, n.audience, n.deadline, n.link, n.data, n.state, n.attempts, n.repeats,
  n.message_id as "messageId", n.contact, n.language, c.reply, vuosikello.instant(n.owed_at) as "owedAt",
  vuosikello.instant(n.sent_at) as "sentAt", n.digest, coalesce(c.subject, g.subject) as subject, coalesce(c.text, g.text) as text`;
const tables = `
  vuosikello.notification n
  left join vuosikello.notification_content c on c.county = n.county and c.id = n.id
  left join vuosikello.digest_content g on g.county = n.county and g.id = n.digest`;

const readSome: Statement = {
  name: 'read-notifications',
  text: `select ${columns}, coalesce(c.html, g.html) as html from ${tables}
         where n.county = $1 and n.id = any ($2) order by n.id`,
};
const listSome: Statement = {
  text: `select ${columns}, null as html from ${tables} where n.county = $1 and ($2::text is null or n.workflow = $2) and ($3::text is null or n.state = $3) and n.id > $4
         order by n.id limit $5`,
};
const countStates: Statement = {
  text: 'select state, count(*)::integer as count from vuosikello.notification where county = $1 group by state',
};
const begin: Statement = {
  name: 'begin-sending',
  text: 'select vuosikello.begin_sending($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as done',
};
const settle: Statement = {
  name: 'settle-mail',
  text: 'select vuosikello.settle_mail($1, $2, $3, $4, $5, $6, $7, $8, $9) as done',
};

type Row = Omit<Notification, 'to' | 'data'> & { organisation: string; audience: string; data: string };

/** Notifications and the states of their sending. What the events say of it names nobody: contact ids and numbers only. */
export class Notifications implements NotificationStore {
  constructor(private readonly database: Database) {}

  async read(county: string, id: string): Promise<Notification | undefined> {
    const [row] = await this.readAll(county, [id]);
    return row;
  }

  /** Those of them that there are, in the order of their ids. */
  async readAll(county: string, ids: readonly string[]): Promise<Notification[]> {
    const rows = await this.database.inCounty(county, (query) => query<Row>(readSome, [county, ids]));
    return rows.map(notificationOf);
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
    const { notification, messageId, contact, language, subject, text, html } = sending;
    const body = canonicalize({ contact, language, messageId });
    return this.done(begin, [county, id, fence, notification, messageId, contact, language, subject, text, html, body]);
  }

  async settle(
    { id, county, fence }: WorkClaim,
    { notification, state, reply, retryAt }: Settlement,
  ): Promise<boolean> {
    const body = canonicalize({ retryAt: retryAt ?? null });
    return this.done(settle, [county, id, fence, notification, state, reply, retryAt ?? null, settledAs[state], body]);
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

function notificationOf({ organisation, audience, data, ...row }: Row): Notification {
  return { ...row, to: { organisation, audience }, data: JSON.parse(data) as Json };
}
