import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { Public } from '../access/allow.decorator';
import { Describe } from '../openapi/describe.decorator';
import { STORE } from '../store.token';
import { agendaDescription, sendAgendaItem } from './agenda-item/agenda-response';
import { showAnswerPage, takeAnswer } from './answer-desk';
import { answerForm, markup, mediaType } from './answer-page.schema';
import { openPage } from './open-page';
import { sendPage } from './page-response';
import { filterIn } from './standing-page/standing-filter';
import { openStanding } from './standing-page/opened-standing';
import { standingPage } from './standing-page/standing-page.view';

/** The page on which an organisation answers without an account. Its address is the secret; opening it changes nothing. */
@Controller('r')
export class AnswerPageController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get(':token')
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'What is asked of an organisation, and the form to answer it',
    description:
      'For people: server-rendered, without scripts. `?lang=` chooses fi, sv or en. Under a standing link, all that is asked of ' +
      'the organisation; `?show=` chooses `open`, `done` or `coming`.',
    answers: {
      200: { description: 'The page.', schema: markup, mediaType },
      404: { description: 'The link is unknown, expired or withdrawn.', schema: markup, mediaType },
      410: { description: 'A successor goes on with the matter; it has a link of its own.', schema: markup, mediaType },
    },
  })
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const standing = await openStanding(this.store, token, request);
    if (standing) sendPage(response, 200, standingPage(standing, filterIn(request)));
    else showAnswerPage(await openPage(this.store, token, request), request, response);
  }

  @Post(':token')
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'Send a form of the page',
    body: { schema: answerForm, mediaType: 'application/x-www-form-urlencoded' },
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
    await takeAnswer(this.store, () => openPage(this.store, token, request), request, response);
  }

  @Get(':token/agenda-item')
  @Public()
  @Describe(agendaDescription)
  async agendaItem(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    sendAgendaItem(await openPage(this.store, token, request), request, response);
  }
}
