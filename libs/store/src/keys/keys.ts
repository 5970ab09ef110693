import { secret, shortId } from '../clock/randomness';
import type { Database, Statement } from '../connection/database';
import { countyInId } from './county-in-id';
import type { KeyRole, KeyStore, NewKey } from './key-store';
import { hashOf } from './secret-hash';

const create: Statement = {
  text: `insert into vuosikello.api_key (county, id, role, label, key_hash, created_at, expires_on)
         values ($1, $2, $3, $4, $5, vuosikello.business_now(), $6)`,
};
const revoke: Statement = {
  text: `update vuosikello.api_key set revoked_at = vuosikello.business_now() where id = $1 and revoked_at is null returning id`,
};
const whose: Statement = { name: 'key-of', text: 'select id, county, role from vuosikello.key_of($1)' };

/** API keys. */
export class Keys implements KeyStore {
  constructor(private readonly database: Database) {}

  async create({ county, role, label, expiresOn }: NewKey): Promise<{ id: string; key: string }> {
    const prefix = shortId();
    const id = `${county}-${prefix}`;
    const key = `vk_${prefix}_${secret()}`;
    await this.database.inCounty(county, (query) =>
      query(create, [county, id, role, label ?? null, hashOf(key), expiresOn ?? null]),
    );
    return { id, key };
  }

  async revoke(county: string | null, id: string): Promise<boolean> {
    const own = countyInId(id, county);
    if (own === undefined) return false;
    const revoked = await this.database.inCounty(own, (query) => query(revoke, [id]));
    return revoked.length > 0;
  }

  async authenticate(key: string): Promise<{ id: string; county: string; role: KeyRole } | undefined> {
    const [found] = await this.database.query<{ id: string; county: string; role: KeyRole }>(whose, [hashOf(key)]);
    return found;
  }
}
