/** How a command ends: well, findings or refused, wrong usage, environment. */
export const exitCodes = { well: 0, refused: 1, usage: 2, environment: 3 } as const;

export type FailureCode = 1 | 2 | 3;

/** What the person at the keyboard is told: what is wrong in `message`, what to do in `hint`. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    readonly exitCode: FailureCode,
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The request was understood and turned down; nothing has changed. */
export function refused(message: string, hint?: string, cause?: unknown): CliError {
  return new CliError(exitCodes.refused, message, hint, { cause });
}

/** The command was written wrongly. */
export function wrongUsage(message: string, hint?: string, cause?: unknown): CliError {
  return new CliError(exitCodes.usage, message, hint, { cause });
}

/** Something around us does not serve: a setting, the database, a port. */
export function environmentFailed(message: string, hint?: string, cause?: unknown): CliError {
  return new CliError(exitCodes.environment, message, hint, { cause });
}
