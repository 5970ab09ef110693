import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { wrongUsage } from '../output/cli-error';
import type { FileFinding } from './file-finding';
import { largestFileBytes } from './limits';

const chunkBytes = 1 << 20;

/**
 * The bytes of a file, never more than the limit: a larger one is refused by its size, a pipe as soon as it has given more.
 * @throws CliError (wrong usage) when it is not there or may not be read.
 */
export function readBytes(file: string): Buffer | FileFinding {
  const descriptor = opened(file);
  try {
    const status = fstatSync(descriptor);
    if (status.isDirectory()) return { message: isFolder };
    if (status.size > largestFileBytes) return { message: tooLarge(status.size) };
    return readAll(descriptor);
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    closeSync(descriptor);
  }
}

function opened(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function readAll(descriptor: number): Buffer | FileFinding {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(chunkBytes);
    const read = readSync(descriptor, chunk);
    if (read === 0) return Buffer.concat(chunks);
    total += read;
    if (total > largestFileBytes) return { message: tooLarge(undefined) };
    chunks.push(chunk.subarray(0, read));
  }
}

function unreadable(file: string, cause: unknown): Error {
  const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
  return wrongUsage(
    missing ? `There is no file ${file}.` : `The file ${file} cannot be read: ${(cause as Error).message}`,
    'Give the path of a YAML, JSON, CSV or XLSX file.',
    cause,
  );
}

const isFolder = {
  fi: 'Tämä on kansio. Anna yksi tiedosto (YAML, JSON, CSV tai XLSX).',
  sv: 'Det här är en mapp. Ange en fil (YAML, JSON, CSV eller XLSX).',
  en: 'This is a folder. Give one file (YAML, JSON, CSV or XLSX).',
};

function tooLarge(bytes: number | undefined): FileFinding['message'] {
  const limit = largestFileBytes / 1_000_000;
  const size = bytes === undefined ? '' : ` (${Math.ceil(bytes / 1_000_000)} Mt)`;
  const bytesShown = bytes === undefined ? '' : ` (${Math.ceil(bytes / 1_000_000)} MB)`;
  return {
    fi: `Tiedosto on liian suuri${size}. Suurin sallittu koko on ${limit} Mt. Jaa tiedosto alueittain.`,
    sv: `Filen är för stor${bytesShown}. Den får vara högst ${limit} MB. Dela filen områdesvis.`,
    en: `The file is too large${bytesShown}. It may have at most ${limit} MB. Divide it by county.`,
  };
}
