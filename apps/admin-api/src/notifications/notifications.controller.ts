import { Controller, Get, Inject } from '@nestjs/common';
import { notificationStates, type Store } from '@app/store';
import { z } from 'zod';
import { Allow, readers } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { OwnId } from '../input/own-id.decorator';
import { page, QueryOf, word } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { notification, notificationList, notificationSummaryOf, notificationView } from './notification.view';

const listQuery = z.strictObject({
  workflow: word.optional().describe('Id of the workflow that owes it.'),
  state: z.enum(notificationStates).optional(),
  ...page,
});

/** Mails that are owed, and what became of them. */
@Controller('v1/notifications')
export class NotificationsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow(...readers)
  @Describe({
    tag: 'notifications',
    summary: 'The notifications of the county',
    query: listQuery,
    answers: { 200: { description: 'A page of notifications.', schema: notificationList } },
  })
  async list(@By() { county }: Caller, @QueryOf(listQuery) { limit, cursor, ...filter }: z.infer<typeof listQuery>) {
    const { items, next } = await this.store.notifications.list(county, filter, { limit, after: cursor });
    return { items: items.map(notificationSummaryOf), next };
  }

  @Get(':id')
  @Allow(...readers)
  @Describe({
    tag: 'notifications',
    summary: 'One notification as it was sent',
    answers: { 200: { description: 'The notification.', schema: notification } },
    problems: ['unknown-id'],
  })
  async read(@By() { county }: Caller, @OwnId() id: string) {
    const stored = await this.store.notifications.read(county, id);
    if (!stored) throw new Problem('unknown-id');
    return notificationView(stored);
  }
}
