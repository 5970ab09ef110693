import { createHash, timingSafeEqual } from 'node:crypto';
import type { DeskSession, DeskSessionStore } from '@app/store';
import type { Request, Response } from 'express';
import { bodyOf } from '../../input/body.decorator';
import { Problem } from '../../problems/problem';
import { knownActingAs } from '../acting-as';
import type { Access } from '../allow.decorator';
import type { Caller } from '../caller';

export type DeskSettings = { https: boolean; publicUrl: string | undefined };

/** The field of every form of the desk that says that it comes from a page of the same session. */
export const sealField = 'seal';

const tokenForm = /^[\w-]{43}$/;

/** Who is at the desk: by a cookie that no script reads and no other site's page sends along. */
export class DeskSessions {
  private readonly cookie: string;

  constructor(
    private readonly sessions: DeskSessionStore,
    private readonly settings: DeskSettings,
  ) {
    // A browser takes a cookie of such a name from this host alone, and over https alone.
    this.cookie = settings.https ? '__Host-vuosikello' : 'vuosikello';
  }

  /**
   * Whoever has the page in front of them, in the role in which they may do what the route is for. What changes something must come from a
   * form of this session.
   * @throws Problem `unauthenticated`, `not-permitted`, `foreign-form`
   */
  async callerOf(request: Request, access: Exclude<Access, 'public'> | undefined): Promise<Caller> {
    const session = await this.sessionOf(request);
    if (!session) throw new Problem('unauthenticated');
    if (request.method !== 'GET' && request.method !== 'HEAD') this.requireOwnForm(request);
    const { county, key, role } = session;
    const permissions = session.permissions ? new Set(session.permissions) : undefined;
    const grants = new Map([[county, new Set([role])]]);
    const known = { kind: 'key' as const, grants, permissions };
    return { kind: 'key', id: key, permissions, ...(await knownActingAs(known, undefined, access, () => key)) };
  }

  /** Begins a session for a key in force, under a new secret; the one before, if any, ends. */
  async begin(request: Request, response: Response, { county, id }: { county: string; id: string }): Promise<void> {
    await this.endOf(request);
    this.put(response, await this.sessions.begin(county, id));
  }

  /** Signs out, and says whose session it was. Without one there is nothing to do. @throws Problem `foreign-form` */
  async end(request: Request, response: Response): Promise<DeskSession | undefined> {
    const session = await this.sessionOf(request);
    if (session) this.requireOwnForm(request);
    await this.endOf(request);
    this.put(response, '');
    return session;
  }

  /** What the forms of this session are known by: follows from its secret, and does not tell it. */
  sealOf(request: Request): string {
    const token = this.tokenIn(request);
    return token === undefined ? '' : sealOf(token);
  }

  /** @throws Problem `foreign-form` for what another site's page has sent */
  requireOwnOrigin({ headers }: Pick<Request, 'headers'>): void {
    const { origin, host } = headers;
    const isOwn = origin !== undefined && (origin === originOf(this.settings.publicUrl) || hostOf(origin) === host);
    if (!isOwn) throw foreignForm();
  }

  private requireOwnForm(request: Request): void {
    this.requireOwnOrigin(request);
    const body = Buffer.from(bodyOf(request, 'application/x-www-form-urlencoded')).toString('utf8');
    const sent = Buffer.from(new URLSearchParams(body).get(sealField) ?? '');
    const own = Buffer.from(this.sealOf(request));
    if (sent.length !== own.length || !timingSafeEqual(sent, own)) throw foreignForm();
  }

  private async sessionOf(request: Request): Promise<DeskSession | undefined> {
    const token = this.tokenIn(request);
    return token === undefined ? undefined : this.sessions.resolve(token);
  }

  private async endOf(request: Request): Promise<void> {
    const token = this.tokenIn(request);
    const session = token === undefined ? undefined : await this.sessions.resolve(token);
    if (token !== undefined && session) await this.sessions.end(session.county, token);
  }

  private tokenIn({ headers }: Pick<Request, 'headers'>): string | undefined {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    const token = pairs.find(([name]) => name === this.cookie)?.[1] ?? '';
    return tokenForm.test(token) ? token : undefined;
  }

  /** Kept by the browser until it is closed; how long the session lasts, the database says. */
  private put(response: Response, token: string): void {
    response.cookie(this.cookie, token, {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: this.settings.https,
      ...(token === '' && { maxAge: 0 }),
    });
  }
}

function foreignForm(): Problem {
  return new Problem('foreign-form', { notable: { event: 'foreign-form', fields: {}, often: true } });
}

function sealOf(token: string): string {
  return createHash('sha256').update(`desk-form:${token}`).digest('base64url');
}

function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).origin;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
