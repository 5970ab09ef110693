import type { Request } from 'express';
import { Problem } from '../problems/problem';
import { knownActingAs } from './acting-as';
import type { Access } from './allow.decorator';
import { type Bearer, bearerOf } from './bearer';
import type { Caller } from './caller';
import type { KnownKeys } from './known-keys';
import type { Users } from './oidc/users';

/** The county one acts in, where one has a role in several. */
const countyHeader = 'vuosikello-county';

/** Finds out who sends a request: by its API key, or by its token where an issuer is set. */
export class Authentications {
  constructor(
    private readonly keys: Pick<KnownKeys, 'keyOf'>,
    private readonly users: Users | undefined,
  ) {}

  /**
   * Who sends the request, in the county and role in which it may do what the route is for.
   * @throws Problem `unauthenticated`, `issuer-away`, `no-role`, `county-required`, `not-permitted`
   */
  async callerOf(request: Pick<Request, 'headers'>, access: Exclude<Access, 'public'> | undefined): Promise<Caller> {
    if (request.headers.authorization === undefined) throw unauthenticated();
    const bearer = bearerOf(request);
    const caller = bearer && (await this.holderOf(bearer, countyIn(request), access));
    if (!caller) throw unauthenticated('invalid_token');
    return caller;
  }

  private async holderOf(
    { kind, text }: Bearer,
    asked: string | undefined,
    access: Exclude<Access, 'public'> | undefined,
  ): Promise<Caller | undefined> {
    if (kind === 'key') {
      const key = await this.keys.keyOf(text);
      if (!key) return undefined;
      const { id, permissions } = key;
      return { kind: 'key', id, permissions, ...(await knownActingAs(key, asked, access, () => id)) };
    }
    const { users } = this;
    const user = await users?.withToken(text);
    if (!user || !users) return undefined;
    const idIn = (county: string) => users.idIn(county, user.subject);
    const { county, role } = await knownActingAs(user, asked, access, idIn);
    return { kind: 'user', id: await idIn(county), county, role };
  }
}

function countyIn({ headers }: Pick<Request, 'headers'>): string | undefined {
  const header = headers[countyHeader];
  return typeof header === 'string' && header !== '' ? header.slice(0, 20) : undefined;
}

function unauthenticated(error?: 'invalid_token'): Problem {
  const challenge = `Bearer realm="vuosikello"${error ? `, error="${error}"` : ''}`;
  return new Problem('unauthenticated', {
    headers: { 'WWW-Authenticate': challenge },
    wrongSecret: error !== undefined,
  });
}
