import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';

type CorsRules = Exclude<Parameters<NestExpressApplication['enableCors']>[0], undefined>;

/** How long a browser may remember that it may ask. */
const rememberedSeconds = 600;

/**
 * Lets pages of the named origins read the API in a browser, with a key or token that they send themselves: it knows no cookies. Answer
 * pages, the desk, calendars of a secret address and everything else is never read across origins.
 */
export function crossOrigin(origins: readonly string[]): CorsRules {
  return (request: Request, decide: (error: Error | null, rules: object) => void) =>
    decide(null, {
      origin: isOpen(request.path) ? [...origins] : false,
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposedHeaders: ['ETag', 'Location', 'Retry-After', 'Idempotency-Replayed', 'Content-Language', 'X-Request-Id'],
      maxAge: rememberedSeconds,
    });
}

function isOpen(path: string): boolean {
  return path === '/openapi.json' || (path.startsWith('/v1/') && path !== '/v1/calendar.ics');
}
