import type { Instant } from '@app/domain';
import type { Json } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Database, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import { afterDeadlock } from '../connection/deadlock';
import { Joining } from '../connection/joining';
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
import { noteRejected } from './note-rejected';
import { notificationStates, settledAs } from './notification-store';

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

const readSome: Statement = {
  name: 'read-notifications',
  text: `select ${columns}, ${content}, coalesce(c.html, g.html) as html from ${tables}
         where n.county = $1 and n.id = any ($2) order by n.id`,
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
  text: 'select vuosikello.settle_mails($1, $2, $3, $4, $5, $6, $7, $8, $9) as done',
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
type Settle = { work: WorkClaim; outcome: Settlement };

/** Mails of all counties go together; a claim goes with itself in no batch. */
const together = { lanes: 2, most: 200, group: () => '' };

/** Notifications and the states of their sending. What the events say of it names nobody: contact ids and numbers only. */
export class Notifications implements NotificationStore {
  private readonly reads: Joining<Key, Notification | undefined>;
  private readonly begins: Joining<Begin, boolean>;
  private readonly settlements: Joining<Settle, boolean>;

  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
  ) {
    this.reads = new Joining({ ...together, run: (keys) => this.readTogether(keys) });
    this.begins = new Joining<Begin, boolean>({
      ...together,
      apart: workOf,
      run: (batch) => this.beginTogether(batch),
    });
    this.settlements = new Joining<Settle, boolean>({
      ...together,
      apart: workOf,
      run: (batch) => this.settleTogether(batch),
    });
  }

  async read(county: string, id: string): Promise<Notification | undefined> {
    const [row] = await this.readAll(county, [id]);
    return row;
  }

  /** Those of them that there are, in the order of their ids. */
  async readAll(county: string, ids: readonly string[]): Promise<Notification[]> {
    const rows = await this.database.inCounty(county, (query) => query<Row>(readSome, [county, ids]));
    return rows.map(notificationOf);
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

  async settle({ id, county, fence }: WorkClaim, outcome: Settlement): Promise<boolean> {
    const work = { id, county, fence };
    return outcome.state === 'rejected'
      ? this.settleRejected({ work, outcome })
      : this.settlements.do({ work, outcome });
  }

  private settleRejected(rejected: Settle): Promise<boolean> {
    const { county } = rejected.work;
    const { notification, reply } = rejected.outcome;
    return afterDeadlock(() =>
      this.database.inCounty(county, async (query) => {
        const [row] = await query<{ done: boolean[] }>(settle, settleValues([rejected]));
        const done = row?.done[0] ?? false;
        if (done) await noteRejected(query, county, notification, reply);
        return done;
      }),
    );
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
    const none = Object.fromEntries(notificationStates.map((state) => [state, 0])) as Record<NotificationState, number>;
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  private async readTogether(keys: readonly Key[]): Promise<(Notification | undefined)[]> {
    const rows = await this.database.query<Row>(readMany, [keys.map(({ county }) => county), keys.map(({ id }) => id)]);
    const found = new Map(rows.map((row) => [`${row.county}/${row.id}`, row]));
    return keys.map(({ county, id }) => {
      const row = found.get(`${county}/${id}`);
      return row && notificationOf(row);
    });
  }

  private beginTogether(batch: readonly Begin[]): Promise<boolean[]> {
    const of = <T>(value: (sending: Sending) => T) => batch.map(({ sending }) => value(sending));
    return this.done(begin, [
      ...claimsOf(batch),
      of(({ notification }) => notification),
      of(({ messageId }) => messageId),
      of(({ contact }) => contact),
      of(({ language }) => language),
      of(({ subject }) => subject),
      of(({ text }) => text),
      of(({ html }) => html),
      of(({ contact, language, messageId }) => canonicalize({ contact, language, messageId })),
      of(({ sentTo }) => sentTo),
    ]);
  }

  private settleTogether(batch: readonly Settle[]): Promise<boolean[]> {
    return this.done(settle, settleValues(batch));
  }

  private async done(statement: Statement, values: unknown[]): Promise<boolean[]> {
    const [row] = await this.database.query<{ done: boolean[] }>(statement, values);
    return row?.done ?? [];
  }
}

function settleValues(batch: readonly Settle[]): unknown[] {
  const of = <T>(value: (outcome: Settlement) => T) => batch.map(({ outcome }) => value(outcome));
  return [
    ...claimsOf(batch),
    of(({ notification }) => notification),
    of(({ state }) => state),
    of(({ reply }) => reply),
    of(({ retryAt }) => retryAt ?? null),
    of(({ state }) => settledAs[state]),
    of(({ state, reply, retryAt }) =>
      canonicalize(state === 'suppressed' ? { reason: reply } : { retryAt: retryAt ?? null }),
    ),
  ];
}

function workOf({ work }: { work: WorkClaim }): string {
  return work.id;
}

function claimsOf(batch: readonly { work: WorkClaim }[]): unknown[] {
  return [batch.map(({ work }) => work.county), batch.map(({ work }) => work.id), batch.map(({ work }) => work.fence)];
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
