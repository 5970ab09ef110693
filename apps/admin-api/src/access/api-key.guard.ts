import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Problem } from '../problems/problem';
import { type Access, accessKey } from './allow.decorator';
import type { Authentications } from './authentications';
import { bearerOf } from './bearer';
import { rememberCaller } from './caller';
import { rolesWith } from './permissions';

/** Lets a request through when the role of its API key has the permission that the route names. A route that names none is closed. */
export class ApiKeyGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(private readonly authentications: Authentications) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const header = request.headers.authorization;
    if (header === undefined) throw unauthenticated('');
    const key = bearerOf(request);
    const caller = key === undefined ? undefined : await this.authentications.callerWith(key);
    if (!caller) throw unauthenticated(', error="invalid_token"');
    if (!access || !rolesWith(access).includes(caller.role)) throw new Problem('not-permitted');
    rememberCaller(request, caller);
    return true;
  }
}

function unauthenticated(why: string): Problem {
  return new Problem('unauthenticated', { headers: { 'WWW-Authenticate': `Bearer realm="vuosikello"${why}` } });
}
