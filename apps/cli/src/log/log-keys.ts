import { existsSync } from 'node:fs';
import { formatVerifierKey, NoteFormatError, parseVerifierKey, verifierKeyOf } from '@app/ledger';
import { InvalidArgumentError } from 'commander';
import { logSigningFiles, publicKeyIn } from '../composition/log-signing';
import type { Settings } from '../config/settings';
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
 * The keys that were given; else those of the installation itself: the one that it signs with, and its witnesses'.
 * @throws CliError (environment) for a file that holds no such key
 */
export function keysToCheckWith(
  given: readonly string[] | undefined,
  settings: Pick<Settings, 'signingKeyFile' | 'witnesses' | 'home'>,
): LogKnown['keysOf'] {
  if (given !== undefined) return () => given;
  const { keyFile } = logSigningFiles({ signingKeyFile: settings.signingKeyFile }, settings.home);
  if (!existsSync(keyFile)) return () => [];
  const publicKey = publicKeyIn(keyFile);
  return (origin) => [verifierKeyOf(origin, publicKey), ...settings.witnesses].map(formatVerifierKey);
}
