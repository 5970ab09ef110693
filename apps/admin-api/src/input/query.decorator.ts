import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { isCivilDate, type CivilDate } from '@app/domain';
import type { Request } from 'express';
import { z } from 'zod';
import { read } from './issues';
import { isStorable } from './storable-text';

/** Parameter: the query, read with the schema; a parameter that the schema does not know is refused. @throws Problem 400 or 422 */
export const QueryOf = (schema: z.ZodType): ParameterDecorator =>
  createParamDecorator((_: unknown, context: ExecutionContext) =>
    read(schema, { ...context.switchToHttp().getRequest<Request>().query }),
  )();

/** One line of text, such as an id to look for. */
export const word = z.string().min(1).max(300).refine(isStorable);

/** A day in the query. */
export const day = z.string().refine(isCivilDate).meta({ format: 'date' }) as unknown as z.ZodType<CivilDate>;

/** How much of a list, and from where on: `cursor` is the `next` of the page before. */
export const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many items at most.'),
  cursor: word.optional().describe('Where to go on: the `next` of the page before.'),
};
