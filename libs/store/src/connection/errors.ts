/** The database does not answer: not reachable, starting, stopping, or out of connections. Trying again later may help. */
export class DatabaseAwayError extends Error {
  constructor(cause: unknown) {
    super(
      `The database does not answer (${messageOf(cause)}). Check that PostgreSQL runs and that DATABASE_URL is right.`,
      { cause },
    );
    this.name = 'DatabaseAwayError';
  }
}

/** The database broke a statement off that took too long. What stood in its transaction was not done. */
export class StatementTimeoutError extends DatabaseAwayError {
  constructor(cause: unknown) {
    super(cause);
    this.message =
      'The database broke off a statement that took longer than statements may. Nothing of what it belonged to was done.';
    this.name = 'StatementTimeoutError';
  }
}

/** The database's tables are older than this software. */
export class MigrationsPendingError extends Error {
  constructor(readonly pending: string[]) {
    super(`The database lacks ${pending.length} migration(s): ${pending.join(', ')}. Run "vuosikello migrate" first.`);
    this.name = 'MigrationsPendingError';
  }
}

/** The login could look past the row-level security that keeps counties apart. */
export class UnsafeRoleError extends Error {
  constructor(role: string, why: string) {
    super(
      `The login ${role} must not be used: it ${why}. Use a login that was granted vuosikello_app or vuosikello_engine by "vuosikello migrate".`,
    );
    this.name = 'UnsafeRoleError';
  }
}

/** Somebody whose data were erased would come back under the old id. */
export class ErasedPersonError extends Error {
  constructor(
    readonly id: string,
    cause: unknown,
  ) {
    super(
      `The contact ${id} has been erased. Leave the person out of the file; whoever has come back gets an id of their own.`,
      { cause },
    );
    this.name = 'ErasedPersonError';
  }
}

/** What a method of the store throws in place of a driver's error. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof DatabaseAwayError) return error;
  if ((error as { code?: unknown } | null)?.code === queryCanceled) return new StatementTimeoutError(error);
  if (isAway(error)) return new DatabaseAwayError(error);
  const { code, detail } = (error ?? {}) as { code?: unknown; detail?: unknown };
  return code === erasedPerson && typeof detail === 'string' ? new ErasedPersonError(detail, error) : error;
}

const queryCanceled = '57014';

/** Raised by the table of contacts itself. */
const erasedPerson = 'VK001';

// Node's own codes, and the classes of SQLSTATE that mean "not now": connection, resources,
// operator intervention, a standby, a lock not had in time.
const awayCodes =
  /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|08\w{3}|53\w{3}|57\w{3}|25006|55P03)$/;
const awayMessages =
  /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client was closed|Cannot use a pool after calling end)/;

/** Whether an error says that the database does not answer; its connection is not to be used again then. */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAwayError) return true;
  const { code, message, errors } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: unknown };
  if (typeof code === 'string') return awayCodes.test(code);
  // An attempt at several addresses of one host fails with one error for each.
  if (Array.isArray(errors)) return errors.some(isAway);
  return typeof message === 'string' && awayMessages.test(message);
}

function messageOf(cause: unknown): string {
  const { message, errors } = (cause ?? {}) as { message?: unknown; errors?: unknown };
  if (typeof message === 'string' && message !== '') return message;
  return Array.isArray(errors) ? errors.map(messageOf).join('; ') : String(cause);
}
