import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Public } from '../access/allow.decorator';
import { randomId } from '../clock/random-id';
import { bodyOf } from '../input/body.decorator';
import { Describe } from '../openapi/describe.decorator';
import { STORE } from '../store.token';
import { answerPage, type PageMore, type Sent } from './answer-page.view';
import { earlierAnswers } from './earlier-answers';
import { handOver } from './hand-over';
import { LinkDesk } from './link-desk';
import type { OpenedPage } from './opened-link';
import { sendPage } from './page-response';
import { goneOnPage } from './passed-on.view';
import { parseSubmission, type Submission, submissionIn } from './submission';
import { type Taken, takeForm } from './take-form';
import { isMultipart, type UploadedForm, withUpload } from './upload';

const mediaType = 'text/html';
const markup = z.string();
const form = z.looseObject({
  command: z.string(),
  version: z.string().describe('The version the form was made for.'),
  form: z.string().describe('The form’s own id: sending it twice is the same as sending it once.'),
  draft: z.string().optional().describe('The version of the draft the form was made for.'),
  do: z.string().optional().describe('What the button does: `send`, `draft`, `add`, `remove:<sha256>` or `reuse`.'),
});

/** The page on which an organisation answers without an account. Its address is the secret; opening it changes nothing. */
@Controller('r')
export class AnswerPageController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly links: LinkDesk,
  ) {}

  @Get(':token')
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'What is asked of an organisation, and the form to answer it',
    description: 'For people: server-rendered, without scripts. `?lang=` chooses fi, sv or en.',
    answers: {
      200: { description: 'The page.', schema: markup, mediaType },
      404: { description: 'The link is unknown, expired or withdrawn.', schema: markup, mediaType },
      410: {
        description: 'A successor or a colleague goes on with the matter, with a link of their own.',
        schema: markup,
        mediaType,
      },
    },
  })
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = await this.links.open(token, request, response);
    if (!page) return;
    const gone = goneOnPage(page);
    if (gone) {
      sendPage(response, 410, gone);
      return;
    }
    const { received, saved, reused } = request.query;
    const sent: Sent | undefined =
      received !== undefined && page.taken.length > 0 ? { outcome: 'received' } : undefined;
    const more = await this.more(page);
    const kept = { saved: saved !== undefined, reused: typeof reused === 'string' ? reused : undefined };
    sendPage(response, 200, answerPage(page, sent, { ...more, ...kept }));
  }

  @Post(':token')
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'Send a form of the page, or keep it as a draft',
    description: 'With files the form comes as multipart/form-data: up to 10 files of 25 MB.',
    body: { schema: form, mediaType: 'application/x-www-form-urlencoded' },
    answers: {
      303: {
        description: 'Received, to the receipt; or kept as a draft, back to the page.',
        headers: { Location: { description: 'The receipt, or the page.' } },
      },
      404: { description: 'The link is unknown, expired or withdrawn.', schema: markup, mediaType },
      409: { description: 'Something else was recorded meanwhile; nothing was saved.', schema: markup, mediaType },
      410: {
        description: 'A successor or a colleague goes on with the matter; nothing was saved.',
        schema: markup,
        mediaType,
      },
      413: { description: 'Too large; nothing was saved.', schema: markup, mediaType },
      415: { description: 'A file is none of those that are taken; nothing was saved.', schema: markup, mediaType },
      422: { description: 'The form again, with what is wrong beside its fields.', schema: markup, mediaType },
    },
  })
  async give(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = await this.links.open(token, request, response);
    if (!page) return;
    if (isMultipart(request)) {
      await withUpload(request, response, (sent) => this.take(page, submissionIn(sent.fields), sent, response));
    } else {
      const submission = parseSubmission(bodyOf(request, 'application/x-www-form-urlencoded'));
      await this.take(page, submission, { fields: [], files: [] }, response);
    }
  }

  private async take(page: OpenedPage, submission: Submission, form: UploadedForm, response: Response): Promise<void> {
    const gone = goneOnPage(page, submission);
    if (gone) {
      sendPage(response, 410, gone);
      return;
    }
    if (submission.command === 'hand-over') return this.handOver(page, submission, response);
    const taken = await takeForm(this.store, page, submission, form);
    if ('goTo' in taken) {
      response.redirect(303, placeOf(page, taken));
      return;
    }
    await this.showAgain(page, submission, taken, response);
  }

  private async handOver(page: OpenedPage, submission: Submission, response: Response): Promise<void> {
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

  /** The page as it stands by now. */
  private async showAgain(
    page: OpenedPage,
    submission: Submission,
    { again, status }: Extract<Taken, { again: Sent }>,
    response: Response,
  ): Promise<void> {
    const opened = await this.links.again(page);
    const gone = goneOnPage(opened, submission);
    if (gone) sendPage(response, 410, gone);
    else sendPage(response, status, answerPage(opened, again, await this.more(opened)));
  }

  private async more(page: OpenedPage): Promise<PageMore> {
    return { newFormId: randomId, earlier: await earlierAnswers(this.store, page) };
  }
}

function placeOf({ token, language }: OpenedPage, { goTo, with: what }: Extract<Taken, { goTo: string }>): string {
  return `/r/${token}${goTo}?lang=${language}${what === '' ? '' : `&${what}`}`;
}
