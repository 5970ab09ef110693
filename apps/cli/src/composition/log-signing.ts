import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newSigningKey } from '../clock/randomness';
import type { Settings } from '../config/settings';
import { environmentFailed } from '../output/cli-error';
import { makeKeyFile } from './key-file';

/** The files that the log is signed with: the key, and what the signer remembers. */
export type LogSigningFiles = { keyFile: string; stateFile: string };

/** Where they are: as set, else in the home. */
export function logSigningFiles(
  { signingKeyFile, signerState }: Partial<Pick<Settings, 'signingKeyFile' | 'signerState'>>,
  home: string,
): LogSigningFiles {
  return {
    keyFile: signingKeyFile ?? join(home, 'log', 'signing-key.pem'),
    stateFile: signerState ?? join(home, 'log', 'signer.json'),
  };
}

/** The folder of the journal of mails that left: as set, else beside what the signer remembers. */
export function mailJournalFolder(settings: Pick<Settings, 'mailJournal' | 'signerState'>, home: string): string {
  return settings.mailJournal ?? join(dirname(logSigningFiles(settings, home).stateFile), 'mail-journal');
}

/** The same, with a key made where none was set and the home has none yet. @throws CliError (environment) */
export function preparedSigning(
  settings: Pick<Settings, 'signingKeyFile' | 'signerState'>,
  home: string,
): LogSigningFiles {
  const files = logSigningFiles(settings, home);
  if (settings.signingKeyFile === undefined && !existsSync(files.keyFile)) makeSigningKey(files.keyFile);
  return files;
}

/** Makes a key, in a file that only its owner reads. @throws CliError (environment) where there is a file, or none can be made */
export function makeSigningKey(file: string): void {
  makeKeyFile(file, newSigningKey());
}

/** The public half of the key in a file. @throws CliError (environment) */
export function publicKeyIn(file: string): KeyObject {
  try {
    return createPublicKey(createPrivateKey(readFileSync(file, 'utf8')));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'it holds no key';
    throw environmentFailed(
      `The signing key cannot be read: ${file} (${code}).`,
      'Set LOG_SIGNING_KEY_FILE, or make a key with: vuosikello keys log --out FILE',
      cause,
    );
  }
}
