import { createServer } from 'node:net';

/** Whether a server could listen on this port of 127.0.0.1 right now. */
export async function isFree(port: number): Promise<boolean> {
  return (await bind(port)) !== undefined;
}

/** A port of 127.0.0.1 that was free a moment ago; somebody else may still take it, so callers try again. */
export async function freePort(): Promise<number> {
  const port = await bind(0);
  if (port === undefined) {
    throw new Error('No port of 127.0.0.1 could be bound.');
  }
  return port;
}

function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
