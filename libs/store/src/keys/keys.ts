import type { Actor } from '@app/workflows';
import { secret, shortId } from '../clock/randomness';
import type { Database, Statement } from '../connection/database';
import { recordLogEvent } from '../log/log-events';
import type { Listed, Page } from '../workflows/workflow-store';
import { countyInId } from './county-in-id';
import type { ApiKey, KeyAnswer, KeyRole, KeyStore, NewKey } from './key-store';
import { hashOf } from './secret-hash';

const columns = `id, county, role, label, permissions, vuosikello.instant(created_at) as "createdAt", made_by as "madeBy",
  expires_on::text as "expiresOn", vuosikello.instant(last_used_at) as "lastUsedAt", vuosikello.instant(revoked_at) as "revokedAt",
  revoked_by as "revokedBy"`;
const inForce = `revoked_at is null and (expires_on is null or expires_on >= (vuosikello.business_now() at time zone 'Europe/Helsinki')::date)`;

const create: Statement = {
  text: `insert into vuosikello.api_key (county, id, role, label, key_hash, created_at, expires_on, permissions, request, made_by)
         values ($1, $2, $3, $4, $5, vuosikello.business_now(), $6, $7, $8, $9)
         on conflict (county, request) where request is not null do nothing returning id`,
};
const repeated: Statement = { text: `select ${columns} from vuosikello.api_key where county = $1 and request = $2` };
const list: Statement = {
  text: `select ${columns} from vuosikello.api_key where county = $1 and (not $2 or ${inForce}) and id > $3 order by id limit $4`,
};
const revoke: Statement = {
  text: `update vuosikello.api_key set revoked_at = vuosikello.business_now(), revoked_by = $2
         where id = $1 and revoked_at is null returning id`,
};
const whose: Statement = { name: 'key-of', text: 'select id, county, role, permissions from vuosikello.key_of($1)' };
const noteUse: Statement = {
  text: `update vuosikello.api_key set last_used_at = vuosikello.business_now()
         where county = $1 and id = $2 and (last_used_at is null or last_used_at < vuosikello.business_now() - interval '1 minute')`,
};

/** API keys. The log says which were made and revoked, by whom and what they may do; labels may name people, so they stay here. */
export class Keys implements KeyStore {
  constructor(private readonly database: Database) {}

  async create(key: Omit<NewKey, 'request'>, by?: Actor): Promise<{ id: string; key: string }> {
    const made = await this.make(key, by);
    if (made.outcome !== 'made') throw new Error('A key without a request is always a new one');
    return { id: made.id, key: made.key };
  }

  request(key: NewKey & { request: string }, by: Actor): Promise<KeyAnswer> {
    return this.make(key, by);
  }

  async list(county: string, filter: { inForce: boolean }, { limit, after = '' }: Page): Promise<Listed<ApiKey>> {
    const rows = await this.database.inCounty(county, (query) =>
      query<ApiKey>(list, [county, filter.inForce, after, limit + 1]),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async revoke(county: string | null, id: string, by?: Actor): Promise<boolean> {
    const own = countyInId(id, county);
    if (own === undefined) return false;
    return this.database.inCounty(own, async (query) => {
      const revoked = await query(revoke, [id, by?.id ?? null]);
      if (revoked.length === 0) return false;
      const event = { type: 'KeyRevoked', body: { key: id }, commandId: `key-revoked:${id}` };
      if (by) await recordLogEvent(query, own, { ...event, actor: by });
      return true;
    });
  }

  async authenticate(
    key: string,
  ): Promise<{ id: string; county: string; role: KeyRole; permissions: string[] | null } | undefined> {
    const [found] = await this.database.query<{
      id: string;
      county: string;
      role: KeyRole;
      permissions: string[] | null;
    }>(whose, [hashOf(key)]);
    return found;
  }

  async noteUse(county: string, id: string): Promise<void> {
    await this.database.inCounty(county, (query) => query(noteUse, [county, id]));
  }

  private async make(
    { county, role, label, expiresOn, permissions, request }: NewKey,
    by: Actor | undefined,
  ): Promise<KeyAnswer> {
    const prefix = shortId();
    const id = `${county}-${prefix}`;
    const key = `vk_${prefix}_${secret()}`;
    const values = [county, id, role, label ?? null, hashOf(key), expiresOn ?? null, permissions ?? null];
    return this.database.inCounty(county, async (query): Promise<KeyAnswer> => {
      const made = await query(create, [...values, request ?? null, by?.id ?? null]);
      if (made.length === 0) {
        const [before] = await query<ApiKey>(repeated, [county, request]);
        if (!before) throw new Error('Another key stands in the way, and there is none');
        return { outcome: 'repeated', before };
      }
      const body = { key: id, role, expiresOn: expiresOn ?? null, permissions: permissions ?? null };
      const event = { type: 'KeyMade', body, commandId: `key-made:${id}` };
      if (by) await recordLogEvent(query, county, { ...event, actor: by });
      return { outcome: 'made', id, key };
    });
  }
}
