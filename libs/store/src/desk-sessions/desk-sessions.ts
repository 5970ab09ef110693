import { secret } from '../clock/randomness';
import type { Database, Statement } from '../connection/database';
import { hashOf } from '../keys/secret-hash';
import type { DeskSession, DeskSessionStore } from './desk-session-store';

const dropOld: Statement = {
  text: `delete from vuosikello.desk_session where county = $1
           and (seen_at <= vuosikello.business_now() - interval '1 hour' or began_at <= vuosikello.business_now() - interval '12 hours')`,
};
const begin: Statement = {
  text: 'insert into vuosikello.desk_session (county, token_hash, key) values ($1, $2, $3)',
};
const find: Statement = {
  name: 'desk-session-of',
  text: 'select county, key, role, permissions from vuosikello.desk_session_of($1)',
};
const end: Statement = { text: 'delete from vuosikello.desk_session where county = $1 and token_hash = $2' };

/** Sessions of the desk in the browser. */
export class DeskSessions implements DeskSessionStore {
  constructor(private readonly database: Database) {}

  async begin(county: string, key: string): Promise<string> {
    const token = secret();
    await this.database.inCounty(county, async (query) => {
      await query(dropOld, [county]);
      await query(begin, [county, hashOf(token), key]);
    });
    return token;
  }

  async resolve(token: string): Promise<DeskSession | undefined> {
    const [found] = await this.database.query<DeskSession>(find, [hashOf(token)]);
    return found;
  }

  async end(county: string, token: string): Promise<void> {
    await this.database.inCounty(county, (query) => query(end, [county, hashOf(token)]));
  }
}
