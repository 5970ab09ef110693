import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { Public } from '../access/allow.decorator';
import { Describe } from '../openapi/describe.decorator';
import { STORE } from '../store.token';
import { agendaDescription, sendAgendaItem } from './agenda-item/agenda-response';
import { AnswerDesk } from './answer-desk';
import { formDescription, pageAnswers, receiptDescription } from './answer-page.schema';
import { LinkDesk } from './link-desk';
import { sendPage } from './page-response';
import { filterIn } from './standing-page/standing-filter';
import { openStanding } from './standing-page/opened-standing';
import { standingPage } from './standing-page/standing-page.view';

/** The page on which an organisation answers without an account. Its address is the secret; opening it changes nothing. */
@Controller('r')
export class AnswerPageController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly links: LinkDesk,
    private readonly desk: AnswerDesk,
  ) {}

  @Get(':token')
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'What is asked of an organisation, and the form to answer it',
    description:
      'For people: server-rendered, without scripts. `?lang=` chooses fi, sv or en. Under a standing link, all that is asked of ' +
      'the organisation; `?show=` chooses `open`, `done` or `coming`.',
    answers: pageAnswers,
  })
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const standing = await openStanding(this.store, token, request);
    if (standing) sendPage(response, 200, standingPage(standing, filterIn(request)));
    else await this.desk.show(() => this.links.open(token, request, response), request, response);
  }

  @Post(':token')
  @Public()
  @Describe(formDescription)
  async give(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.desk.take(() => this.links.open(token, request, response), request, response);
  }

  @Get(':token/receipt')
  @Public()
  @Describe(receiptDescription)
  async receipt(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.desk.receipt(() => this.links.open(token, request, response), response);
  }

  @Get(':token/agenda-item')
  @Public()
  @Describe(agendaDescription)
  async agendaItem(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = await this.links.open(token, request, response);
    if (page) sendAgendaItem(page, request, response);
  }
}
