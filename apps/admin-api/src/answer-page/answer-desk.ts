import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { randomId } from '../clock/random-id';
import { bodyOf } from '../input/body.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { answerPage, type PageMore, type Sent } from './answer-page.view';
import { earlierAnswers } from './earlier-answers';
import { handOver } from './hand-over';
import type { OpenedPage } from './opened-link';
import { sendPage } from './page-response';
import { goneOnPage } from './passed-on.view';
import { receiptPage } from './receipt.view';
import { parseSubmission, type Submission, submissionIn } from './submission';
import { type Taken, takeForm } from './take-form';
import { isMultipart, type UploadedForm, withUpload } from './upload';

/** Opens the page as it then stands; undefined where its link opens nothing any more, and that has been answered. */
export type Opens = () => Promise<OpenedPage | undefined>;

/** Shows the page of a request and takes its forms, whichever link leads there. */
@Injectable()
export class AnswerDesk {
  constructor(@Inject(STORE) private readonly store: Store) {}

  /** What is asked and the form to answer it; or that somebody else goes on with it. */
  async show(opens: Opens, { query }: Request, response: Response): Promise<void> {
    const page = await opens();
    if (!page || sentGone(page, response)) return;
    const { received, saved, reused } = query;
    const sent: Sent | undefined =
      received !== undefined && page.taken.length > 0 ? { outcome: 'received' } : undefined;
    const kept = { saved: saved !== undefined, reused: typeof reused === 'string' ? reused : undefined };
    sendPage(response, 200, answerPage(page, sent, { ...(await this.more(page)), ...kept }));
  }

  /** What has been received, to be kept or printed. */
  async receipt(opens: Opens, response: Response): Promise<void> {
    const page = await opens();
    if (page && !sentGone(page, response)) sendPage(response, 200, receiptPage(page));
  }

  /** Takes a form of the page. @throws Problem for what no form of ours sends */
  async take(opens: Opens, request: Request, response: Response): Promise<void> {
    const page = await opens();
    if (!page) return;
    const asking = { page, opens, response };
    if (isMultipart(request)) {
      await withUpload(request, response, (sent) => this.takeSent(asking, submissionIn(sent.fields), sent));
    } else {
      const submission = parseSubmission(bodyOf(request, 'application/x-www-form-urlencoded'));
      await this.takeSent(asking, submission, { fields: [], files: [] });
    }
  }

  private async takeSent(asking: Asking, submission: Submission, form: UploadedForm): Promise<void> {
    const { page, response } = asking;
    if (sentGone(page, response, submission)) return;
    if (submission.command === 'hand-over') return this.handOver(asking, submission);
    const taken = await takeForm(this.store, page, submission, form);
    if ('goTo' in taken) response.redirect(303, placeOf(page, taken));
    else await this.showAgain(asking, submission, taken);
  }

  private async handOver({ page, response }: Asking, submission: Submission): Promise<void> {
    const handed = await handOver(this.store, page, submission);
    const more = await this.more(page);
    switch (handed.outcome) {
      case 'done':
        response.redirect(303, placeOf(page, { goTo: '', with: '' }));
        return;
      case 'again':
        sendPage(response, 422, answerPage(page, undefined, { ...more, handOver: handed.sent }));
        return;
      case 'refused': {
        const { command, values } = submission;
        sendPage(response, 409, answerPage(page, { outcome: 'refused', command, values, says: handed.says }, more));
      }
    }
  }

  /** The page as it stands by now, in the language of the form. @throws Problem when its link has ended meanwhile */
  private async showAgain(
    { page, opens, response }: Asking,
    submission: Submission,
    { again, status }: Extract<Taken, { again: Sent }>,
  ): Promise<void> {
    const opened = await opens();
    if (!opened) throw new Problem('unknown-id');
    const now = { ...opened, language: page.language };
    if (sentGone(now, response, submission)) return;
    sendPage(response, status, answerPage(now, again, await this.more(now)));
  }

  private async more(page: OpenedPage): Promise<PageMore> {
    return { newFormId: randomId, earlier: await earlierAnswers(this.store, page) };
  }
}

type Asking = { page: OpenedPage; opens: Opens; response: Response };

/** Answers that somebody else goes on with the matter, if so. */
function sentGone(page: OpenedPage, response: Response, submission?: Submission): boolean {
  const gone = goneOnPage(page, submission);
  if (gone) sendPage(response, 410, gone);
  return gone !== undefined;
}

function placeOf({ address, language }: OpenedPage, { goTo, with: what }: Extract<Taken, { goTo: string }>): string {
  return `${address}${goTo}?lang=${language}${what === '' ? '' : `&${what}`}`;
}
