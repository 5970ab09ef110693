import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { addDays, helsinkiDate } from '@app/domain';
import type { Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { day, page, QueryOf } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { STORE } from '../store.token';
import { disposableList, disposalBody, disposalResult } from './disposal.schema';

const query = z.strictObject({
  before: day.optional().describe('Those whose retention is over before this day; until today unless given.'),
  ...page,
});

/** What is done when a retention is over. */
@Controller('v1/disposals')
export class DisposalsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('disposals:read')
  @Reads('document')
  @Describe({
    tag: 'records',
    summary: 'The workflows whose retention is over, or will be before a day',
    description: 'Workflows with a record that is kept for ever are never among them.',
    query,
    answers: { 200: { description: 'A page of workflows, by id.', schema: disposableList } },
  })
  async list(@By() { county }: Caller, @QueryOf(query) { before, limit, cursor }: z.infer<typeof query>) {
    const tomorrow = addDays(helsinkiDate(await this.store.now()), 1);
    return this.store.disposals.due(county, before ?? tomorrow, { limit, after: cursor });
  }

  @Post()
  @HttpCode(200)
  @Allow('disposals:write')
  @Describe({
    tag: 'records',
    summary: 'Dispose of workflows whose retention is over',
    description:
      'Removes for good what their events, mails and files said; hashes and places in the log stay, so that every proof still holds. Each disposal is an event (`RecordDisposed`). Tries only, unless `dryRun` is false. A request that is repeated answers `unknown` for what is gone.',
    body: {
      schema: disposalBody,
      example: { workflows: ['09.hyte-2026.request-016'], reason: 'Säilytysaika on päättynyt.', dryRun: false },
    },
    answers: { 200: { description: 'What became of each.', schema: disposalResult } },
    problems: ['unknown-id'],
  })
  async dispose(@By() caller: Caller, @BodyOf(disposalBody) body: z.infer<typeof disposalBody>) {
    const { county } = caller;
    const { workflows, reason, dryRun } = body;
    for (const of of workflows.map((id) => id.slice(0, 2))) if (of !== county) throw notOfCounty(caller, of);
    const items: { workflow: string; outcome: string }[] = [];
    for (const workflow of new Set(workflows)) {
      const asked = { county, workflow, reason, actor: actorOf(caller) };
      const outcome = await (dryRun
        ? this.store.disposals.forecast(county, workflow)
        : this.store.disposals.dispose(asked));
      items.push({ workflow, outcome });
    }
    return { dryRun, items };
  }
}
