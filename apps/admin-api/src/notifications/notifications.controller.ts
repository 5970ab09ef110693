import { Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { type Notification, notificationStates, type Store } from '@app/store';
import { type Instance, isMailWithheld, withoutText } from '@app/workflows';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller, readsAll } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { OwnId } from '../input/own-id.decorator';
import { day, page, QueryOf, word } from '../input/query.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { commandIdOf } from '../workflows/command-identity';
import { idempotencyKey, replayed } from '../workflows/step-headers';
import { Repeated } from '../repeats/repeats.decorator';
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
  reason: z.string().trim().min(3).max(500).describe('Why it is sent once more; kept with the new notification.'),
});

const refusedAs = {
  unknown: 'unknown-id',
  reused: 'idempotency-key-reused',
  'not-ended': 'notification-not-ended',
  'deadline-ended': 'deadline-ended',
} as const;

/** As any step of a workflow that is paused is refused. */
const pausedNow = {
  code: 'paused',
  detail: text(
    'Työnkulku on keskeytetty, eikä siitä lähde viestejä. Jatka sitä ensin (resume).',
    'Förloppet är pausat och inga meddelanden skickas. Fortsätt det först (resume).',
    'The workflow is paused, and no mail of it leaves. Resume it first.',
  ),
};

/** Mails that are owed, and what became of them. */
@Controller('v1/notifications')
export class NotificationsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

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
    const { items, next } = await this.store.notifications.list(caller.county, filter, { limit, after: cursor });
    const shown = await this.shownTo(caller, items);
    return { items: shown.map(notificationSummaryOf), next };
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
    const stored = await this.store.notifications.read(caller.county, id);
    if (!stored) throw new Problem('unknown-id');
    const [shown = stored] = await this.shownTo(caller, [stored]);
    return notificationView(shown);
  }

  /** The mails without the texts that are withheld from the caller. */
  private async shownTo(caller: Caller, mails: readonly Notification[]): Promise<Notification[]> {
    if (readsAll(caller)) return [...mails];
    const shown: Notification[] = [];
    const instances = new Map<string, Instance | undefined>();
    for (const mail of mails) {
      const { workflow } = mail;
      if (!instances.has(workflow)) instances.set(workflow, await this.store.workflows.read(caller.county, workflow));
      const instance = instances.get(workflow);
      // Of a workflow that was disposed of, nobody can say any more whether it was public.
      shown.push(!instance || isMailWithheld(instance, mail, readsAll(caller)) ? withoutText(mail) : mail);
    }
    return shown;
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
      'step-refused',
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
    const { county } = caller;
    const stored = await this.store.notifications.read(county, id);
    if (!stored) throw new Problem('unknown-id');
    const owed = { county, notification: id, reason, actor: actorOf(caller), commandId: commandIdOf(caller, key) };
    const answer = await this.store.notifications.resend(owed);
    if (answer.outcome === 'paused') throw new Problem('step-refused', pausedNow);
    if (answer.outcome in refusedAs) throw new Problem(refusedAs[answer.outcome as keyof typeof refusedAs]);
    response.set('Location', `/v1/notifications/${answer.id}`);
    if (answer.outcome === 'repeated') response.set('Idempotency-Replayed', 'true');
    return this.read(caller, answer.id);
  }
}
