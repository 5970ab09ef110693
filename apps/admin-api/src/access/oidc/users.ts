import type { UserStore } from '@app/store';
import { createHash } from 'node:crypto';
import { Problem } from '../../problems/problem';
import type { Identity } from '../acting-as';
import { grantsIn } from './granted';
import type { Issuer } from './issuer';
import { IssuerAwayError } from './issuer-fetch';
import type { OidcSettings } from './oidc-settings';

/** Somebody with a token of the issuer. `subject` is a hash: nothing that the issuer calls them by is kept. */
export type User = Identity & { kind: 'user'; subject: Buffer };

const remembered = 1_000;
/** Seconds after which a client may try again. */
const retryAfter = '5';

/** People and systems whom the issuer knows. */
export class Users {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly issuer: Pick<Issuer, 'claimsOf'>,
    private readonly settings: OidcSettings,
    private readonly store: Pick<UserStore, 'idIn'>,
  ) {}

  /** Whose token it is; undefined where it is none that holds. @throws Problem `issuer-away` */
  async withToken(token: string): Promise<User | undefined> {
    const claims = await this.issuer.claimsOf(token).catch((error: unknown) => {
      if (!(error instanceof IssuerAwayError)) throw error;
      const notable = { event: 'oidc-issuer-away', fields: { why: error.message } };
      throw new Problem('issuer-away', { headers: { 'Retry-After': retryAfter }, notable });
    });
    if (claims?.sub === undefined || claims.sub === '') return undefined;
    const subject = createHash('sha256')
      .update(JSON.stringify([this.settings.issuer, claims.sub]))
      .digest();
    return { kind: 'user', subject, grants: grantsIn(claims, this.settings) };
  }

  /** The pseudonym under which the log of a county knows the user. */
  async idIn(county: string, subject: Buffer): Promise<string> {
    const known = `${county} ${subject.toString('base64')}`;
    const before = this.ids.get(known);
    if (before !== undefined) return before;
    const id = await this.store.idIn(county, subject);
    if (this.ids.size >= remembered) this.ids.clear();
    this.ids.set(known, id);
    return id;
  }
}
