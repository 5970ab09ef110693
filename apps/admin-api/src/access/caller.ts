import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { KeyRole } from '@app/store';
import type { Actor } from '@app/workflows';
import type { Request } from 'express';

/** Who sent a request, an API key or somebody with a token: acts in one county, in one role. */
export type Caller = {
  kind: 'key' | 'user';
  /** Of the key, or the pseudonym of the user. */
  id: string;
  county: string;
  role: KeyRole;
  /** Where a key may do less than its role. */
  permissions?: ReadonlySet<string> | undefined;
};

const callers = new WeakMap<object, Caller>();

export function rememberCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** Who sent the request. @throws Error on a route that lets everybody in */
export function callerOf(request: object): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('The route reads the caller but lets everybody in');
  return caller;
}

/** Parameter: who sent the request. Only on routes with `@Allow`. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<Request>()),
);

/** Those who handle or audit a matter may read what is not for everybody. */
const handlers: readonly KeyRole[] = ['admin', 'coordinator', 'auditor'];

/** Whether the caller may read what is not public. */
export function readsAll({ role }: Pick<Caller, 'role'>): boolean {
  return handlers.includes(role);
}

/** The caller as the log names it: the key or a pseudonym, never a person. */
export function actorOf({ kind, id, role }: Caller): Actor {
  return { id: `${kind}:${id}`, role };
}
