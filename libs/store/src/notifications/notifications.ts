import type { Instant } from '@app/domain';
import type { Json } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Database, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import { Joining } from '../connection/joining';
import { claimsOf, together } from '../work/joined-claims';
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
  Sent,
  Settlement,
} from './notification-store';
import { countedStates } from './notification-store';
import { Settlements } from './settlements';

// Why a mail was not wanted any more is said in the log, whoever found that out.
const reply = `
  case when n.state <> 'suppressed' then c.reply else (
    select e.body::json ->> 'reason' from vuosikello.event e
    where e.county = n.county and e.stream = n.id and e.type = 'NotificationSuppressed' order by e.seq desc limit 1) end`;
const columns = `
  n.id, n.county, n.workflow, n.template, n.organisation, n.audience, n.deadline, n.link, n.data, n.state, n.attempts, n.repeats,
  n.resent_of as "resentOf", n.resend_reason as "resendReason", n.message_id as "messageId", n.contact, n.language, ${reply} as reply, vuosikello.instant(n.owed_at) as "owedAt",
  vuosikello.instant(n.sent_at) as "sentAt", n.digest, vuosikello.instant(n.bounced_at) as "bouncedAt", n.bounce_status as "bounceStatus"`;
const content = 'coalesce(c.subject, g.subject) as subject, coalesce(c.text, g.text) as text';
const tables = `
  vuosikello.notification n
  left join vuosikello.notification_content c on c.county = n.county and c.id = n.id
  left join vuosikello.digest_content g on g.county = n.county and g.id = n.digest`;

const readOne: Statement = {
  name: 'read-notification',
  text: `select ${columns}, ${content}, coalesce(c.html, g.html) as html from ${tables}
         where n.county = $1 and n.id = $2`,
};
const listSome: Statement = {
  text: `select ${columns}, ${content}, null as html from ${tables} where n.county = $1 and ($2::text is null or n.workflow = $2) and ($3::text is null or n.state = $3)
           and ($4::text is null or n.organisation = $4) and ($5::text is null or n.template = $5)
           and ($6::date is null or n.owed_at >= $6::date::timestamp at time zone 'Europe/Helsinki')
           and ($7::date is null or n.owed_at < ($7::date + 1)::timestamp at time zone 'Europe/Helsinki')
           and ($8 = '' or (n.owed_at, n.id) < (select p.owed_at, p.id from vuosikello.notification p where p.county = $1 and p.id = $8))
         order by n.owed_at desc, n.id desc limit $9`,
};
const countStates: Statement = {
  text: 'select state, count(*)::integer as count from vuosikello.notification where county = $1 group by state',
};
const readMany: Statement = {
  name: 'read-to-send',
  // What was sent before is not asked for.
  text: `select ${columns}, null as subject, null as text, null as html from vuosikello.read_notifications($1, $2) r,
         lateral (select (r.notification).*) n, lateral (select (r.content).*) c`,
};
const begin: Statement = {
  name: 'begin-sendings',
  text: 'select vuosikello.begin_sendings($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as done',
};
const resend: Statement = {
  text: 'select outcome, id from vuosikello.resend_notification($1, $2, $3, $4, $5, $6)',
};
const settle: Statement = {
  name: 'settle-mails',
  text: 'select place::integer from vuosikello.settle_mails($1, $2, $3, $4, $5, $6, $7, $8, $9)',
};

type Row = Omit<Notification, 'to' | 'data' | 'bounced'> & {
  organisation: string;
  audience: string;
  data: string;
  bouncedAt: Instant | null;
  bounceStatus: string | null;
};

type Key = { county: string; id: string };
type Begin = { work: WorkClaim; sending: Sending };

/** Notifications and the states of their sending. What the events say of it names nobody: contact ids and numbers only. */
export class Notifications implements NotificationStore {
  private readonly reads: Joining<Key, Notification | undefined>;
  private readonly begins: Joining<Begin, boolean>;
  private readonly settlements: Settlements;

  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
  ) {
    this.reads = new Joining({ lanes: 2, most: 200, group: () => '', run: (keys) => this.readTogether(keys) });
    this.begins = new Joining<Begin, boolean>({ ...together, run: (batch) => this.beginTogether(batch) });
    this.settlements = new Settlements(database, settle);
  }

  async read(county: string, id: string): Promise<Notification | undefined> {
    const [row] = await this.database.inCounty(county, (query) => query<Row>(readOne, [county, id]));
    return row && notificationOf(row);
  }

  readToSend(county: string, id: string): Promise<Notification | undefined> {
    return this.reads.do({ county, id });
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
    return this.begins.do({ work: { id, county, fence }, sending });
  }

  async settle(work: WorkClaim, { notification, ...outcome }: Settlement): Promise<boolean> {
    return this.settlements.settle(work, notification, outcome);
  }

  async resend({ county, notification, reason, actor, commandId }: Resend): Promise<ResendAnswer> {
    const [answer] = await this.database.query<ResendAnswer>(resend, [
      county,
      notification,
      reason,
      actor.id,
      actor.role,
      commandId,
    ]);
    if (!answer) throw new Error('resend_notification gave no row');
    if (answer.outcome === 'resent') this.bell.ring();
    return answer;
  }

  async counts(county: string): Promise<Record<NotificationState, number>> {
    const rows = await this.database.inCounty(county, (query) =>
      query<{ state: NotificationState; count: number }>(countStates, [county]),
    );
    return countedStates(rows);
  }

  private async readTogether(keys: readonly Key[]): Promise<(Notification | undefined)[]> {
    const rows = await this.database.query<Row>(readMany, [keys.map(({ county }) => county), keys.map(({ id }) => id)]);
    const found = new Map(rows.map((row) => [`${row.county}/${row.id}`, row]));
    return keys.map(({ county, id }) => {
      const row = found.get(`${county}/${id}`);
      return row && notificationOf(row);
    });
  }

  private async beginTogether(batch: readonly Begin[]): Promise<boolean[]> {
    const ids = batch.map(({ sending }) => sending.notification);
    const bodies = batch.map(({ sending: { contact, language, messageId } }) =>
      canonicalize({ contact, language, messageId }),
    );
    const sentTo = batch.map(({ sending }) => sending.sentTo);
    const values = [...claimsOf(batch), ids, ...sentColumns(batch.map(({ sending }) => sending)), bodies, sentTo];
    const [row] = await this.database.query<{ done: boolean[] }>(begin, values);
    return row?.done ?? [];
  }
}

/** What is kept of mails that are about to leave, as columns. */
export function sentColumns(mails: readonly Sent[]): unknown[] {
  const names = ['messageId', 'contact', 'language', 'subject', 'text', 'html'] as const;
  return names.map((name) => mails.map((mail) => mail[name]));
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
