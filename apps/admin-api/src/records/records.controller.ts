import { Controller, Get, Inject } from '@nestjs/common';
import type { Store } from '@app/store';
import { publicityClasses, recordKinds } from '@app/workflows';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { day, page, QueryOf, word } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { requireOrganisation } from '../register/require-organisation';
import { STORE } from '../store.token';
import { recordList } from './record.schema';

const query = z.strictObject({
  workflow: word.optional().describe('Only the records of this workflow.'),
  year: z.coerce.number().int().min(2000).max(2199).optional().describe('Year of the plan.'),
  kind: z.enum(recordKinds).optional(),
  publicity: z
    .enum([...publicityClasses, 'unclassified'])
    .optional()
    .describe('`unclassified`: nobody has said so far.'),
  organisation: word.optional().describe('Only the records of workflows that concern this organisation.'),
  disposeBefore: day.optional().describe('Only records whose retention is over before this day.'),
  ...page,
});

/** The register of official documents. */
@Controller('v1/records')
export class RecordsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('records:read')
  @Reads('document')
  @Describe({
    tag: 'records',
    summary: 'The official documents of the county, with their classes',
    description:
      'Answers, decisions, minutes, agreements, reports and attached documents. Derived from the event log. Their classes are changed with the command `classify-record`.',
    query,
    answers: { 200: { description: 'A page of records, by workflow.', schema: recordList } },
    problems: ['unknown-id'],
  })
  async list(@By() { county }: Caller, @QueryOf(query) { limit, cursor, ...filter }: z.infer<typeof query>) {
    if (filter.organisation !== undefined) await requireOrganisation(this.store, county, filter.organisation);
    const { items, next } = await this.store.records.list(county, filter, { limit, after: cursor });
    return { items: items.map((record) => ({ ...record, document: record.document ?? null })), next };
  }
}
