import canonicalize from 'canonicalize';
import type { Database, Statement } from '../connection/database';
import { afterDeadlock } from '../connection/deadlock';
import { noteRejected } from '../notifications/note-rejected';
import { settledAs } from '../notifications/notification-store';
import type { Notification } from '../notifications/notification-store';
import type { Notifications } from '../notifications/notifications';
import type { Bell } from '../work/bell';
import type { WorkClaim } from '../work/work-store';
import type {
  Digest,
  DigestBegun,
  DigestCounts,
  DigestSending,
  DigestSettlement,
  DigestStore,
  Gathered,
  Gathering,
} from './digest-store';

const readOne: Statement = {
  name: 'read-digest',
  text: `select g.id, g.county, g.recipient, g.send_on::text as on, g.state, g.attempts, g.repeats,
           vuosikello.instant(g.made_at) as "madeAt"
         from vuosikello.digest g where g.county = $1 and g.id = $2`,
};
const members: Statement = { name: 'digest-members', text: 'select id from vuosikello.digest_members($1, $2)' };
const owesMail: Statement = { name: 'owes-mail', text: 'select vuosikello.owes_mail($1) as owed' };
const gather: Statement = {
  name: 'gather-mail',
  text: 'select vuosikello.gather_mail($1, $2, $3, $4, $5, $6, $7) as outcome',
};
const begin: Statement = {
  name: 'begin-digest',
  text: 'select vuosikello.begin_digest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as outcome',
};
const settle: Statement = {
  name: 'settle-digest',
  text: 'select vuosikello.settle_digest($1, $2, $3, $4, $5, $6, $7, $8, $9) as done',
};
const leave: Statement = {
  name: 'leave-digest',
  text: 'select vuosikello.leave_digest($1, $2, $3, $4, $5, $6) as done',
};
const countAll: Statement = {
  text: `select count(*) filter (where g.state in ('queued', 'deferred', 'sending'))::integer as waiting,
           count(*) filter (where g.state in ('accepted', 'rejected', 'unknown'))::integer as sent,
           count(*) filter (where g.state in ('accepted', 'rejected', 'unknown') and m.many)::integer as shared
         from vuosikello.digest g
         left join (
           select n.digest, count(*) > 1 as many from vuosikello.notification n
           where n.county = $1 and n.digest is not null and n.attempts > 0 group by n.digest) m on m.digest = g.id
         where g.county = $1`,
};

/** The daily mails. What the events say of one is said in the streams of its notifications. */
export class Digests implements DigestStore {
  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly notifications: Notifications,
  ) {}

  async read(county: string, id: string): Promise<Digest | undefined> {
    const [row] = await this.database.inCounty(county, (query) => query<Digest>(readOne, [county, id]));
    return row;
  }

  async members(county: string, id: string): Promise<Notification[]> {
    const rows = await this.database.query<{ id: string }>(members, [county, id]);
    return this.notifications.readAll(
      county,
      rows.map((row) => row.id),
    );
  }

  async isMailOwed(county: string): Promise<boolean> {
    const [row] = await this.database.query<{ owed: boolean }>(owesMail, [county]);
    return row?.owed ?? false;
  }

  async gather({ id, county, fence }: WorkClaim, gathering: Gathering): Promise<Gathered> {
    const { notification, recipient, on, againAt } = gathering;
    const values = [county, id, fence, notification, recipient, on, againAt];
    const [row] = await this.database.query<{ outcome: Gathered }>(gather, values);
    if (row?.outcome === 'joined') this.bell.ring();
    return row?.outcome ?? 'lost';
  }

  async begin({ id, county, fence }: WorkClaim, sending: DigestSending): Promise<DigestBegun> {
    const { digest, notifications, messageId, sentTo, contact, language, subject, text, html } = sending;
    const body = canonicalize({ contact, digest, language, messageId });
    const letter = [messageId, contact, language, subject, text, html, body, sentTo];
    const values = [county, id, fence, digest, notifications, ...letter];
    const [row] = await afterDeadlock(() => this.database.query<{ outcome: DigestBegun }>(begin, values));
    return row?.outcome ?? 'lost';
  }

  async settle(
    { id, county, fence }: WorkClaim,
    { digest, state, reply, retryAt }: DigestSettlement,
  ): Promise<boolean> {
    const body = canonicalize({ retryAt: retryAt ?? null });
    const values = [county, id, fence, digest, state, reply, retryAt ?? null, settledAs[state], body];
    // The mail has been sent: recording that must not fail for somebody else's locks.
    return afterDeadlock(() =>
      this.database.inCounty(county, async (query) => {
        const [row] = await query<{ done: boolean }>(settle, values);
        if (row?.done && state === 'rejected') await noteRejected(query, county, digest, reply);
        return row?.done ?? false;
      }),
    );
  }

  async takeOut(
    { id, county, fence }: WorkClaim,
    digest: string,
    notifications: readonly string[],
    error?: string,
  ): Promise<boolean> {
    const done = await this.done(leave, [county, id, fence, digest, notifications, error ?? null]);
    this.bell.ring();
    return done;
  }

  async dissolve({ id, county, fence }: WorkClaim, digest: string): Promise<boolean> {
    const done = await this.done(leave, [county, id, fence, digest, null, null]);
    this.bell.ring();
    return done;
  }

  async counts(county: string): Promise<DigestCounts> {
    const [row] = await this.database.inCounty(county, (query) => query<DigestCounts>(countAll, [county]));
    return row ?? { waiting: 0, sent: 0, shared: 0 };
  }

  private async done(statement: Statement, values: unknown[]): Promise<boolean> {
    const [row] = await this.database.query<{ done: boolean }>(statement, values);
    return row?.done ?? false;
  }
}
