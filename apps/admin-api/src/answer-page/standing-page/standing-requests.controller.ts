import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { Public } from '../../access/allow.decorator';
import { Describe } from '../../openapi/describe.decorator';
import { STORE } from '../../store.token';
import { agendaDescription, sendAgendaItem } from '../agenda-item/agenda-response';
import { showAnswerPage, takeAnswer } from '../answer-desk';
import { answerForm, markup, mediaType } from '../answer-page.schema';
import { openUnderStanding } from './opened-standing';

const notFound = {
  description: 'The link opens nothing, or the request is not the organisation’s.',
  schema: markup,
  mediaType,
};

/** The pages of single requests under an organisation's standing link: the same pages as under a link of their own. */
@Controller('r/:token/requests/:workflow')
export class StandingRequestsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'What is asked of an organisation, under its standing link',
    answers: { 200: { description: 'The page.', schema: markup, mediaType }, 404: notFound },
  })
  async show(
    @Param('token') token: string,
    @Param('workflow') workflow: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    showAnswerPage(await openUnderStanding(this.store, token, workflow, request), request, response);
  }

  @Post()
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'Send a form of the page, under a standing link',
    body: { schema: answerForm, mediaType: 'application/x-www-form-urlencoded' },
    answers: {
      303: {
        description: 'Received: to the receipt.',
        headers: { Location: { description: 'The page with the receipt.' } },
      },
      404: notFound,
      409: { description: 'Something else was recorded meanwhile; nothing was saved.', schema: markup, mediaType },
      422: { description: 'The form again, with what is wrong beside its fields.', schema: markup, mediaType },
    },
  })
  async give(
    @Param('token') token: string,
    @Param('workflow') workflow: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const open = () => openUnderStanding(this.store, token, workflow, request);
    await takeAnswer(this.store, open, request, response);
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
