import { accessKinds, type Store } from '@app/store';
import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { momentsOf, when } from '../events/event.schema';
import { page, QueryOf, word } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { STORE } from '../store.token';

const listQuery = z.strictObject({
  actor: word.optional().describe('Who: `key:<id>`, `user:<id>`, `link:<id>`, `calendar:<id>` or `cli:<user>`.'),
  what: z.enum(accessKinds).optional(),
  subject: word.optional().describe('Id of what was read.'),
  from: when.optional().describe('A day in Helsinki or a moment: from then on.'),
  to: when.optional().describe('A day, which is included, or a moment, which is not.'),
  ...page,
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .describe('Where to go on: the `next` of the page before.'),
});

const entry = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  role: z.string(),
  what: z.enum(accessKinds),
  subject: z.string().nullable(),
  how: z.string().describe('The route or the command.'),
  filter: z.record(z.string(), z.string()).nullable().describe('What the list was narrowed by.'),
  outcome: z.enum(['given', 'refused']),
});
const accessLog = named('AccessLog', z.object({ items: z.array(entry), next: z.string().nullable() }));

/** Who read or exported what. Reading it is noted like any other reading. */
@Controller('v1/access-log')
export class AccessLogController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('access-log:read')
  @Reads('access-log')
  @Describe({
    tag: 'access-log',
    summary: 'Who read or exported what, the newest first',
    query: listQuery,
    answers: { 200: { description: 'A page of the access log.', schema: accessLog } },
  })
  async list(
    @By() { county }: Caller,
    @QueryOf(listQuery) { limit, cursor, from, to, ...filter }: z.infer<typeof listQuery>,
  ) {
    const between = momentsOf({ from, to });
    const { items, next } = await this.store.access.list(county, { ...filter, ...between }, { limit, after: cursor });
    return { items: items.map(({ county: _, ...item }) => item), next };
  }
}
