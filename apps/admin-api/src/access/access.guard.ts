import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Access, accessKey } from './allow.decorator';
import type { Authentications } from './authentications';
import { rememberCaller } from './caller';

/** Lets a request through when its sender has the permission that the route names. A route that names none is closed. */
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(private readonly authentications: Authentications) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    rememberCaller(request, await this.authentications.callerOf(request, access));
    return true;
  }
}
