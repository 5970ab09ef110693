import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { EventFilter, Store } from '@app/store';
import { csvHead, csvLines, type LogEvent, type Reader } from '@app/workflows';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { giveUpStalled, hasRoomAfter } from '../http/steady-writing';
import { QueryOf } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { eventLine, eventsPage, readerOf } from './event-lines';
import { events, filter, position } from './event.schema';
import { filterOf, requireReached } from './log-question';

/** The first is what is sent when Accept does not choose. */
const forms = ['application/json', 'application/x-ndjson', 'text/csv'] as const;
type Form = (typeof forms)[number];

const most = 1_000;
/** How often a page of JSON looks on for what a filter leaves out, before it lets the reader ask again. */
const looksAtMost = 25;
/** Events read and written at once; twice as many are held. */
const atOnce = 2_000;

const query = z.strictObject({
  ...filter,
  after: position.optional().describe('Only events after this position. Without it, from the beginning.'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .optional()
    .describe(
      'How many items at most: 50 unless told otherwise. As lines or a table everything, unless told otherwise.',
    ),
});
type Query = z.infer<typeof query>;

/** The county's log, in its own order. */
@Controller('v1/events')
export class EventsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('events:read')
  @Reads('event', { before: true })
  @Describe({
    tag: 'events',
    summary: 'The log of the county, in its order',
    description:
      'Everything that has happened and has its place in the log. As `application/x-ndjson` one event a line, as `text/csv` a table to read (semicolons, a byte order mark, no data), both of any length, up to where the log ended when it was asked for.',
    query,
    headers: { Accept: { description: forms.map((form) => `\`${form}\``).join(', '), example: forms[1] } },
    answers: { 200: { description: 'A page of events, or all of them.', schema: events, alsoAs: forms.slice(1) } },
    problems: ['unknown-id', 'no-such-position', 'not-acceptable'],
  })
  async list(
    @By() caller: Caller,
    @In() language: Language,
    @QueryOf(query) { after, limit, ...asked }: Query,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { county } = caller;
    const filtered = await filterOf(this.store, caller, asked);
    const form = request.accepts([...forms]) as Form | false;
    if (form === false) throw new Problem('not-acceptable', { allowed: forms });
    const until = await requireReached(this.store, county, after);
    const reader = await readerOf(this.store, county, language);
    response.set({
      'Content-Language': language,
      Vary: 'Accept, Accept-Language, Authorization',
      'Cache-Control': 'private, no-store',
    });
    const range = { county, filter: { ...filtered, until }, after: after ?? -1 };
    if (form === 'application/json') await this.sendPage(response, { ...range, limit: limit ?? 50 }, reader);
    else await this.sendAll(response, { ...range, limit: limit ?? Infinity }, { form, reader });
  }

  private async sendPage(response: Response, range: Range, reader: Reader): Promise<void> {
    const { county, filter: filtered, limit } = range;
    const items: LogEvent[] = [];
    let { after } = range;
    for (let looks = 0; ; looks += 1) {
      const page = await this.store.events.page(county, filtered, { after, limit: limit - items.length });
      items.push(...page.events);
      after = page.reached;
      const isFull = items.length === limit || looks === looksAtMost;
      if (!page.atEnd && !isFull) continue;
      response.type('application/json').send(eventsPage(items, page.atEnd ? null : after, reader));
      return;
    }
  }

  /** Whatever its length, no more than two pages are held; who hangs up is not read for any longer. */
  private async sendAll(response: Response, range: Range, { form, reader }: { form: Form; reader: Reader }) {
    const { county, filter: filtered, after, limit } = range;
    const isTable = form === 'text/csv';
    let isBegun = false;
    const begin = () => {
      if (isBegun) return;
      isBegun = true;
      response.type(form);
      if (isTable) response.attachment(`tapahtumaloki-${county}.csv`);
      giveUpStalled(response);
    };
    if (response.req.method === 'HEAD') {
      begin();
      response.end();
      return;
    }
    let left = limit;
    // Goes with the first page: where that cannot be read, the answer is the error and no table without lines.
    let head = isTable ? csvHead(reader.language) : '';
    try {
      for await (const page of this.store.events.pages(county, filtered, { after, limit: Math.min(atOnce, left) })) {
        const taken = page.events.slice(0, left);
        left -= taken.length;
        const chunk = head + (isTable ? csvLines(taken, reader) : linesOf(taken, reader));
        head = '';
        begin();
        if (chunk !== '' && !(await hasRoomAfter(response, chunk))) return;
        if (left === 0) break;
      }
      begin();
      response.end(head);
    } catch (error) {
      if (!response.headersSent) throw error;
      // Cut off, so that nobody takes what has come for the whole.
      response.destroy(error instanceof Error ? error : undefined);
    }
  }
}

type Range = { county: string; filter: EventFilter; after: number; limit: number };

function linesOf(page: readonly LogEvent[], reader: Reader): string {
  return page.map((event) => `${eventLine(event, reader)}\n`).join('');
}
