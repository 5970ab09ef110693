import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { dutiesCsv, dutyStatuses, dutyView, nameIn, type Language } from '@app/domain';
import type { Store } from '@app/store';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { QueryOf, word } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { dutiesPage } from './duties.page';
import { dutyList } from './duties.schema';
import { policy } from './duties.style';

const query = z.strictObject({
  county: word.optional().describe('The county of the key; another one is not found.'),
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2199)
    .optional()
    .describe('One year and the council terms that run in it. Without it every year from the first record on.'),
  organisation: word.optional().describe('Id of the county or a municipality: only its duties.'),
  status: z.enum(dutyStatuses).optional(),
});

/** The first is what is sent when Accept does not choose. */
const forms = ['application/json', 'text/csv', 'text/html'];

const noRegister = text(
  'Hyvinvointialueen organisaatioita ei ole vielä tuotu rekisteriin.',
  'Välfärdsområdets organisationer har ännu inte importerats till registret.',
  'The organisations of the county have not been imported yet.',
);

/** The register of duties: for programs, for spreadsheets and for paper. */
@Controller('v1/duties')
export class DutiesController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('duties:read')
  @Reads('duty')
  @Describe({
    tag: 'duties',
    summary: 'The statutory duties and how they stand',
    description:
      'Derived from the event log alone. As `text/csv` one line for each piece of evidence, for a spreadsheet; as `text/html` a page to be printed.',
    query,
    headers: { Accept: { description: forms.map((form) => `\`${form}\``).join(', '), example: 'text/csv' } },
    answers: { 200: { description: 'Every duty that was asked for.', schema: dutyList, alsoAs: forms.slice(1) } },
    problems: ['unknown-id'],
  })
  async list(
    @By() caller: Caller,
    @In() language: Language,
    @QueryOf(query) { county = caller.county, ...filter }: z.infer<typeof query>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    if (county !== caller.county) throw notOfCounty(caller, county);
    const list = await this.store.duties.list(county, filter);
    if (!list) throw new Problem('unknown-id', { detail: noRegister });
    const { register, today, rows } = list;
    const items = rows.map((row) => dutyView(row, register, language));
    response.set({ 'Content-Language': language, Vary: 'Accept, Accept-Language, Authorization' });
    switch (request.accepts(forms)) {
      case 'text/csv':
        response.type('text/csv').attachment(`velvoitteet-${county}-${today}.csv`);
        return dutiesCsv(items, language);
      case 'text/html':
        response.type('text/html').set('Content-Security-Policy', policy);
        return dutiesPage({ county: nameIn(register.county.name, language), today, duties: items, language }).markup;
      default:
        return { items, next: null, today };
    }
  }
}
