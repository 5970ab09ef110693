import { readFileSync } from 'node:fs';
import { wrongUsage } from '../output/cli-error';

/** The text of a small file that somebody kept: a checkpoint, or a key. @throws CliError (wrong usage) when it cannot be read */
export function readKept(file: string): string {
  try {
    // It may have been copied out of a mail.
    return `${readFileSync(file, 'utf8').replaceAll('\r', '').trim()}\n`;
  } catch (cause) {
    throw wrongUsage(`${file} cannot be read: ${(cause as Error).message}`, undefined, cause);
  }
}
