import type { Database, Statement } from '../connection/database';
import type { UserStore } from './user-store';

const idOf: Statement = { text: 'select vuosikello.user_id($1, $2) as id' };

/** Pseudonyms follow from a secret that the database keeps to itself. */
export class Users implements UserStore {
  constructor(private readonly database: Database) {}

  async idIn(county: string, subject: Uint8Array): Promise<string> {
    const [row] = await this.database.query<{ id: string | null }>(idOf, [county, Buffer.from(subject)]);
    if (!row?.id) throw new Error('The secret of pseudonyms is missing');
    return row.id;
  }
}
