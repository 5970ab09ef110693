import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { type Caller, callerOf } from '../access/caller';
import { Problem } from '../problems/problem';

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,299}$/;
const countyForm = /^\d{2}$/;

/** Parameter: the id in the address. What cannot be an id of the caller's county is not found, without asking the database. */
export const OwnId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<Request<{ id?: string }>>();
  return ownId(callerOf(request), request.params.id ?? '');
});

/** The id, where it can be one of the caller's county. @throws Problem (unknown-id) */
export function ownId(caller: Caller, id: string): string {
  if (!idForm.test(id)) throw new Problem('unknown-id');
  const county = id.split('.')[0] ?? '';
  if (county !== caller.county) throw notOfCounty(caller, county);
  return id;
}

/** Whatever another county has, it is not found; that somebody asked for it is worth a line in the log. */
export function notOfCounty({ kind, id, county }: Caller, asked: string): Problem {
  if (!countyForm.test(asked)) return new Problem('unknown-id');
  return new Problem('unknown-id', {
    notable: { event: 'foreign-county', fields: { by: `${kind}:${id}`, county, asked } },
  });
}
