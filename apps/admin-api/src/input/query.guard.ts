import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { z } from 'zod';
import { type Access, accessKey } from '../access/allow.decorator';
import { deskKey } from '../access/desk/at-desk.decorator';
import { type Description, descriptionKey } from '../openapi/describe.decorator';
import { read } from './issues';

/** For people and probes: mail programs, browsers and monitors put parameters of their own behind such addresses. */
const openTags = new Set(['answers', 'health']);
const nothing = z.strictObject({});

/**
 * The query that a route takes, where it refuses every other parameter; undefined where it lets them be. A description whose query is
 * not strict says so in its text.
 */
export function closedQuery(
  access: Access | undefined,
  description: Pick<Description, 'tag' | 'query'> | undefined,
): z.ZodObject | undefined {
  if (access === 'public' && openTags.has(description?.tag ?? '')) return undefined;
  const query = description?.query ?? nothing;
  return query.def.catchall instanceof z.ZodNever ? query : undefined;
}

/** Before anything is done: a parameter that the route does not know is refused, since a caller who sends one expects something of it. */
export class QueryGuard implements CanActivate {
  private readonly reflector = new Reflector();

  /** @throws Problem 400 that names what is unknown, and what is known */
  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<true | undefined>(deskKey, context.getClass()) === true) return true;
    const handler = context.getHandler();
    const access = this.reflector.get<Access | undefined>(accessKey, handler);
    const query = closedQuery(access, this.reflector.get<Description | undefined>(descriptionKey, handler));
    const given = context.switchToHttp().getRequest<Request>().query;
    if (query && Object.keys(given).some((name) => !Object.hasOwn(query.shape, name)))
      read(namesOf(query), { ...given });
    return true;
  }
}

/** Whether the values will do is said by whoever reads them. */
function namesOf({ shape }: z.ZodObject): z.ZodObject {
  return z.strictObject(Object.fromEntries(Object.keys(shape).map((name) => [name, z.unknown().optional()])));
}
