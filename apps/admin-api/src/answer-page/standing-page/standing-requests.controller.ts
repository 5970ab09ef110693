import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { Public } from '../../access/allow.decorator';
import { Describe } from '../../openapi/describe.decorator';
import { STORE } from '../../store.token';
import { agendaDescription, sendAgendaItem } from '../agenda-item/agenda-response';
import { AnswerDesk } from '../answer-desk';
import { formDescription, pageAnswers, receiptDescription } from '../answer-page.schema';
import { openUnderStanding } from './opened-standing';

/** The pages of single requests under an organisation's standing link: the same pages as under a link of their own. */
@Controller('r/:token/requests/:workflow')
export class StandingRequestsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly desk: AnswerDesk,
  ) {}

  @Get()
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'What is asked of an organisation, under its standing link',
    answers: pageAnswers,
  })
  async show(
    @Param('token') token: string,
    @Param('workflow') workflow: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.desk.show(() => openUnderStanding(this.store, token, workflow, request), request, response);
  }

  @Post()
  @Public()
  @Describe({ ...formDescription, summary: 'Send a form of the page, under a standing link' })
  async give(
    @Param('token') token: string,
    @Param('workflow') workflow: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.desk.take(() => openUnderStanding(this.store, token, workflow, request), request, response);
  }

  @Get('receipt')
  @Public()
  @Describe(receiptDescription)
  async receipt(
    @Param('token') token: string,
    @Param('workflow') workflow: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.desk.receipt(() => openUnderStanding(this.store, token, workflow, request), response);
  }

  @Get('agenda-item')
  @Public()
  @Describe(agendaDescription)
  async agendaItem(
    @Param('token') token: string,
    @Param('workflow') workflow: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    sendAgendaItem(await openUnderStanding(this.store, token, workflow, request), request, response);
  }
}
