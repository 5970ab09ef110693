import type { Instant } from '@app/domain';
import type { Database, Query, Statement } from '../connection/database';
import type { DeliveryStore, HandedOver, Noted, NotedReport } from './delivery-store';
import { type FailedMail, noteFailure, recordReport } from './note-failure';

type Sent = FailedMail & { bounceStatus: string | null; known: string[] };

// The envelope's id (a notification's, or a digest's) alone can be guessed: where a report names a Message-ID, that counts.
const findSent: Statement = {
  text: `select n.id, n.workflow, n.organisation, n.contact, n.bounce_status as "bounceStatus",
           array(select e.command_id from vuosikello.event e where e.county = n.county and e.stream = n.id) as known
         from vuosikello.notification n
         where n.county = $1 and n.state in ('sending', 'accepted', 'unknown')
           and case when $2::text is null then $3 in (n.id, n.digest) and n.message_id is not null else n.message_id = $2 end
         order by n.id limit 500 for no key update`,
};
const clear: Statement = {
  text: `update vuosikello.contact set undeliverable_since = null, undeliverable_status = null
         where county = $1 and id = $2 and undeliverable_since is not null returning id`,
};
const handedOver: Statement = {
  text: `select workflow || ' ' || organisation as key, vuosikello.instant(min(sent_at)) as at from vuosikello.notification
         where county = $1 and workflow = any ($2) and state = 'accepted' and bounced_at is null group by workflow, organisation`,
};
const settleTasks: Statement = { text: 'select vuosikello.settle_contact_tasks($1)' };

/** What became of mails after the relay had taken them. */
export class Deliveries implements DeliveryStore {
  constructor(private readonly database: Database) {}

  note(county: string, report: NotedReport): Promise<Noted> {
    return this.database.inCounty(county, (query) => noteReport(query, county, report));
  }

  async handedOver(county: string, workflows: readonly string[]): Promise<HandedOver> {
    const rows = await this.database.inCounty(county, (query) =>
      query<{ key: string; at: Instant }>(handedOver, [county, workflows]),
    );
    return new Map(rows.map(({ key, at }) => [key, at]));
  }

  clear(county: string, contact: string): Promise<boolean> {
    return this.database.inCounty(county, async (query) => {
      const cleared = await query(clear, [county, contact]);
      if (cleared.length > 0) await query(settleTasks, [county]);
      return cleared.length > 0;
    });
  }
}

async function noteReport(
  query: Query,
  county: string,
  { messageId, envelopeId, recipients }: NotedReport,
): Promise<Noted> {
  const sent = await query<Sent>(findSent, [county, messageId, envelopeId]);
  const noted: Noted = { outcome: 'unknown-mail', notifications: sent.map(({ id }) => id), contacts: [] };
  if (sent.length === 0) return noted;
  noted.outcome = 'again';
  // A mail has one recipient; a list behind the address may report for several, of whom the worst counts.
  const [worst] = [...recipients].sort((a, b) => ranks.indexOf(a.action) - ranks.indexOf(b.action));
  if (!worst) return noted;
  const { action, status, addresses } = worst;
  for (const mail of sent) {
    if (mail.bounceStatus !== null || mail.known.includes(`report:${mail.id}/${status}`)) continue;
    if (action !== 'failed') {
      const type = action === 'delayed' ? 'NotificationDelayed' : 'NotificationDelivered';
      await recordReport(query, county, mail, { type, status });
      noted.outcome = noted.outcome === 'marked' ? 'marked' : 'recorded';
      continue;
    }
    noted.outcome = 'marked';
    const contact = await noteFailure(query, county, mail, { status, addresses });
    if (contact !== null) noted.contacts.push(contact);
  }
  return noted;
}

const ranks: readonly string[] = ['failed', 'delayed', 'expanded', 'relayed', 'delivered'];
