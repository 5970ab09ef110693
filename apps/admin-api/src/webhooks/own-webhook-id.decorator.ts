import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf } from '../access/caller';
import { notOfCounty } from '../input/own-id.decorator';
import { Problem } from '../problems/problem';

const idForm = /^(\d{2})-[0-9a-f]{8}$/;

/** Parameter: the id of a webhook in the address; one that cannot be the caller's is not found, without asking the database. */
export const OwnWebhookId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<Request<{ id?: string }>>();
  const { id = '' } = request.params;
  const county = idForm.exec(id)?.[1];
  if (county === undefined) throw new Problem('unknown-id');
  const caller = callerOf(request);
  if (county !== caller.county) throw notOfCounty(caller, county);
  return id;
});
