import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { FuzzRequest } from './requests';

export type FuzzAnswer = { status: number; type: string; text: string };

const mostBytes = 2_000_000;

/** Sends requests as they are written, 16 at once at most. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });

  /** @param limitMs what takes longer hangs */
  constructor(
    private readonly port: number,
    private readonly limitMs: number,
  ) {}

  /** @throws Error where no answer comes in time, or the connection ends without one */
  send({
    route,
    target,
    headers,
    body,
  }: Pick<FuzzRequest, 'route' | 'target' | 'headers' | 'body'>): Promise<FuzzAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          port: this.port,
          host: '127.0.0.1',
          method: route.method,
          path: target,
          agent: this.agent,
          headers: { ...Object.fromEntries(headers), ...(body && { 'Content-Length': String(body.length) }) },
        },
        (incoming) => {
          const type = incoming.headers['content-type'] ?? '';
          const chunks: Buffer[] = [];
          let bytes = 0;
          const done = () => {
            clearTimeout(limit);
            resolve({ status: incoming.statusCode ?? 0, type, text: Buffer.concat(chunks).toString('utf8') });
          };
          incoming.on('data', (chunk: Buffer) => {
            chunks.push(chunk);
            bytes += chunk.length;
            if (bytes > mostBytes) outgoing.destroy();
          });
          incoming.on('close', done);
          // A stream of events has no end.
          if (type.startsWith('text/event-stream')) outgoing.destroy();
        },
      );
      const limit = setTimeout(() => {
        reject(new Error(`no answer within ${this.limitMs} ms`));
        outgoing.destroy();
      }, this.limitMs);
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(limit);
        reject(error);
      });
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Bytes that no HTTP client would send: what comes back until the connection ends. */
export function sendBytes(port: number, bytes: Uint8Array | string, limitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const limit = setTimeout(() => {
      reject(new Error(`the connection stood open for ${limitMs} ms after ${JSON.stringify(text.slice(0, 200))}`));
      socket.destroy();
    }, limitMs);
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (text += chunk));
    // Whoever sends nonsense may be cut off.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(limit);
      resolve(text);
    });
  });
}
