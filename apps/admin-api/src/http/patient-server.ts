import { createServer, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
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
/** When the server ends: how long connections on which nothing is asked are waited for, and how long what is in hand. */
const [unusedMs, inHandMs] = [1_000, 10_000];
/** Of one request: more than anybody sends, and few enough to go through. */
const mostHeaders = 100;

/**
 * A server that gives up clients who dribble their requests: headers and bodies have their time, looked at every few seconds. What cannot
 * be read as HTTP is refused with problem details before anything of ours sees it. It ends within ten seconds.
 */
export class PatientServer extends ExpressAdapter {
  private connections: Connections | undefined;

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
    this.connections = new Connections(server);
    this.setHttpServer(server);
  }

  /** Takes nothing more, and is closed when what is in hand has been answered, or its time is over. */
  override close(): Promise<unknown> | undefined {
    // Node closes those that have been answered; those that have never asked, or half a thing, it would wait for.
    setTimeout(() => this.connections?.endUnused(), unusedMs).unref();
    setTimeout(() => this.getHttpServer().closeAllConnections(), inHandMs).unref();
    return super.close();
  }
}

/** The open connections of a server, with how many requests are being answered on each. */
class Connections {
  private readonly answering = new Map<Socket, number>();

  constructor(server: Server) {
    server.on('connection', (socket) => {
      this.answering.set(socket, 0);
      socket.once('close', () => this.answering.delete(socket));
    });
    server.on('request', ({ socket }, response: ServerResponse) => {
      this.count(socket, 1);
      response.once('close', () => this.count(socket, -1));
    });
  }

  endUnused(): void {
    for (const [socket, count] of this.answering) if (count === 0) socket.destroy();
  }

  private count(socket: Socket, change: 1 | -1): void {
    const count = this.answering.get(socket);
    if (count !== undefined) this.answering.set(socket, count + change);
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
