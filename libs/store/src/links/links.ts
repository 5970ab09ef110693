import { secret } from '../clock/randomness';
import type { Database, Statement } from '../connection/database';
import { Joining } from '../connection/joining';
import { hashOf } from '../keys/secret-hash';
import type { LinkStore, NewLink, ResolvedLink } from './link-store';

const issue: Statement = {
  text: `insert into vuosikello.response_link (county, token_hash, workflow, notification, contact, issued_at, expires_at)
         values ($1, $2, $3, $4, $5, vuosikello.business_now(), $6)`,
};
const find: Statement = { name: 'link-of', text: 'select id::text, county from vuosikello.link_of($1)' };
const county: Statement = { text: 'select county from vuosikello.ended_link_of($1)' };
const read: Statement = {
  name: 'read-link',
  text: `select l.id::text, l.county, l.workflow, l.notification, n.organisation, l.contact, coalesce(c.language, n.language) as language
         from vuosikello.response_link l
         left join vuosikello.contact c on c.county = l.county and c.id = l.contact
         left join vuosikello.notification n on n.county = l.county and n.id = l.notification
         where l.id = $1`,
};
const revoke: Statement = {
  text: `update vuosikello.response_link set revoked_at = vuosikello.business_now() where id = $1 and revoked_at is null returning id`,
};

const issueMany: Statement = {
  name: 'issue-links',
  text: 'select vuosikello.issue_links($1, $2, $3, $4, $5, $6)',
};

type Issue = NewLink & { hash: Buffer };

/** Answer links. */
export class Links implements LinkStore {
  private readonly issues: Joining<Issue, undefined>;

  constructor(private readonly database: Database) {
    this.issues = new Joining({ lanes: 2, most: 200, group: () => '', run: (batch) => this.issueTogether(batch) });
  }

  async issue({ county, workflow, notification, contact, expiresAt }: NewLink): Promise<string> {
    const token = secret();
    await this.database.inCounty(county, (query) =>
      query(issue, [county, hashOf(token), workflow, notification, contact, expiresAt]),
    );
    return token;
  }

  draw(): string {
    return secret();
  }

  async issueToSend(link: NewLink, token: string): Promise<void> {
    await this.issues.do({ ...link, hash: hashOf(token) });
  }

  async resolve(token: string): Promise<ResolvedLink | undefined> {
    const [found] = await this.database.query<{ id: string; county: string }>(find, [hashOf(token)]);
    if (!found) return undefined;
    const [link] = await this.database.inCounty(found.county, (query) => query<ResolvedLink>(read, [found.id]));
    return link;
  }

  async countyOf(token: string): Promise<string | undefined> {
    const [found] = await this.database.query<{ county: string }>(county, [hashOf(token)]);
    return found?.county;
  }

  async revoke(county: string, id: string): Promise<boolean> {
    const revoked = await this.database.inCounty(county, (query) => query(revoke, [id]));
    return revoked.length > 0;
  }

  private async issueTogether(batch: readonly Issue[]): Promise<undefined[]> {
    await this.database.query(issueMany, [
      batch.map(({ county }) => county),
      batch.map(({ hash }) => hash),
      batch.map(({ workflow }) => workflow),
      batch.map(({ notification }) => notification),
      batch.map(({ contact }) => contact),
      batch.map(({ expiresAt }) => expiresAt),
    ]);
    return batch.map(() => undefined);
  }
}
