import { createHash, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { codeOf } from './error-code';
import { PostgresStartError } from './postgres-errors';

/** Whom a connection is for. Only `owner` changes the schema; `superuser` is for this room and for operators. */
export const POSTGRES_USERS = ['superuser', 'owner', 'app', 'engine', 'queue', 'auditor'] as const;
export type PostgresUser = (typeof POSTGRES_USERS)[number];
export type Passwords = Readonly<Record<PostgresUser, string>>;

const password = z.string().min(20);
const secretsSchema = z
  .strictObject({
    superuser: password,
    owner: password,
    app: password,
    engine: password,
    queue: password,
    // An installation from before there were auditors has none: every process then finds the same.
    auditor: password.optional(),
  })
  .transform(({ auditor, ...others }) => ({ ...others, auditor: auditor ?? derivedPassword(others.superuser) }));

function derivedPassword(superuser: string): string {
  return createHash('sha256').update(`auditor ${superuser}`).digest('base64url');
}

/**
 * Reads the passwords of a cluster.
 * @throws PostgresStartError `secrets` when the file is missing or damaged: nobody can log in without it.
 */
export function readSecrets(file: string): Passwords {
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new PostgresStartError(
      'secrets',
      `The passwords of the database cannot be read from ${file}. Put the file back from a backup, or move the data folder away.`,
      '',
      { cause },
    );
  }
}

/**
 * Writes new random passwords, readable by this account only. When another process was first, its passwords stand,
 * so that two first starts at the same time agree.
 */
export function createSecrets(file: string): Passwords {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const fresh = Object.fromEntries(POSTGRES_USERS.map((user) => [user, randomBytes(24).toString('base64url')]));
  writeFileSync(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw error;
    }
  } finally {
    unlinkSync(draft);
  }
  return readSecrets(file);
}
