import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Public } from '../access/allow.decorator';
import { Describe } from '../openapi/describe.decorator';
import { LinkDesk } from './link-desk';
import { sendPage } from './page-response';
import { goneOnPage } from './passed-on.view';
import { receiptPage } from './receipt.view';

const mediaType = 'text/html';
const markup = z.string();

/** What has been received through a link, to be kept or printed. */
@Controller('r')
export class ReceiptController {
  constructor(private readonly links: LinkDesk) {}

  @Get(':token/receipt')
  @Public()
  @Describe({
    tag: 'answers',
    summary: 'What has been received, to be kept or printed',
    answers: {
      200: { description: 'The receipt.', schema: markup, mediaType },
      404: { description: 'The link is unknown, expired or withdrawn.', schema: markup, mediaType },
      410: { description: 'Somebody else goes on with the matter.', schema: markup, mediaType },
    },
  })
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = await this.links.open(token, request, response);
    if (!page) return;
    const gone = goneOnPage(page);
    sendPage(response, gone ? 410 : 200, gone ?? receiptPage(page));
  }
}
