import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { errorPage } from '../answer-page/error-page';
import { isAnswerPage, sendPage } from '../answer-page/page-response';
import { pageLanguage } from '../answer-page/page-language';
import { randomId } from '../clock/random-id';
import { languageOf } from '../language/language.decorator';
import { text } from '../language/text';
import type { Log } from '../logging/log';
import { knownProblem } from './known-errors';
import { Problem, problemDetails } from './problem';

/** Turns whatever was thrown into problem details, or into a page where a person is reading. Nothing of ours leaks. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = knownProblem(error) ?? this.ours(error, request);
    const { headers = {}, notable } = problem.more;
    if (notable) this.log('warn', notable.event, notable.fields);
    response.set(headers);
    if (isAnswerPage(request)) {
      sendPage(response, problem.status, errorPage(problem, pageLanguage(request)));
      return;
    }
    const language = languageOf(request);
    response
      .status(problem.status)
      .set({ 'Content-Language': language, 'Cache-Control': 'no-store' })
      .type('application/problem+json')
      .send(JSON.stringify(problemDetails(problem, language, request.path)));
  }

  /** Our own mistake: the log has it whole, the caller gets a reference to it. */
  private ours(error: unknown, request: Request): Problem {
    const reference = randomId();
    this.log('error', 'internal-error', {
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
}
