import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { Store } from '@app/store';
import { type Instance, isWithheld, withoutContent } from '@app/workflows';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller, readsAll } from '../access/caller';
import { eventsPage, readerOf } from '../events/event-lines';
import { Reads } from '../access/reads.decorator';
import { namesTag } from '../input/entity-tag';
import { goneOrUnknown } from '../disposals/disposed-problem';
import { notOfCounty, OwnId } from '../input/own-id.decorator';
import { day, page, QueryOf, word } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { momentOf, notBegun, pastQuery } from './past-question';
import { type Reader, WorkflowAnswer } from './workflow-answer';
import { workflow, workflowEvents, workflowList } from './workflow.schema';
import { etagOf, summaryOf } from './workflow.view';

const listQuery = z.strictObject({
  county: word.optional().describe('The county of the key; another one is not found.'),
  year: z.coerce.number().int().min(2000).max(2199).optional().describe('Year of the plan the workflow belongs to.'),
  definition: word.optional().describe('Name of the definition.'),
  status: z.enum(['open', 'closed', 'cancelled']).optional(),
  organisation: word.optional().describe('Id of an organisation the workflow concerns.'),
  dueBefore: day.optional().describe('Some running deadline is due before this day.'),
  ...page,
  limit: z.coerce.number().int().min(1).max(1_000).default(50).describe('How many workflows at most.'),
});

const eventsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Only events with a greater number.'),
  limit: page.limit,
});

/** Reading workflows. */
@Controller('v1/workflows')
export class WorkflowsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly answer: WorkflowAnswer,
  ) {}

  @Get()
  @Allow('workflows:read')
  @Reads('workflow')
  @Describe({
    tag: 'workflows',
    summary: 'The workflows of the county',
    query: listQuery,
    answers: { 200: { description: 'A page of workflows.', schema: workflowList } },
    problems: ['unknown-id'],
  })
  async list(@By() caller: Caller, @In() language: Language, @QueryOf(listQuery) query: z.infer<typeof listQuery>) {
    const { county = caller.county, limit, cursor, ...filter } = query;
    if (county !== caller.county) throw notOfCounty(caller, county);
    const { items, next } = await this.store.workflows.list(county, filter, { limit, after: cursor });
    const handedOver = await this.store.deliveries.handedOver(
      county,
      items.map(({ id }) => id),
    );
    const beside = { handedOver, mayReadAll: readsAll(caller) };
    return { items: items.map((instance) => summaryOf(instance, beside, language)), next };
  }

  @Get(':id')
  @Allow('workflows:read')
  @Reads('workflow', { subject: ['id'] })
  @Describe({
    tag: 'workflows',
    summary: 'One workflow, with what may be done now',
    description:
      'The ETag is the version: it changes with every event of this workflow, not with those of its children.',
    query: pastQuery,
    headers: { 'If-None-Match': { description: 'The ETag that was read before.', example: '"7"' } },
    answers: {
      200: {
        description: 'The workflow; as it stood in the past without commands and without an ETag.',
        schema: workflow,
        headers: { ETag: { description: 'The version.', example: '"7"' } },
      },
      304: { description: 'Nothing has changed since that version.' },
    },
    problems: ['unknown-id', 'disposed-of', 'older-software', 'not-begun', 'no-such-position', 'content-gone'],
  })
  async read(
    @By() caller: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @QueryOf(pastQuery) { asOf }: z.infer<typeof pastQuery>,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    if (asOf !== undefined) return this.past(id, asOf, { caller, language, response });
    const instance = await this.find(caller, id);
    if (known === undefined || !namesTag(known, etagOf(instance)))
      return this.answer.of(instance, { caller, language, response });
    response.status(304).set('ETag', etagOf(instance));
    return undefined;
  }

  @Get(':id/events')
  @Allow('workflows:read')
  @Reads('event', { subject: ['id'], before: true })
  @Describe({
    tag: 'workflows',
    summary: 'What has happened in a workflow, in order',
    description:
      'Also what has no place in the log of the county yet: its `position` is null for the moment. Of a workflow that is withheld from the caller’s key, what kind of step it was, and when, without `data` and `note`.',
    query: eventsQuery,
    answers: { 200: { description: 'A page of events.', schema: workflowEvents } },
    problems: ['unknown-id', 'disposed-of'],
  })
  async events(
    @By() caller: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @QueryOf(eventsQuery) { after, limit }: z.infer<typeof eventsQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const withheld = isWithheld(await this.find(caller, id), readsAll(caller));
    const found = await this.store.events.ofStream(caller.county, id, { after, limit: limit + 1 });
    const items = found.slice(0, limit).map((event) => (withheld ? withoutContent(event) : event));
    const next = found.length > limit ? (items.at(-1)?.seq ?? null) : null;
    const reader = await readerOf(this.store, caller.county, language);
    response.set({ 'Content-Language': language, Vary: 'Accept-Language, Authorization' });
    response.type('application/json').send(eventsPage(items, next, reader));
  }

  private async past(id: string, asOf: string, reader: Reader) {
    const { county } = reader.caller;
    const then = await this.store.past.read(county, id, await momentOf(this.store, county, asOf));
    switch (then.outcome) {
      case 'known':
        return this.answer.past(then, reader);
      case 'not-begun':
        throw notBegun(then.startedAt);
      case 'gone':
        throw new Problem('content-gone');
      case 'not-found':
        throw new Problem('unknown-id');
    }
  }

  private async find(caller: Caller, id: string): Promise<Instance> {
    const instance = await this.store.workflows.read(caller.county, id);
    if (!instance) throw await goneOrUnknown(this.store, caller.county, id);
    return instance;
  }
}
