import { CommanderError } from 'commander';
import { debugging } from './config/settings';
import { failureOf } from './output/failure';
import { exitCodes } from './output/cli-error';
import { note } from './output/print';
import { createProgram } from './program';

/**
 * Runs one command line and answers its exit code: 0 well, 1 findings or refused, 2 wrong usage, 3 environment.
 * @param words the arguments after the program's name
 */
export async function run(words: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? exitCodes.well);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.well : exitCodes.usage;
    const { exitCode, message, hint } = failureOf(error);
    note(`vuosikello: ${message}`, ...(hint === undefined ? [] : [hint]));
    if (debugging()) note(error instanceof Error ? (error.stack ?? '') : String(error));
    return exitCode;
  }
}
