import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../access/allow.decorator';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { DeskSessions } from '../../access/desk/desk-sessions';
import { KnownKeys } from '../../access/known-keys';
import { bodyOf } from '../../input/body.decorator';
import type { Log } from '../../logging/log';
import { LOG } from '../../logging/log.token';
import { pageLanguage } from '../../pages/page-language';
import { clientAddress } from '../../protection/client-address';
import { Throttle } from '../../protection/throttle';
import { deskAnswer, goOn } from '../desk-page';
import { ownPath } from './own-path';
import { signInPage } from './sign-in.page';

/** The way into the desk with an API key, and out again. */
@Controller('desk')
@AtDesk()
export class SignInController {
  constructor(
    private readonly sessions: DeskSessions,
    private readonly keys: KnownKeys,
    private readonly throttle: Throttle,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get('sign-in')
  @Public()
  show(
    @Req() request: Request,
    @Query('next') next: unknown,
    @Query('signedOut') signedOut: unknown,
    @Res({ passthrough: true }) response: Response,
  ): string {
    const why = signedOut === undefined ? undefined : 'signed-out';
    return deskAnswer(response, 200, signInPage({ language: pageLanguage(request), next: ownPath(next), why }));
  }

  @Post('sign-in')
  @Public()
  async signIn(@Req() request: Request, @Query('next') next: unknown, @Res() response: Response): Promise<void> {
    this.sessions.requireOwnOrigin(request);
    const language = pageLanguage(request);
    const body = Buffer.from(bodyOf(request, 'application/x-www-form-urlencoded')).toString('utf8');
    const written = new URLSearchParams(body).get('key')?.trim() ?? '';
    await this.throttle.admitSecret(request, response, written);
    const key = written === '' || written.length > longestKey ? undefined : await this.keys.keyOf(written);
    const [county] = key?.grants.keys() ?? [];
    const goTo = ownPath(next);
    if (!key || county === undefined) {
      this.throttle.noteWrong(request);
      response.send(deskAnswer(response, 401, signInPage({ language, next: goTo, why: 'wrong-key' })));
      return;
    }
    await this.sessions.begin(request, response, { county, id: key.id });
    this.log('info', 'signed-in', { by: `key:${key.id}`, county, from: clientAddress(request) });
    goOn(response, goTo ?? `/desk?lang=${language}`);
  }

  @Post('sign-out')
  @Public()
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const ended = await this.sessions.end(request, response);
    if (ended) this.log('info', 'signed-out', { by: `key:${ended.key}`, county: ended.county });
    // What a browser keeps of the pages, in spite of all, goes too.
    response.set('Clear-Site-Data', '"cache", "storage"');
    goOn(response, `/desk/sign-in?lang=${pageLanguage(request)}&signedOut`);
  }
}

const longestKey = 200;
