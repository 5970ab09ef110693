import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Public } from '../access/allow.decorator';
import { randomId } from '../clock/random-id';
import { bodyOf } from '../input/body.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { answerPage, type Sent } from './answer-page.view';
import { giveAnswer } from './give-answer';
import { type OpenedPage, openLink } from './opened-link';
import { pageLanguage } from './page-language';
import { passedOnPage } from './passed-on.view';
import { sendPage } from './page-response';
import { parseSubmission } from './submission';

const mediaType = 'text/html';
const markup = z.string();
const form = z.looseObject({
  command: z.string(),
  version: z.string().describe('The version the form was made for.'),
  form: z.string().describe('The form’s own id: sending it twice is the same as sending it once.'),
});

/** The page on which an organisation answers without an account. Its address is the secret; opening it changes nothing. */
@Controller('r')
export class AnswerPageController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get(':token')
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'What is asked of an organisation, and the form to answer it',
    description: 'For people: server-rendered, without scripts. `?lang=` chooses fi, sv or en.',
    answers: {
      200: { description: 'The page.', schema: markup, mediaType },
      404: { description: 'The link is unknown, expired or withdrawn.', schema: markup, mediaType },
      410: { description: 'A successor goes on with the matter; it has a link of its own.', schema: markup, mediaType },
    },
  })
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = await this.open(token, request);
    if (page.passedOn) {
      sendPage(response, 410, passedOnPage(page));
      return;
    }
    const received = request.query.received !== undefined && page.taken.length > 0;
    sendPage(response, 200, answerPage(page, received ? { outcome: 'received' } : undefined, randomId));
  }

  @Post(':token')
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'Send a form of the page',
    body: { schema: form, mediaType: 'application/x-www-form-urlencoded' },
    answers: {
      303: {
        description: 'Received: to the receipt.',
        headers: { Location: { description: 'The page with the receipt.' } },
      },
      404: { description: 'The link is unknown, expired or withdrawn.', schema: markup, mediaType },
      409: { description: 'Something else was recorded meanwhile; nothing was saved.', schema: markup, mediaType },
      410: { description: 'A successor goes on with the matter; nothing was saved.', schema: markup, mediaType },
      422: { description: 'The form again, with what is wrong beside its fields.', schema: markup, mediaType },
    },
  })
  async give(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const submission = parseSubmission(bodyOf(request, 'application/x-www-form-urlencoded'));
    const page = await this.open(token, request);
    if (page.passedOn) {
      sendPage(response, 410, passedOnPage(page, submission));
      return;
    }
    const sent = await giveAnswer(this.store, page, submission);
    if (sent.outcome === 'received') {
      response.redirect(303, `/r/${token}?lang=${page.language}&received`);
      return;
    }
    const now = sent.outcome === 'overtaken' ? await this.open(token, request) : page;
    if (now.passedOn) {
      sendPage(response, 410, passedOnPage(now, submission));
      return;
    }
    sendPage(response, statusOf(sent), answerPage(now, sent, randomId));
  }

  private async open(token: string, request: Request): Promise<OpenedPage> {
    const opened = await openLink(this.store, token);
    if (!opened) throw new Problem('unknown-id');
    return { ...opened, language: pageLanguage(request, opened.link.language) };
  }
}

function statusOf({ outcome }: Sent): number {
  return outcome === 'invalid' ? 422 : 409;
}
