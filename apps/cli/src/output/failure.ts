import { PostgresStartError, PostgresStopError } from '@app/embedded';
import {
  DatabaseAwayError,
  ErasedPersonError,
  MigrationBlockedError,
  MigrationsPendingError,
  RestoreRefusedError,
  SignerMemoryError,
  UnsafeRoleError,
} from '@app/store';
import { CliError, environmentFailed, refused } from './cli-error';

/** Errors whose message already says what is wrong and what to do. */
const explained = [
  DatabaseAwayError,
  MigrationBlockedError,
  MigrationsPendingError,
  UnsafeRoleError,
  SignerMemoryError,
  PostgresStartError,
  PostgresStopError,
];

/** What any error comes down to for the person at the keyboard. */
export function failureOf(error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (explained.some((kind) => error instanceof kind)) return environmentFailed((error as Error).message);
  if (error instanceof ErasedPersonError || error instanceof RestoreRefusedError) return refused(error.message);
  const message = error instanceof Error ? error.message : String(error);
  return environmentFailed(
    `Something went wrong that should not: ${message}`,
    'Run the command again with VUOSIKELLO_DEBUG=1 to see where, and report it.',
  );
}
