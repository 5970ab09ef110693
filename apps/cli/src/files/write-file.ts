import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
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

/** The same for content that comes piece by piece. @throws CliError (wrong usage) when it cannot be written there */
export async function writeStreamed(file: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const target = await open(unfinished, 'w').catch((cause: unknown) => {
    throw unwritable(file, cause);
  });
  try {
    for await (const piece of pieces) await target.appendFile(piece);
    await target.close();
    renameSync(unfinished, file);
  } catch (error) {
    await target.close().catch(() => undefined);
    rmSync(unfinished, { force: true });
    throw error;
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
  return wrongUsage(`${path} cannot be written: ${(cause as Error).message}`, 'Give another path.', cause);
}
