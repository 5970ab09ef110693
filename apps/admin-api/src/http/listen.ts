import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** The server cannot listen where it was told to; the message names the setting to change. */
export class ListenError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'ListenError';
  }
}

/** Starts listening and says on which port. @throws ListenError */
export async function listen(
  app: NestExpressApplication,
  { host, port }: { host: string; port: number },
): Promise<number> {
  await app.init();
  try {
    await once(app.getHttpServer().listen(port, host), 'listening');
  } catch (error) {
    throw new ListenError(explanation((error as NodeJS.ErrnoException).code, host, port), error);
  }
  return (app.getHttpServer().address() as AddressInfo).port;
}

function explanation(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is taken by another program. Set PORT to a free port, or to 0 for any free one.`;
    case 'EACCES':
      return `This account may not listen on port ${port}. Set PORT to 1024 or higher.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine. Set HOST to one, such as 127.0.0.1.`;
    default:
      return `Cannot listen on port ${port} of ${host} (${code ?? 'unknown reason'}). Check HOST and PORT.`;
  }
}
