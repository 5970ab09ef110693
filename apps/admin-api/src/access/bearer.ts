import type { Request } from 'express';

const bearer = /^Bearer +(\S{1,200})$/i;

/** The API key that a request came with; undefined where there is none, or it is not written as one. */
export function bearerOf({ headers }: Pick<Request, 'headers'>): string | undefined {
  return bearer.exec(headers.authorization ?? '')?.[1];
}
