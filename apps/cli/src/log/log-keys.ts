import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formatVerifierKey, NoteFormatError, parseVerifierKey, verifierKeyOf } from '@app/ledger';
import { InvalidArgumentError } from 'commander';
import { environmentFailed } from '../output/cli-error';
import type { LogKnown } from './log-check';

/** Collects `--key`, given once or several times. @throws InvalidArgumentError, which ends with wrong usage. */
export function keyArgument(line: string, before: readonly string[] = []): string[] {
  try {
    return [...before, formatVerifierKey(parseVerifierKey(line))];
  } catch (error) {
    if (error instanceof NoteFormatError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

/**
 * The keys that were given; else those of the installation itself, in the files that it signs with.
 * @throws CliError (environment) for a file that holds no such key
 */
export function keysToCheckWith(given: readonly string[] | undefined, keyFiles: readonly string[]): LogKnown['keysOf'] {
  if (given !== undefined) return () => given;
  const keys = keyFiles.map((file) => {
    try {
      return createPublicKey(createPrivateKey(readFileSync(file, 'utf8')));
    } catch (cause) {
      throw environmentFailed(
        `${file} cannot be read as the log's signing key.`,
        'Give the public key with --key.',
        cause,
      );
    }
  });
  return (origin) => keys.map((key) => formatVerifierKey(verifierKeyOf(origin, key)));
}
