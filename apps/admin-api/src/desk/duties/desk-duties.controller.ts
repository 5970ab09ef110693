import { dutyStatuses, dutyStatusWords, dutyView } from '@app/domain';
import type { Store } from '@app/store';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../access/allow.decorator';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { Reads } from '../../access/reads.decorator';
import { dutiesView } from '../../duties/duties.view';
import { words } from '../../duties/duties.words';
import { QueryOf, word } from '../../input/query.decorator';
import { html } from '../../pages/html';
import { STORE } from '../../store.token';
import { deskAnswer, deskPage } from '../desk-page';
import { chosenLanguage, orNothing } from '../desk-query';
import { type AtDesk as At, DeskRoom, workflowPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { filterForm } from '../filter.view';
import { organisationField } from '../notifications/notifications.page';
import { yearWords } from './year-words';

const query = z.strictObject({
  ...chosenLanguage,
  year: orNothing(z.coerce.number().int().min(2000).max(2199)),
  status: orNothing(z.enum(dutyStatuses)),
  organisation: orNothing(word),
});
type Query = z.infer<typeof query>;

/** The statutory duties at the desk. */
@Controller('desk/duties')
@AtDesk()
export class DeskDutiesController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly room: DeskRoom,
  ) {}

  @Get()
  @Allow('duties:read')
  @Reads('duty')
  async list(
    @Req() request: Request,
    @QueryOf(query) asked: Query,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const { caller, language, today } = at;
    // Without a choice this year's, and the council terms that run in it; an empty one asks for all there are.
    const year = request.query.year === undefined ? Number(today.slice(0, 4)) : asked.year;
    const { status, organisation } = asked;
    const list = await this.store.duties.list(caller.county, { year, status, organisation });
    const items = list?.rows.map((row) => dutyView(row, list.register, language));
    const title = words.title[language];
    const main = html`<h1>${title}</h1>
      ${filtersView(at, { status, organisation, year })}
      ${items ? dutiesView(items, language, (id) => workflowPath(at, id)) : html`<p>${deskWords.registerMissing[language]}</p>`}`;
    return deskAnswer(response, 200, deskPage(at, { title, here: '/duties', main }));
  }
}

function filtersView(at: At, { year, status, organisation }: Omit<Query, 'lang'>) {
  const { language } = at;
  return filterForm(at, '/duties', [
    { name: 'year', label: yearWords.year[language], value: year === undefined ? '' : String(year) },
    {
      name: 'status',
      label: deskWords.state[language],
      value: status,
      options: dutyStatuses.map((one) => ({ value: one, label: dutyStatusWords[one][language] })),
    },
    organisationField(at, organisation),
  ]);
}
