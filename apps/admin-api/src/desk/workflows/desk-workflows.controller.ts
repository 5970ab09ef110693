import type { Store } from '@app/store';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../access/allow.decorator';
import { readsAll } from '../../access/caller';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { Reads } from '../../access/reads.decorator';
import { QueryOf, word } from '../../input/query.decorator';
import { STORE } from '../../store.token';
import { summaryOf } from '../../workflows/workflow.view';
import { deskAnswer } from '../desk-page';
import { chosenLanguage, orNothing } from '../desk-query';
import { DeskRoom } from '../desk-room';
import { dueKinds, dueSpans } from '../today/due-spans';
import { workflowsPage, workflowStates } from './workflows.page';

const atOnce = 50;

const query = z.strictObject({
  ...chosenLanguage,
  status: orNothing(z.enum(workflowStates)),
  definition: orNothing(word),
  organisation: orNothing(word),
  year: orNothing(z.coerce.number().int().min(2000).max(2199)),
  due: orNothing(z.enum(dueKinds)),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** The matters of the county at the desk. */
@Controller('desk/workflows')
@AtDesk()
export class DeskWorkflowsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly room: DeskRoom,
  ) {}

  @Get()
  @Allow('workflows:read')
  @Reads('workflow')
  async list(
    @Req() request: Request,
    @QueryOf(query) { page, lang: _, ...asked }: z.infer<typeof query>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const { county } = at.caller;
    // Without a choice what is open; an empty one asks for all there are.
    const status = request.query.status === undefined ? 'open' : asked.status;
    const { definition, organisation, year, due } = asked;
    const filter = {
      ...{ definition, organisation, year },
      isOpen: status && status === 'open',
      due: due && dueSpans(at)[due],
    };
    const { total, items } = await this.store.overviews.list(county, filter, {
      limit: atOnce,
      skip: (page - 1) * atOnce,
    });
    const handedOver = await this.store.deliveries.handedOver(
      county,
      items.map(({ id }) => id),
    );
    const beside = { handedOver, mayReadAll: readsAll(at.caller) };
    const rows = items.map((instance) => ({ instance, summary: summaryOf(instance, beside, at.language) }));
    const shown = { rows, total, page, pages: Math.max(1, Math.ceil(total / atOnce)), asked: { ...asked, status } };
    return deskAnswer(response, 200, workflowsPage(at, shown));
  }
}
