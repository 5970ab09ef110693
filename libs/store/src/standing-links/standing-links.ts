import type { Actor } from '@app/workflows';
import canonicalize from 'canonicalize';
import { secret, shortId } from '../clock/randomness';
import type { Database, Query, Statement } from '../connection/database';
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
const record: Statement = {
  text: `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
         values ($1, $2, $3, 'fact', $4, vuosikello.business_now(), $5, $6, $7, $8)`,
};
const find: Statement = { name: 'standing-link-of', text: 'select id, county from vuosikello.standing_link_of($1)' };
const read: Statement = {
  name: 'read-standing-link',
  text: `select ${columns} from vuosikello.standing_link where id = $1`,
};

/** Links to all that is asked of an organisation. */
export class StandingLinks implements StandingLinkStore {
  constructor(private readonly database: Database) {}

  async create({ county, organisation, days, label, actor, request }: NewStandingLink): Promise<StandingLinkAnswer> {
    const token = secret();
    const id = `${county}-${shortId()}`;
    const values = [county, id, hashOf(token), organisation, label ?? null, request ?? null, days];
    return this.database.inCounty(county, async (query) => {
      const [made] = await query<StandingLink>(create, values);
      if (made) {
        const body = { expiresAt: made.expiresAt, organisation };
        await tell(query, { county, id, seq: 1, type: 'StandingLinkMade', actor, body });
        return { outcome: 'made', link: made, token };
      }
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

  async revoke(
    county: string | null,
    id: string,
    { actor, organisation }: { actor: Actor; organisation?: string },
  ): Promise<boolean> {
    const own = countyInId(id, county);
    if (own === undefined) return false;
    return this.database.inCounty(own, async (query) => {
      const revoked = await query(revoke, [id, organisation ?? null]);
      if (revoked.length === 0) return false;
      await tell(query, { county: own, id, seq: 2, type: 'StandingLinkRevoked', actor, body: {} });
      return true;
    });
  }

  async resolve(token: string): Promise<StandingLink | undefined> {
    const [found] = await this.database.query<{ id: string; county: string }>(find, [hashOf(token)]);
    if (!found) return undefined;
    const [link] = await this.database.inCounty(found.county, (query) => query<StandingLink>(read, [found.id]));
    return link;
  }
}

type Told = { county: string; id: string; seq: number; type: string; actor: Actor; body: object };

/** On a stream of the link's own; the note on who holds it can name somebody, and is not told. */
async function tell(query: Query, { county, id, seq, type, actor, body }: Told): Promise<void> {
  const stream = `${county}.standing-link-${id}`;
  await query(record, [county, stream, seq, type, actor.id, actor.role, `${stream}/${seq}`, canonicalize(body)]);
}
