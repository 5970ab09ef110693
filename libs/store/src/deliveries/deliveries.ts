import { domainToASCII } from 'node:url';
import type { Instant } from '@app/domain';
import type { Database, Query, Statement } from '../connection/database';
import { Joining } from '../connection/joining';
import type { DeliveryStore, HandedOver, Noted, NotedReport, SentMail } from './delivery-store';
import { openTask } from '../tasks/task-steps';
import { type FailedMail, noteFailure, recordReport, reportKey } from './note-failure';

type Sent = FailedMail & { bounceStatus: string | null; sentTo: string | null; known: string[] };

// Message-ID and envelope's id share what cannot be guessed; where a report names a Message-ID, all of it counts.
const findSent: Statement = {
  text: `select n.id, n.workflow, n.organisation, n.contact, n.bounce_status as "bounceStatus",
           case when n.digest is null then c.sent_to else g.sent_to end as "sentTo",
           array(select e.command_id from vuosikello.event e where e.county = n.county and e.stream = n.id) as known
         from vuosikello.notification n
         left join vuosikello.notification_content c on c.county = n.county and c.id = n.id
         left join vuosikello.digest_content g on g.county = n.county and g.id = n.digest
         where n.county = $1 and n.state in ('sending', 'accepted', 'unknown')
           and substring(n.message_id from '[.]([0-9a-f]{32})@') = $2 and n.message_id is not null and n.message_id = coalesce($3, n.message_id)
         order by n.id limit 500 for no key update of n`,
};
const secret: Statement = { text: 'select vuosikello.message_secret() as value' };
const hasCounty: Statement = { text: 'select code from vuosikello.county where code = $1' };
const clear: Statement = {
  text: `update vuosikello.contact set undeliverable_since = null, undeliverable_status = null
         where county = $1 and id = $2 and undeliverable_since is not null returning id`,
};
const handedOver: Statement = {
  name: 'handed-over',
  text: `select workflow, organisation, at from vuosikello.handed_over($1, $2)`,
};
const sentOf: Statement = {
  text: `select id, workflow, template, organisation, audience, state, vuosikello.instant(owed_at) as "owedAt",
           vuosikello.instant(sent_at) as "sentAt", vuosikello.instant(bounced_at) as "bouncedAt", bounce_status as status
         from vuosikello.notification where county = $1 and workflow = any ($2) order by owed_at, id`,
};
const settleTasks: Statement = { text: 'select vuosikello.settle_contact_tasks($1)' };

type Asking = { county: string; workflows: readonly string[] };
type HandedOverRow = { workflow: string; organisation: string; at: Instant };

type SentRow = Omit<SentMail, 'to' | 'bounced'> & {
  organisation: string;
  audience: string;
  bouncedAt: Instant | null;
  status: string | null;
};

/** What became of mails after the relay had taken them. */
export class Deliveries implements DeliveryStore {
  private readonly asking: Joining<Asking, HandedOver>;

  constructor(private readonly database: Database) {
    this.asking = new Joining<Asking, HandedOver>({
      lanes: 2,
      most: 64,
      group: ({ county }) => county,
      run: (batch) => this.handedOverTogether(batch),
    });
  }

  async messageSecret(): Promise<Uint8Array> {
    const [row] = await this.database.query<{ value: Uint8Array | null }>(secret, []);
    if (!row?.value) throw new Error('The secret that the migration makes is gone');
    return row.value;
  }

  note(county: string, report: NotedReport): Promise<Noted> {
    return this.database.inCounty(county, (query) => noteReport(query, county, report));
  }

  handedOver(county: string, workflows: readonly string[]): Promise<HandedOver> {
    return this.asking.do({ county, workflows });
  }

  /** Whoever asks while others are being answered is answered with the next ones; each finds more than was asked for. */
  private async handedOverTogether(batch: readonly Asking[]): Promise<HandedOver[]> {
    const workflows = [...new Set(batch.flatMap((asked) => asked.workflows))];
    const rows = await this.database.query<HandedOverRow>(handedOver, [batch[0]?.county, workflows]);
    const found = new Map(rows.map(({ workflow, organisation, at }) => [`${workflow} ${organisation}`, at]));
    return batch.map(() => found);
  }

  async sentOf(county: string, workflows: readonly string[]): Promise<SentMail[]> {
    const rows = await this.database.inCounty(county, (query) => query<SentRow>(sentOf, [county, workflows]));
    return rows.map(({ organisation, audience, bouncedAt: at, status, ...mail }) => ({
      ...mail,
      to: { organisation, audience },
      bounced: at !== null && status !== null ? { at, status } : null,
    }));
  }

  clear(county: string, contact: string): Promise<boolean> {
    return this.database.inCounty(county, async (query) => {
      const cleared = await query(clear, [county, contact]);
      if (cleared.length > 0) await query(settleTasks, [county]);
      return cleared.length > 0;
    });
  }
}

async function noteReport(query: Query, county: string, report: NotedReport): Promise<Noted> {
  const sent = await query<Sent>(findSent, [county, tokenIn(report), report.messageId]);
  const noted: Noted = { outcome: 'unknown-mail', notifications: sent.map(({ id }) => id), contacts: [] };
  const outcomes = new Set<Noted['outcome']>();
  for (const mail of sent) outcomes.add(await noteOn(query, county, mail, { report, noted }));
  noted.outcome = strongest.find((outcome) => outcomes.has(outcome)) ?? 'unknown-mail';
  const isUnfitting = noted.outcome === 'unknown-mail' || noted.outcome === 'other-recipient';
  if (isUnfitting && report.recipients.some(({ action }) => action === 'failed'))
    await askPerson(query, county, sent[0]);
  return noted;
}

async function noteOn(
  query: Query,
  county: string,
  mail: Sent,
  { report, noted }: { report: NotedReport; noted: Noted },
): Promise<Noted['outcome']> {
  const address = mail.sentTo === null ? null : comparable(mail.sentTo);
  // A list behind the address may report for several others; of what is said of this one the worst counts.
  const [worst] = report.recipients
    .filter(({ addresses }) => addresses.some((reported) => comparable(reported) === address))
    .sort((a, b) => ranks.indexOf(a.action) - ranks.indexOf(b.action));
  if (!worst) return 'other-recipient';
  const { action, status, addresses } = worst;
  const type = reportedAs[action];
  if (mail.bounceStatus !== null || mail.known.includes(reportKey(mail.id, { type, status }))) return 'again';
  if (type !== 'NotificationBounced') {
    await recordReport(query, county, mail, { type, status });
    return 'recorded';
  }
  const contact = await noteFailure(query, county, mail, { status, addresses });
  if (contact !== null) noted.contacts.push(contact);
  return 'marked';
}

/**
 * A failure that fits no mail: a person has to look whose it is. One task for each mail that is named, one for all that name none, so that
 * whoever sends forged reports fills no list.
 */
async function askPerson(query: Query, county: string, mail: Sent | undefined): Promise<void> {
  const known = await query(hasCounty, [county]);
  if (known.length === 0) return;
  const about = mail && { workflow: mail.workflow, notification: mail.id, organisation: mail.organisation };
  const key = mail ? `report-unmatched/${mail.id}` : 'report-unmatched';
  const byItself = { actor: { id: 'clock', role: 'clock' } as const, commandId: `task:${key}` };
  await openTask(query, { county, kind: 'report-unmatched', key, ...about }, byItself);
}

/** What cannot be guessed of a mail's name. */
function tokenIn({ messageId, envelopeId }: NotedReport): string | null {
  const [, token] =
    (messageId === null ? /^\d{2}\.([0-9a-f]{32})$/ : /\.([0-9a-f]{32})@/).exec(messageId ?? envelopeId ?? '') ?? [];
  return token ?? null;
}

/** The same for every way of writing an address: its domain is reported in ASCII or not. */
function comparable(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`.toLowerCase();
}

const reportedAs = {
  failed: 'NotificationBounced',
  delayed: 'NotificationDelayed',
  expanded: 'NotificationDelivered',
  relayed: 'NotificationDelivered',
  delivered: 'NotificationDelivered',
} as const;
const ranks: readonly string[] = Object.keys(reportedAs);
const strongest = ['marked', 'recorded', 'again', 'other-recipient'] as const;
