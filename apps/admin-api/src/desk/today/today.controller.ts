import type { Store } from '@app/store';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../access/allow.decorator';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { may } from '../../access/may';
import { Reads } from '../../access/reads.decorator';
import { STORE } from '../../store.token';
import { TaskDesk } from '../../tasks/task-desk';
import { QueryOf } from '../../input/query.decorator';
import { chosenLanguage } from '../desk-query';
import { deskAnswer } from '../desk-page';
import { DeskRoom } from '../desk-room';
import { dueSpans } from './due-spans';
import { asking, askedOrganisations, matrixOf, orders, rowsOnPage } from './matrix';
import { todayPage } from './today.page';

const atOnce = 10;

const query = z.strictObject({
  ...chosenLanguage,
  order: z.enum(orders).default('overdue'),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  column: z.coerce.number().int().min(0).max(1_000).default(0),
});

/** The first page of the desk. */
@Controller('desk')
@AtDesk()
export class TodayController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly room: DeskRoom,
    private readonly tasks: TaskDesk,
  ) {}

  @Get()
  @Allow('workflows:read')
  @Reads('workflow', { also: ['task'] })
  async show(
    @Req() request: Request,
    @QueryOf(query) { order, page: wanted, column }: z.infer<typeof query>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const { caller, now, today, register, language } = at;
    const spans = dueSpans(at);
    const { county } = caller;
    const { overviews } = this.store;
    const mayReadTasks = may(caller, 'tasks:read');
    const [overdue, soon, owing, tasks] = await Promise.all([
      overviews.list(county, { isOpen: true, due: spans.overdue }, { limit: atOnce }),
      overviews.list(county, { isOpen: true, due: spans.soon }, { limit: atOnce }),
      overviews.owing(county, asking, { now, until: spans.soon.to }),
      mayReadTasks ? this.tasks.list(county, { status: 'open' }, { limit: atOnce }, language) : undefined,
    ]);
    const all = askedOrganisations(register, owing, { order, language });
    const page = Math.min(wanted, Math.max(1, Math.ceil(all.length / rowsOnPage)));
    const organisations = all.slice((page - 1) * rowsOnPage, page * rowsOnPage);
    const since = `${today.slice(0, 4)}-01-01`;
    const asked = await overviews.asked(county, asking, { organisations, since });
    const matrix = matrixOf(at, organisations, asked);
    const shown = {
      overdue,
      soon,
      tasks: tasks && { items: tasks.items, more: tasks.next !== null },
      matrix,
      page,
      organisations: all.length,
      column: Math.min(column, Math.max(0, matrix.columns.length - 1)),
      order,
    };
    return deskAnswer(response, 200, todayPage(at, shown));
  }
}
