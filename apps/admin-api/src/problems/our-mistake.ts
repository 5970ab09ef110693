import type { Request } from 'express';
import { isAnswerPage } from '../answer-page/page-response';
import { randomId } from '../clock/random-id';
import { text } from '../language/text';
import type { Log } from '../logging/log';
import { Problem } from './problem';

/** Our own mistake: the log has it whole, the caller gets a reference to it. */
export function ourMistake(log: Log, error: unknown, request: Request): Problem {
  const reference = randomId();
  log('error', 'internal-error', {
    reference,
    method: request.method,
    path: isAnswerPage(request) ? '/r/…' : request.path,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return new Problem('internal-error', {
    detail: text(
      `Virhe on kirjattu lokiin tunnuksella ${reference}. Yritä myöhemmin uudelleen.`,
      `Felet har antecknats i loggen med id ${reference}. Försök igen senare.`,
      `The error is in the log as ${reference}. Try again later.`,
    ),
  });
}
