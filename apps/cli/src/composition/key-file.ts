import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { environmentFailed } from '../output/cli-error';

/** Keeps a key in a new file that only its owner reads. @throws CliError (environment) where there is a file, or none can be made */
export function makeKeyFile(file: string, key: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const made = openSync(file, 'wx', 0o600);
    try {
      writeSync(made, key);
      fsyncSync(made);
    } finally {
      closeSync(made);
    }
  } catch (cause) {
    throw environmentFailed(
      `No key was made: ${(cause as Error).message}`,
      'Name a file that does not exist yet.',
      cause,
    );
  }
}
