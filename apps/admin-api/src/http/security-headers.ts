import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';

type Directives = NonNullable<Exclude<HelmetOptions['contentSecurityPolicy'], boolean | undefined>['directives']>;

/** An answer of the API is data: a browser that opens it must do nothing with it. */
const nothing: Directives = {
  'default-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The browsable documentation brings its scripts from this server; its page has styles in it. */
const documentation: Directives = {
  ...nothing,
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
};

const oneYearSeconds = 31_536_000;

/** Headers of every answer; a page with a policy of its own puts it in their place. */
export function securityHeaders(https: boolean): RequestHandler {
  const [data, pages] = [helmetWith(nothing, https), helmetWith(documentation, https)];
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set({ 'Cache-Control': 'no-store', Vary: 'Accept-Language, Authorization' });
    (isDocumentation(request.path) ? pages : data)(request, response, next);
  };
}

function helmetWith(directives: Directives, https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    frameguard: { action: 'deny' },
    // What is said to be https only stays so; where the address is http the header would shut people out.
    strictTransportSecurity: https && { maxAge: oneYearSeconds, includeSubDomains: true },
  }) as RequestHandler;
}

function isDocumentation(path: string): boolean {
  return path === '/docs' || path.startsWith('/docs/');
}
