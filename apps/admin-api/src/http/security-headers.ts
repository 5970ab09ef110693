import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** An answer of the API is data: a browser that opens it must do nothing with it. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The browsable documentation brings its scripts from this server; its page has styles in it. */
const documentation =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const oneYear = 'max-age=31536000; includeSubDomains';

/** Headers of every answer. Cross-origin reading is not allowed anywhere: there is no CORS header. */
export function securityHeaders(https: boolean): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': isDocumentation(request.path) ? documentation : nothing,
      Vary: 'Accept-Language, Authorization',
      ...(https && { 'Strict-Transport-Security': oneYear }),
    });
    next();
  };
}

function isDocumentation(path: string): boolean {
  return path === '/docs' || path.startsWith('/docs/');
}
