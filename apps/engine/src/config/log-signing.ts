import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the checkpoints of the counties' logs are signed with. */
export type LogSigning = {
  key: KeyObject;
  /** Signs alongside for a while after the key was changed. */
  previousKey: KeyObject | undefined;
  /** Absolute; outside the database, shared by the replicas. */
  stateFile: string;
  /** The name of the logs, which each continues with its county. */
  origin: string;
};

type Given = {
  keyFile: string | undefined;
  previousKeyFile: string | undefined;
  stateFile: string | undefined;
  origin: string | undefined;
  publicUrl: string;
};

const wanted =
  'must name an Ed25519 private key in PEM, as "vuosikello keys log --out FILE" or "openssl genpkey" makes it';
const readableByOthers = 0o077;

/** How logs are signed, undefined where no key is given, or what is wrong with the settings. */
export function logSigningOf({ keyFile, previousKeyFile, stateFile, origin, publicUrl }: Given): {
  signing: LogSigning | undefined;
  problems: string[];
} {
  const problems: string[] = [];
  if (keyFile === undefined) {
    if (previousKeyFile !== undefined)
      problems.push('LOG_PREVIOUS_SIGNING_KEY_FILE: must be given with LOG_SIGNING_KEY_FILE, or not at all');
    return { signing: undefined, problems };
  }
  if (stateFile === undefined)
    problems.push(
      'LOG_SIGNER_STATE: must be given with LOG_SIGNING_KEY_FILE, a file outside the database that the replicas share',
    );
  const key = keyIn('LOG_SIGNING_KEY_FILE', keyFile, problems);
  const previousKey =
    previousKeyFile === undefined ? undefined : keyIn('LOG_PREVIOUS_SIGNING_KEY_FILE', previousKeyFile, problems);
  if (key === undefined || stateFile === undefined || problems.length > 0) return { signing: undefined, problems };
  return {
    signing: { key, previousKey, stateFile: resolve(stateFile), origin: origin ?? originOf(publicUrl) },
    problems,
  };
}

/** Where the logs are read, without the scheme (C2SP tlog-tiles). On one machine alone ports come and go. */
function originOf(publicUrl: string): string {
  const { host, hostname, pathname } = new URL(publicUrl);
  const isLocal = /^(localhost|127\..*|\[::1\])$/.test(hostname);
  return `${isLocal ? hostname : host}${pathname.replace(/\/+$/, '')}/log`;
}

function keyIn(setting: string, file: string, problems: string[]): KeyObject | undefined {
  try {
    if ((statSync(file).mode & readableByOthers) !== 0) {
      problems.push(`${setting}: others may read ${file}; take that from them (chmod 600)`);
      return undefined;
    }
    const key = createPrivateKey(readFileSync(file, 'utf8'));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Told below. What the file holds never goes into a message.
  }
  problems.push(`${setting}: ${wanted}`);
  return undefined;
}
