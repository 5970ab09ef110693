import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { wrongUsage } from '../output/cli-error';

/** Writes a file whole or not at all. @throws CliError (wrong usage) when it cannot be written there. */
export function writeWhole(file: string, content: string | Buffer): void {
  const unfinished = `${file}.unfinished`;
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw unwritable(file, cause);
  }
}

/** Makes a folder where there is none. @throws CliError (wrong usage) when it cannot be made. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

function unwritable(path: string, cause: unknown): Error {
  return wrongUsage(`${path} cannot be written: ${(cause as Error).message}`, 'Give --out another path.', cause);
}
