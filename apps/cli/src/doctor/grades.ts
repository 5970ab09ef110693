import { exitCodes } from '../output/cli-error';
import type { Check } from './check';

/** Whether so much mail is put off that the server, and not the mails, is the reason. */
export function isStopped({ queued, deferred }: { queued: number; deferred: number }): boolean {
  return deferred >= 20 && deferred > queued;
}

/** 0 where all is well, 1 where something was found. */
export function exitCodeOf(checks: readonly Check[]): number {
  return checks.every(({ grade }) => grade === 'ok') ? exitCodes.well : exitCodes.refused;
}

/** One line a check, and what to do beneath it. */
export function linesOf(checks: readonly Check[]): string[] {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks.flatMap(({ name, grade, found, next }) => [
    `${grade.padEnd(8)}${name.padEnd(width + 2)}${found}`,
    ...(next === null ? [] : [`${' '.repeat(8)}→ ${next}`]),
  ]);
}
