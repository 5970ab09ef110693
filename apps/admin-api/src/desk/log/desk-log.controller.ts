import type { Store } from '@app/store';
import type { LogEvent } from '@app/workflows';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../access/allow.decorator';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { Reads } from '../../access/reads.decorator';
import { position } from '../../events/event.schema';
import { filterOf, requireReached } from '../../events/log-question';
import { day, QueryOf, word } from '../../input/query.decorator';
import { STORE } from '../../store.token';
import { deskAnswer } from '../desk-page';
import { chosenLanguage, orNothing } from '../desk-query';
import { DeskRoom } from '../desk-room';
import { toldOf } from '../workflow/history';
import { logPage } from './log.page';

const atOnce = 50;
/** How often one page looks on for what a filter leaves out, before it lets the reader ask again. */
const looksAtMost = 10;

const query = z.strictObject({
  ...chosenLanguage,
  workflow: orNothing(word),
  organisation: orNothing(word),
  from: orNothing(day),
  to: orNothing(day),
  before: position.optional(),
  after: position.optional(),
});

/** The county's log in plain words. */
@Controller('desk/log')
@AtDesk()
export class DeskLogController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly room: DeskRoom,
  ) {}

  @Get()
  @Allow('events:read')
  @Reads('event')
  async list(
    @Req() request: Request,
    @QueryOf(query) { before, after, lang: _, ...asked }: z.infer<typeof query>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const { county } = at.caller;
    const filter = await filterOf(this.store, at.caller, asked);
    const last = await requireReached(this.store, county, after);
    const isNarrowed = Object.values(asked).some((value) => value !== undefined);
    if (isNarrowed) {
      const { events, next } = await this.narrowed(county, { ...filter, until: last }, after ?? -1);
      return deskAnswer(response, 200, logPage(at, { asked, events: toldOf(events, at), later: next }));
    }
    const end = Math.min(before ?? last + 1, last + 1);
    const start = Math.max(0, end - atOnce);
    const { events } = await this.store.events.page(
      county,
      { until: end - 1 },
      { after: start - 1, limit: Math.max(1, end - start) },
    );
    const told = toldOf(events, at).reverse();
    return deskAnswer(response, 200, logPage(at, { asked, events: told, earlier: start > 0 ? start : undefined }));
  }

  private async narrowed(
    county: string,
    filter: Parameters<Store['events']['page']>[1],
    from: number,
  ): Promise<{ events: LogEvent[]; next: number | undefined }> {
    const events: LogEvent[] = [];
    let after = from;
    for (let looks = 1; ; looks += 1) {
      const page = await this.store.events.page(county, filter, { after, limit: atOnce - events.length });
      events.push(...page.events);
      after = page.reached;
      if (page.atEnd) return { events, next: undefined };
      if (events.length === atOnce || looks === looksAtMost) return { events, next: after };
    }
  }
}
