import { notificationStates } from '@app/store';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../access/allow.decorator';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { Reads } from '../../access/reads.decorator';
import { randomId } from '../../clock/random-id';
import { bodyOf } from '../../input/body.decorator';
import { OwnId } from '../../input/own-id.decorator';
import { page, QueryOf, word } from '../../input/query.decorator';
import { NotificationDesk, resendReason } from '../../notifications/notification-desk';
import { Problem } from '../../problems/problem';
import { problemKinds } from '../../problems/problem-kinds';
import { commandIdOf } from '../../workflows/command-identity';
import { submissionForm } from '../desk-form';
import { deskAnswer, goOn } from '../desk-page';
import { chosenLanguage, doneFlag, orNothing } from '../desk-query';
import { type AtDesk as At, deskPath, DeskRoom } from '../desk-room';
import { notificationWords } from './notification-words';
import { notificationPage, notificationsPage } from './notifications.page';

const listQuery = z.strictObject({
  ...chosenLanguage,
  state: orNothing(z.enum(notificationStates)),
  organisation: orNothing(word),
  workflow: orNothing(word),
  ...page,
});
const oneQuery = z.strictObject({ ...chosenLanguage, ...doneFlag });

/** The mails of the county at the desk. */
@Controller('desk/notifications')
@AtDesk()
export class DeskNotificationsController {
  constructor(
    private readonly room: DeskRoom,
    private readonly notifications: NotificationDesk,
  ) {}

  @Get()
  @Allow('mails:read')
  @Reads('notification')
  async list(
    @Req() request: Request,
    @QueryOf(listQuery) { state, organisation, workflow, limit, cursor }: z.infer<typeof listQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const filter = { state, organisation, workflow };
    const listed = await this.notifications.list(at.caller, filter, { limit, after: cursor });
    return deskAnswer(response, 200, notificationsPage(at, { ...listed, filter }));
  }

  @Get(':id')
  @Allow('mails:read')
  @Reads('notification', { subject: ['id'] })
  async read(
    @Req() request: Request,
    @OwnId() id: string,
    @QueryOf(oneQuery) { done }: z.infer<typeof oneQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const mail = await this.notifications.read(at.caller, id);
    const shown = { mail, formId: randomId(), again: undefined, resent: done !== undefined };
    return deskAnswer(response, 200, notificationPage(at, shown));
  }

  @Post(':id/resend')
  @Allow('mails:resend')
  async resend(@Req() request: Request, @OwnId() id: string, @Res() response: Response): Promise<void> {
    const at = await this.room.open(request);
    const { caller, language } = at;
    const { own } = submissionForm(bodyOf(request, 'application/x-www-form-urlencoded'), ['form', 'reason']);
    const reason = resendReason.safeParse(own.reason);
    if (!reason.success) {
      await this.again(at, id, { status: 422, own, error: notificationWords.whyHelp[language] }, response);
      return;
    }
    try {
      const owed = { reason: reason.data, commandId: commandIdOf(caller, own.form) };
      const resent = await this.notifications.resend(caller, id, owed);
      goOn(response, deskPath(at, `/notifications/${encodeURIComponent(resent.id)}`, { done: '' }));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const says = (error.more.detail ?? problemKinds[error.kind].detail)[language];
      await this.again(at, id, { status: error.status, own, error: says }, response);
    }
  }

  private async again(
    at: At,
    id: string,
    { status, own, error }: { status: number; own: { form: string; reason: string }; error: string },
    response: Response,
  ): Promise<void> {
    const mail = await this.notifications.read(at.caller, id);
    const again = { written: own.reason, error };
    response.send(deskAnswer(response, status, notificationPage(at, { mail, formId: own.form, again, resent: false })));
  }
}
