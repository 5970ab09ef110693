import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { Problem } from '../problems/problem';
import { read } from './issues';
import { parseJson } from './json';

/** Parameter: the JSON body, read with the schema. @throws Problem 400, 415 or 422 */
export const BodyOf = (schema: z.ZodType): ParameterDecorator =>
  createParamDecorator((_: unknown, context: ExecutionContext) =>
    read(schema, parseJson(bodyOf(context.switchToHttp().getRequest<Request>(), 'application/json'))),
  )();

/** The body's bytes, as the body reader left them. @throws Problem when it is of another media type */
export function bodyOf(request: Request, mediaType: string): Uint8Array {
  if (!request.is(mediaType)) throw new Problem('unsupported-media-type');
  return Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
}
