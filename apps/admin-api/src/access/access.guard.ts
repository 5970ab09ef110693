import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Access, accessKey } from './allow.decorator';
import type { Authentications } from './authentications';
import { rememberCaller } from './caller';
import { deskKey } from './desk/at-desk.decorator';
import type { DeskSessions } from './desk/desk-sessions';

/** Lets a request through when its sender has the permission that the route names. A route that names none is closed. */
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(
    private readonly authentications: Authentications,
    private readonly desk: DeskSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    // A cookie opens the pages of the desk and nothing of the API; a key in a header opens the API and no page of the desk.
    const isDesk = this.reflector.get<true | undefined>(deskKey, context.getClass()) === true;
    rememberCaller(request, await (isDesk ? this.desk : this.authentications).callerOf(request, access));
    return true;
  }
}
