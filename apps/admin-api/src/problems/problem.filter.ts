import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { correlation } from '@app/telemetry';
import type { Request, Response } from 'express';
import { errorPage } from '../answer-page/error-page';
import { isDeskPage } from '../desk/desk-page';
import { sendDeskProblem } from '../desk/desk-problem.page';
import { isAnswerPage, sendPage } from '../answer-page/page-response';
import { pageLanguage } from '../pages/page-language';
import { languageOf } from '../language/language.decorator';
import { elapsedMs } from '../clock/real-time';
import type { Log } from '../logging/log';
import { onceAMinute } from '../logging/once-a-minute';
import type { Throttle } from '../protection/throttle';
import { knownProblem } from './known-errors';
import { ourMistake } from './our-mistake';
import { problemDetails } from './problem';

/** Turns whatever was thrown into problem details, or into a page where a person is reading. Nothing of ours leaks. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logOften: Log;

  constructor(
    private readonly log: Log,
    private readonly throttle: Pick<Throttle, 'noteWrong'>,
  ) {
    this.logOften = onceAMinute(log, elapsedMs);
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = knownProblem(error) ?? ourMistake(this.log, error, request);
    const { headers = {}, notable, wrongSecret } = problem.more;
    if (wrongSecret) this.throttle.noteWrong(request);
    if (notable) (notable.often ? this.logOften : this.log)('warn', notable.event, notable.fields);
    response.set(headers);
    if (isAnswerPage(request)) {
      sendPage(response, problem.status, errorPage(problem, pageLanguage(request)));
      return;
    }
    if (isDeskPage(request)) {
      sendDeskProblem(request, response, problem);
      return;
    }
    const language = languageOf(request);
    response
      .status(problem.status)
      .set({ 'Content-Language': language, 'Cache-Control': 'no-store' })
      .type('application/problem+json')
      .send(JSON.stringify(problemDetails(problem, language, request.path, correlation().requestId)));
  }
}
