import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf } from '../access/caller';
import { notOfCounty } from '../input/own-id.decorator';
import { Problem } from '../problems/problem';

/** A year of the caller's county. */
export type OwnYear = { county: string; year: number };

const yearForm = /^2[01]\d\d$/;

/** Parameter: the county and the year in the address. Another county, or what is no year, is not found. */
export const InOwnYear = createParamDecorator((_: unknown, context: ExecutionContext): OwnYear => {
  const request = context.switchToHttp().getRequest<Request<{ county?: string; year?: string }>>();
  const { county = '', year = '' } = request.params;
  const caller = callerOf(request);
  if (county !== caller.county) throw notOfCounty(caller, county);
  if (!yearForm.test(year)) throw new Problem('unknown-id');
  return { county, year: Number(year) };
});
