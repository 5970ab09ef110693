import { secret, shortId } from '../clock/randomness';
import type { Database, Statement } from '../connection/database';
import { countyInId } from '../keys/county-in-id';
import { hashOf } from '../keys/secret-hash';
import type { Listed, Page } from '../workflows/workflow-store';
import type { NewStandingLink, StandingLink, StandingLinkAnswer, StandingLinkStore } from './standing-link-store';

const columns = `id, county, organisation, label, vuosikello.instant(created_at) as "createdAt",
  vuosikello.instant(expires_at) as "expiresAt"`;

const create: Statement = {
  text: `insert into vuosikello.standing_link
           (county, id, token_hash, organisation, label, request, created_at, expires_at)
         select $1, $2, $3, $4, $5, $6, vuosikello.business_now(), vuosikello.business_now() + make_interval(days => $7)
         where exists (select from vuosikello.organisation o where o.county = $1 and o.id = $4)
         on conflict (county, request) do nothing returning ${columns}`,
};
const repeated: Statement = {
  text: `select ${columns} from vuosikello.standing_link where county = $1 and request = $2`,
};
const list: Statement = {
  text: `select ${columns} from vuosikello.standing_link
         where county = $1 and ($2::text is null or organisation = $2) and revoked_at is null
           and expires_at > vuosikello.business_now() and id > $3
         order by id limit $4`,
};
const revoke: Statement = {
  text: `update vuosikello.standing_link set revoked_at = vuosikello.business_now()
         where id = $1 and revoked_at is null and ($2::text is null or organisation = $2) returning id`,
};
const find: Statement = { name: 'standing-link-of', text: 'select id, county from vuosikello.standing_link_of($1)' };
const read: Statement = {
  name: 'read-standing-link',
  text: `select ${columns} from vuosikello.standing_link where id = $1`,
};

/** Links to all that is asked of an organisation. */
export class StandingLinks implements StandingLinkStore {
  constructor(private readonly database: Database) {}

  async create({ county, organisation, days, label, request }: NewStandingLink): Promise<StandingLinkAnswer> {
    const token = secret();
    const id = `${county}-${shortId()}`;
    const values = [county, id, hashOf(token), organisation, label ?? null, request ?? null, days];
    return this.database.inCounty(county, async (query) => {
      const [made] = await query<StandingLink>(create, values);
      if (made) return { outcome: 'made', link: made, token };
      const [before] = request === undefined ? [] : await query<StandingLink>(repeated, [county, request]);
      return before ? { outcome: 'repeated', link: before } : { outcome: 'unknown-organisation' };
    });
  }

  async list(
    county: string,
    organisation: string | undefined,
    { limit, after = '' }: Page,
  ): Promise<Listed<StandingLink>> {
    const rows = await this.database.inCounty(county, (query) =>
      query<StandingLink>(list, [county, organisation ?? null, after, limit + 1]),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async revoke(county: string | null, id: string, organisation?: string): Promise<boolean> {
    const own = countyInId(id, county);
    if (own === undefined) return false;
    const revoked = await this.database.inCounty(own, (query) => query(revoke, [id, organisation ?? null]));
    return revoked.length > 0;
  }

  async resolve(token: string): Promise<StandingLink | undefined> {
    const [found] = await this.database.query<{ id: string; county: string }>(find, [hashOf(token)]);
    if (!found) return undefined;
    const [link] = await this.database.inCounty(found.county, (query) => query<StandingLink>(read, [found.id]));
    return link;
  }
}
