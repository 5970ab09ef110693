import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { notificationStates } from '@app/store';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { OwnId } from '../input/own-id.decorator';
import { day, page, QueryOf, word } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { commandIdOf } from '../workflows/command-identity';
import { idempotencyKey, replayed } from '../workflows/step-headers';
import { Repeated } from '../repeats/repeats.decorator';
import { NotificationDesk, resendReason } from './notification-desk';
import { notification, notificationList, notificationSummaryOf, notificationView } from './notification.view';

const listQuery = z.strictObject({
  workflow: word.optional().describe('Id of the workflow that owes it.'),
  state: z.enum(notificationStates).optional(),
  organisation: word.optional().describe('Id of the organisation that is written to.'),
  template: word.optional().describe('Name of the mail, such as `reminder`.'),
  from: day.optional().describe('Owed on this day or later, by the Helsinki date.'),
  to: day.optional().describe('Owed on this day or earlier.'),
  ...page,
});

const resendBody = z.strictObject({
  reason: resendReason.describe('Why it is sent once more; kept with the new notification.'),
});

/** Mails that are owed, and what became of them. */
@Controller('v1/notifications')
export class NotificationsController {
  constructor(private readonly desk: NotificationDesk) {}

  @Get()
  @Allow('mails:read')
  @Reads('notification')
  @Describe({
    tag: 'notifications',
    summary: 'The notifications of the county, what was owed last first',
    query: listQuery,
    answers: { 200: { description: 'A page of notifications.', schema: notificationList } },
  })
  async list(@By() caller: Caller, @QueryOf(listQuery) { limit, cursor, ...filter }: z.infer<typeof listQuery>) {
    const { items, next } = await this.desk.list(caller, filter, { limit, after: cursor });
    return { items: items.map(notificationSummaryOf), next };
  }

  @Get(':id')
  @Allow('mails:read')
  @Reads('notification', { subject: ['id'] })
  @Describe({
    tag: 'notifications',
    summary: 'One notification as it was sent',
    answers: { 200: { description: 'The notification.', schema: notification } },
    problems: ['unknown-id'],
  })
  async read(@By() caller: Caller, @OwnId() id: string) {
    return notificationView(await this.desk.read(caller, id));
  }

  @Post(':id/resend')
  @HttpCode(201)
  @Allow('mails:resend')
  @Repeated('own-id')
  @Describe({
    tag: 'notifications',
    summary: 'Send a mail once more',
    description:
      'It is owed once more as a notification of its own, written from today’s register and with a link of its own, and leaves alone as soon as sending hours allow. The earlier link stays valid.',
    headers: { 'Idempotency-Key': idempotencyKey },
    body: { schema: resendBody, example: { reason: 'Vastaanottaja ei löydä viestiä' } },
    answers: {
      201: {
        description: 'The notification that is now owed.',
        schema: notification,
        headers: { Location: { description: 'Where it is.' }, 'Idempotency-Replayed': replayed },
      },
    },
    problems: [
      'unknown-id',
      'notification-not-ended',
      'deadline-ended',
      'paused',
      'idempotency-key-reused',
      'invalid-header',
    ],
  })
  async resend(
    @By() caller: Caller,
    @OwnId() id: string,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(resendBody) { reason }: z.infer<typeof resendBody>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const answer = await this.desk.resend(caller, id, { reason, commandId: commandIdOf(caller, key) });
    response.set('Location', `/v1/notifications/${answer.id}`);
    if (answer.outcome === 'repeated') response.set('Idempotency-Replayed', 'true');
    return this.read(caller, answer.id);
  }
}
