import type { Language } from '@app/domain';
import type { Store } from '@app/store';
import { definitionOf, upcomingMails } from '@app/workflows';
import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { OwnId } from '../input/own-id.decorator';
import { QueryOf, word } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { upcomingMailList, upcomingMailView } from './upcoming-mails.schema';

const listQuery = z.strictObject({
  deadline: word.optional().describe('Only the mails of this deadline.'),
  limit: z.coerce.number().int().min(1).max(50).default(3).describe('How many mails at most.'),
});

/** What will be sent if nobody does anything. */
@Controller('v1/workflows/:id/mails')
export class UpcomingMailsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('mails:read')
  @Reads('notification', { subject: ['id'] })
  @Describe({
    tag: 'notifications',
    summary: 'The next mails of a workflow’s deadlines, if nobody does anything',
    description: 'Decided by the same code that will send them. A workflow that is paused or has ended owes none.',
    query: listQuery,
    answers: { 200: { description: 'The mails, the earliest first.', schema: upcomingMailList } },
    problems: ['unknown-id', 'older-software'],
  })
  async list(
    @By() { county }: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @QueryOf(listQuery) { deadline, limit }: z.infer<typeof listQuery>,
  ) {
    const instance = await this.store.workflows.read(county, id);
    if (!instance) throw new Problem('unknown-id');
    const now = await this.store.now();
    const mails = upcomingMails(definitionOf(instance.definition), instance, { now, limit, deadline });
    return { items: mails.map((mail) => upcomingMailView(mail, language)) };
  }
}
