import { createServer } from 'node:net';
import { environmentFailed } from '../output/cli-error';

/** @throws CliError (environment) when no server could listen there right now. */
export async function requirePort(host: string, port: number): Promise<void> {
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
  if (!failure) return;
  if (failure.code === 'EADDRINUSE') {
    throw environmentFailed(
      `Port ${port} of ${host} is taken.`,
      'End the program that uses it, or set PORT to another port (0: any free one).',
      failure,
    );
  }
  throw environmentFailed(
    `Nothing can listen on ${host}:${port} (${failure.message}).`,
    'Correct HOST and PORT.',
    failure,
  );
}
