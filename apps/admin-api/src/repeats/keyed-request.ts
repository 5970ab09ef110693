import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Request } from 'express';
import { z } from 'zod';
import { parseJson } from '../input/json';
import type { Description } from '../openapi/describe.decorator';

/** Of all that is asked with a request: its route, its query, what it is based on, and its body, whatever its spaces and the order of its fields. */
export function requestHash({ method, originalUrl, headers, body }: Request): string {
  const head = canonicalize([method, originalUrl, headers['if-match'] ?? null]) ?? '';
  return createHash('sha256').update(head).update('\n').update(canonicalBody(body)).digest('hex');
}

/** Whether a request only asks what would happen, in the way in which its route can be asked: it does nothing, so that it uses up no key. */
export function isTrial(
  { query, body }: Pick<Request, 'query' | 'body'>,
  description: Pick<Description, 'query' | 'body'> | undefined,
): boolean {
  if (hasDryRun(description?.query) && query.dryRun === 'true') return true;
  if (!hasDryRun(description?.body?.schema)) return false;
  const data = jsonIn(body);
  return typeof data === 'object' && data !== null && 'dryRun' in data && data.dryRun === true;
}

function hasDryRun(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, 'dryRun');
}

function canonicalBody(body: unknown): string | Buffer {
  return canonicalize(jsonIn(body)) ?? (Buffer.isBuffer(body) ? body : '');
}

/** Undefined where it is no JSON that a route takes: whoever reads it says so. */
function jsonIn(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return parseJson(body);
  } catch {
    return undefined;
  }
}
