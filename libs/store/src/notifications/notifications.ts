import type { Json } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Database, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import type { WorkClaim } from '../work/work-store';
import type { Listed, Page } from '../workflows/workflow-store';
import type {
  Notification,
  NotificationFilter,
  NotificationState,
  NotificationStore,
  Resend,
  ResendAnswer,
  Sending,
  Settlement,
} from './notification-store';
import { notificationStates } from './notification-store';

const columns = `
  n.id, n.county, n.workflow, n.template, n.organisation, n.audience, n.deadline, n.link, n.data, n.state, n.attempts, n.repeats,
  n.resent_of as "resentOf", n.resend_reason as "resendReason", n.message_id as "messageId", n.contact, n.language, c.reply, vuosikello.instant(n.owed_at) as "owedAt",
  vuosikello.instant(n.sent_at) as "sentAt", c.subject, c.text
  from vuosikello.notification n left join vuosikello.notification_content c on c.county = n.county and c.id = n.id`;

const readOne: Statement = { name: 'read-notification', text: `select ${columns} where n.county = $1 and n.id = $2` };
const listSome: Statement = {
  text: `select ${columns} where n.county = $1 and ($2::text is null or n.workflow = $2) and ($3::text is null or n.state = $3)
           and ($4::text is null or n.organisation = $4) and ($5::text is null or n.template = $5)
           and ($6::date is null or n.owed_at >= $6::date::timestamp at time zone 'Europe/Helsinki')
           and ($7::date is null or n.owed_at < ($7::date + 1)::timestamp at time zone 'Europe/Helsinki')
           and n.id > $8
         order by n.id limit $9`,
};
const countStates: Statement = {
  text: 'select state, count(*)::integer as count from vuosikello.notification where county = $1 group by state',
};
const begin: Statement = {
  name: 'begin-sending',
  text: 'select vuosikello.begin_sending($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as done',
};
const resend: Statement = {
  text: 'select outcome, id from vuosikello.resend_notification($1, $2, $3, $4, $5, $6, $7)',
};
const settle: Statement = {
  name: 'settle-mail',
  text: 'select vuosikello.settle_mail($1, $2, $3, $4, $5, $6, $7, $8, $9) as done',
};

type Row = Omit<Notification, 'to' | 'data'> & { organisation: string; audience: string; data: string };

const settledAs: Record<Settlement['state'], string> = {
  accepted: 'NotificationAccepted',
  rejected: 'NotificationRejected',
  unknown: 'NotificationUnknown',
  deferred: 'NotificationDeferred',
  suppressed: 'NotificationSuppressed',
};

/** Notifications and the states of their sending. What the events say of it names nobody: contact ids and numbers only. */
export class Notifications implements NotificationStore {
  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
  ) {}

  async read(county: string, id: string): Promise<Notification | undefined> {
    const [row] = await this.database.inCounty(county, (query) => query<Row>(readOne, [county, id]));
    return row && notificationOf(row);
  }

  async list(
    county: string,
    { workflow, state, organisation, template, from, to }: NotificationFilter,
    { limit, after = '' }: Page,
  ): Promise<Listed<Notification>> {
    const filters = [workflow, state, organisation, template, from, to].map((value) => value ?? null);
    const values = [county, ...filters, after, limit + 1];
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
    return this.done(settle, [county, id, fence, notification, state, reply, retryAt ?? null, settledAs[state], body]);
  }

  async resend({ county, notification, reason, actor, commandId, deadlineRuns }: Resend): Promise<ResendAnswer> {
    const [answer] = await this.database.query<ResendAnswer>(resend, [
      county,
      notification,
      reason,
      actor.id,
      actor.role,
      commandId,
      deadlineRuns,
    ]);
    if (!answer) throw new Error('resend_notification gave no row');
    if (answer.outcome === 'resent') this.bell.ring();
    return answer;
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
