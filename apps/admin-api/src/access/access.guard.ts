import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { isStorable } from '../input/storable-text';
import { Problem } from '../problems/problem';
import type { Throttle } from '../protection/throttle';
import { type Access, accessKey } from './allow.decorator';
import type { Authentications } from './authentications';
import { bearerOf } from './bearer';
import { rememberCaller } from './caller';
import { deskKey } from './desk/at-desk.decorator';
import type { DeskSessions } from './desk/desk-sessions';

/** Lets a request through when its sender has the permission that the route names. A route that names none is closed. */
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(
    private readonly authentications: Authentications,
    private readonly throttle: Throttle,
    private readonly desk: DeskSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request<{ token?: string }>>(), http.getResponse<Response>()];
    // A cookie opens the pages of the desk and nothing of the API; a key in a header opens the API and no page of the desk.
    const isDesk = this.reflector.get<true | undefined>(deskKey, context.getClass()) === true;
    // What stands elsewhere in a request to a public route is let be looked up by whoever looks it up.
    const secret = isDesk ? undefined : access === 'public' ? request.params.token : bearerOf(request)?.text;
    if (secret !== undefined) await this.throttle.admitSecret(request, response, secret);
    const namesNothing = !Object.values(request.params).every(isReadable);
    if (access === 'public' && namesNothing) throw new Problem('unknown-id');
    if (access === 'public') return true;
    const caller = await (isDesk ? this.desk : this.authentications).callerOf(request, access);
    this.throttle.noteRight(request);
    await this.throttle.admitCaller(caller, request);
    if (namesNothing) throw new Problem('unknown-id');
    rememberCaller(request, caller);
    return true;
  }
}

/** What the database cannot hold names nothing in it, wherever in an address it stands. */
function isReadable(parameter: string | string[] | undefined): boolean {
  return [parameter ?? []].flat().every(isStorable);
}
