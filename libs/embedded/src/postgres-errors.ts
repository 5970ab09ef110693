import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Why no server could be offered.
 * `platform`: no binaries for this machine. `data-folder`: the folder cannot serve as a data folder. `secrets`: the
 * passwords beside the cluster are missing or do not fit. `initdb`: the cluster could not be created. `exited`: the
 * server ended while it was starting. `timeout`: it did not become ready in time.
 */
export type StartFailure = 'platform' | 'data-folder' | 'secrets' | 'initdb' | 'exited' | 'timeout';

/** The embedded server could not be started or taken over. `logTail` holds the last lines of the server's own log. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';

  constructor(
    readonly reason: StartFailure,
    explanation: string,
    readonly logTail: string = '',
    options?: ErrorOptions,
  ) {
    super(logTail === '' ? explanation : `${explanation}\nLast lines of the server's log:\n${logTail}`, options);
  }
}

/** The server was told to stop and is still there. */
export class PostgresStopError extends Error {
  override readonly name = 'PostgresStopError';
}

/** A database could not be created from its template or dropped. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

const TAIL_BYTES = 4096;

/** The last lines of a log, at most 4 KB, and nothing from before the byte `from`. Empty when there is no such file. */
export function tailOf(logFile: string, from = 0): string {
  let descriptor: number;
  try {
    descriptor = openSync(logFile, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(descriptor);
    const start = Math.max(from, size - TAIL_BYTES, 0);
    const buffer = Buffer.alloc(Math.max(size - start, 0));
    readSync(descriptor, buffer, 0, buffer.length, start);
    return buffer.toString('utf8').trimEnd();
  } finally {
    closeSync(descriptor);
  }
}
