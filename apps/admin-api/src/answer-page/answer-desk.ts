import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { randomId } from '../clock/random-id';
import { bodyOf } from '../input/body.decorator';
import { answerPage, type Sent } from './answer-page.view';
import { giveAnswer } from './give-answer';
import type { OpenedPage } from './opened-link';
import { passedOnPage } from './passed-on.view';
import { sendPage } from './page-response';
import { parseSubmission } from './submission';

/** Shows what is asked, or that a successor goes on with it. */
export function showAnswerPage(page: OpenedPage, request: Request, response: Response): void {
  if (page.passedOn) {
    sendPage(response, 410, passedOnPage(page));
    return;
  }
  const received = request.query.received !== undefined && page.taken.length > 0;
  sendPage(response, 200, answerPage(page, received ? { outcome: 'received' } : undefined, randomId));
}

/**
 * Takes a form of the page; `open` opens the page as it then stands.
 * @throws Problem for what no form of ours sends
 */
export async function takeAnswer(
  store: Store,
  open: () => Promise<OpenedPage>,
  request: Request,
  response: Response,
): Promise<void> {
  const submission = parseSubmission(bodyOf(request, 'application/x-www-form-urlencoded'));
  const page = await open();
  if (page.passedOn) {
    sendPage(response, 410, passedOnPage(page, submission));
    return;
  }
  const sent = await giveAnswer(store, page, submission);
  if (sent.outcome === 'received') {
    response.redirect(303, `${page.address}?lang=${page.language}&received`);
    return;
  }
  const now = sent.outcome === 'overtaken' ? await open() : page;
  if (now.passedOn) {
    sendPage(response, 410, passedOnPage(now, submission));
    return;
  }
  sendPage(response, statusOf(sent), answerPage(now, sent, randomId));
}

function statusOf({ outcome }: Sent): number {
  return outcome === 'invalid' ? 422 : 409;
}
