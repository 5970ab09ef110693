import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { KeyRole } from '@app/store';
import type { Request } from 'express';

/** The API key a request came with: it acts in one county, in one role. */
export type Caller = { id: string; county: string; role: KeyRole };

const callers = new WeakMap<Request, Caller>();

export function rememberCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** Parameter: whose key the request came with. Only on routes with `@Allow`. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<Request>());
  if (!caller) throw new Error('The route reads the caller but lets everybody in');
  return caller;
});
