import { createServer, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express } from 'express';
import { Problem, problemDetails } from '../problems/problem';
import type { ProblemKind } from '../problems/problem-kinds';

/** How long a client may take. Milliseconds. */
export type Patience = { headersMs: number; requestMs: number; lookEveryMs: number };

/** A whole request has the time that the largest file takes on a slow line. */
export const usualPatience: Patience = { headersMs: 10_000, requestMs: 120_000, lookEveryMs: 5_000 };

const headerBytes = 16 * 1024;
/** Of one request: more than anybody sends, and few enough to go through. */
const mostHeaders = 100;

/**
 * A server that gives up clients who dribble their requests: headers and bodies have their time, looked at every few seconds. What cannot
 * be read as HTTP is refused with problem details before anything of ours sees it.
 */
export class PatientServer extends ExpressAdapter {
  constructor(private readonly patience: Patience) {
    super();
    // Headers, limits and pages go by the address: `/R/…` must not be a page that is treated as none. The router is there by now, and has no
    // routes yet; the setting of Express would come too late.
    Object.assign(this.getInstance<Express>().router, { caseSensitive: true });
  }

  override initHttpServer(): void {
    const { headersMs, requestMs, lookEveryMs } = this.patience;
    const server = createServer(
      {
        headersTimeout: headersMs,
        requestTimeout: requestMs,
        connectionsCheckingInterval: lookEveryMs,
        maxHeaderSize: headerBytes,
      },
      this.getInstance<Parameters<typeof createServer>[1]>(),
    );
    server.maxHeadersCount = mostHeaders;
    server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuse(error, socket));
    this.setHttpServer(server);
  }
}

const kinds: Partial<Record<string, ProblemKind>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Nothing has been read of the language or the path. */
function refuse({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new Problem(kinds[code] ?? 'malformed-request');
  const body = JSON.stringify(problemDetails(problem, 'en', ''));
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n` +
      'Connection: close\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\n' +
      "X-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n" +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
