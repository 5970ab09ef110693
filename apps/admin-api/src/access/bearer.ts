import type { Request } from 'express';

/** Longer tokens than these are not looked at. */
const longestKey = 200;
const longestToken = 8_192;
const bearer = /^Bearer +(\S+)$/i;
const signed = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** What a request came with to say who sends it: an API key or a signed token. */
export type Bearer = { kind: 'key' | 'token'; text: string };

/** Undefined where there is nothing, or it is written as neither. */
export function bearerOf({ headers }: Pick<Request, 'headers'>): Bearer | undefined {
  const text = bearer.exec(headers.authorization?.slice(0, longestToken + 'Bearer '.length + 1) ?? '')?.[1];
  if (text === undefined || text.length > longestToken) return undefined;
  if (signed.test(text)) return { kind: 'token', text };
  return text.length <= longestKey ? { kind: 'key', text } : undefined;
}
