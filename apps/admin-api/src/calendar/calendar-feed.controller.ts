import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Inject, Query, Req, Res } from '@nestjs/common';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Public } from '../access/allow.decorator';
import { namesTag } from '../input/entity-tag';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { Throttle } from '../protection/throttle';
import { STORE } from '../store.token';
import { readFeed } from './calendar-feed';

const mediaType = 'text/calendar';

/** Calendars for programs that subscribe to them. The address is the secret; reading it changes nothing. */
@Controller('v1/calendar.ics')
export class CalendarFeedController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly throttle: Throttle,
  ) {}

  @Get()
  @Public()
  @Describe({
    tag: 'calendars',
    summary: 'A calendar of meetings and due dates',
    description:
      'iCalendar (RFC 5545). Every event keeps its UID when it is moved; SEQUENCE grows with every change. What is no longer ' +
      'wanted stays for 90 days with STATUS:CANCELLED. Reaches a year back. Parameters other than `token` are ignored.',
    query: z.object({
      token: z.string().describe('The secret of the address that was told when the calendar was made.'),
    }),
    headers: { 'If-None-Match': { description: 'The ETag that was read before.' } },
    answers: {
      200: {
        description: 'The calendar.',
        schema: z.string(),
        mediaType,
        headers: { ETag: { description: 'Changes when anything in the calendar does.' } },
      },
      304: { description: 'Nothing has changed since then.' },
    },
    problems: ['unknown-calendar', 'database-away', 'internal-error'],
  })
  async read(
    @Query('token') token: unknown,
    @Headers('if-none-match') known: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (typeof token === 'string') await this.throttle.admitSecret(request, response, token);
    const feed = typeof token === 'string' ? await readFeed(this.store, token) : undefined;
    if (feed === undefined) throw new Problem('unknown-calendar', { wrongSecret: token !== undefined });
    const etag = `"${createHash('sha256').update(feed).digest('base64url')}"`;
    response.set({
      ETag: etag,
      // Whoever keeps a copy asks each time whether it still holds: a calendar can be taken out of use.
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex, nofollow',
    });
    if (known !== undefined && namesTag(known, etag)) {
      response.status(304).end();
      return;
    }
    response
      .set('Content-Disposition', 'inline; filename="vuosikello.ics"')
      .type(`${mediaType}; charset=utf-8`)
      .send(feed);
  }
}
