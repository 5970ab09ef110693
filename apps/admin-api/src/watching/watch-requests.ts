import type { Server } from 'node:http';
import { correlated, requestIdIn } from '@app/telemetry';
import type { Request, RequestHandler, Response } from 'express';
import { randomId } from '../clock/random-id';
import { elapsedMs } from '../clock/real-time';
import { documentedPath } from '../openapi/routes';
import type { ApiWatch } from './api-watch';

const requestIdHeader = 'X-Request-Id';
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Gives each request an id, its own where it has a well-formed one, and counts it under the template of its route: what stands in an
 * address, ids and secret links, is neither counted nor traced.
 */
export function watchRequests(watch: ApiWatch, server: Pick<Server, 'listening'>): RequestHandler {
  return (request, response, next) => {
    const requestId = requestIdIn(request.headers['x-request-id']) ?? randomId();
    response.set(requestIdHeader, requestId);
    const beganMs = elapsedMs();
    watch.hold(1);
    const ended = () => {
      watch.hold(-1);
      count(watch, request, response, (elapsedMs() - beganMs) / 1_000);
      // A server that ends takes nothing more on connections that were kept open.
      if (!server.listening) request.socket.destroySoon();
    };
    correlated({ requestId }, () => {
      if (watch.tracing.on) trace(watch, request, response, ended, next);
      else {
        response.once('close', ended);
        next();
      }
    });
  };
}

function trace(watch: ApiWatch, request: Request, response: Response, ended: () => void, next: () => void): void {
  const { traceparent } = request.headers;
  const parent = typeof traceparent === 'string' ? traceparent : undefined;
  void watch.tracing.span('request', { kind: 'server', parent }, (span) => {
    const closed = new Promise<void>((resolve) => {
      response.once('close', () => {
        const method = methodOf(request);
        const route = routeOf(request);
        span.rename(`${method} ${route}`);
        span.set({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': response.statusCode,
        });
        if (response.statusCode >= 500) span.fail(String(response.statusCode));
        ended();
        resolve();
      });
    });
    next();
    return closed;
  });
}

function count({ requests, requestSeconds }: ApiWatch, request: Request, response: Response, seconds: number): void {
  const method = methodOf(request);
  const route = routeOf(request);
  const status = response.writableFinished ? String(response.statusCode) : 'aborted';
  requests.inc({ method, route, status });
  // A stream lasts as long as its reader wants.
  const type = response.getHeader('content-type');
  if (typeof type !== 'string' || !type.startsWith('text/event-stream'))
    requestSeconds.observe(seconds, { method, route });
}

function methodOf({ method }: Request): string {
  return methods.has(method) ? method : 'other';
}

/** `none` where no route took the request. */
function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? documentedPath(path) : 'none';
}
