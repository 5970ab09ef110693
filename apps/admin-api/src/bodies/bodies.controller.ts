import { isValidOn, type RegisterInput } from '@app/domain';
import { Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { day, page, QueryOf, word } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { type Patch as Changes, RegisterDesk } from '../register/register-desk';
import { pageOf } from '../register/register-page';
import { body, listOf, patchOf, writtenOf } from '../register/register.schema';

const listQuery = z.strictObject({
  organisation: word.optional().describe('Id of the organisation, or code of the county, whose bodies are asked for.'),
  on: day.optional().describe('Only those that exist on the day.'),
  ...page,
});
const bodyList = named('BodyList', listOf(body));
const written = named('WrittenBody', writtenOf(body));
const bodyPatch = named('BodyPatch', patchOf(body, ['id', 'meetings']));

/** The bodies that handle matters in the county and in its municipalities. */
@Controller('v1/bodies')
export class BodiesController {
  constructor(private readonly desk: RegisterDesk) {}

  @Get()
  @Allow('register:read')
  @Describe({
    tag: 'register',
    summary: 'The bodies of the county and of its organisations',
    query: listQuery,
    answers: { 200: { description: 'A page of bodies, in the order of their ids.', schema: bodyList } },
  })
  async list(@By() { county }: Caller, @QueryOf(listQuery) { organisation, on, ...asked }: z.infer<typeof listQuery>) {
    const bodies = (await this.desk.list(county, 'bodies')).filter(
      (item) => (organisation === undefined || item.of === organisation) && (on === undefined || isValidOn(item, on)),
    );
    return pageOf(bodies, ({ id }) => id, asked);
  }

  @Get(':id')
  @Allow('register:read')
  @Describe({
    tag: 'register',
    summary: 'One body with its meetings',
    answers: { 200: { description: 'The body.', schema: body } },
    problems: ['unknown-id'],
  })
  read(@By() { county }: Caller, @Param('id') id: string) {
    return this.desk.read(county, 'bodies', id);
  }

  @Post()
  @HttpCode(201)
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Add a body',
    description:
      'An id that is there already is refused, unless it stands exactly so: then the request is a repeated one and gets its answer.',
    body: {
      schema: body,
      example: {
        id: '016-tarkastuslautakunta',
        of: '016',
        name: { fi: 'Tarkastuslautakunta', sv: 'Revisionsnämnden' },
        materialsDaysBefore: 7,
        extractDaysAfter: 4,
        meetings: ['2026-10-20'],
      },
    },
    answers: { 201: { description: 'The body that was added.', schema: written } },
    problems: ['unknown-id'],
  })
  create(@By() { county }: Caller, @BodyOf(body) sent: RegisterInput['bodies'][number]) {
    return this.desk.add(county, 'bodies', sent);
  }

  @Patch(':id')
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Change a body',
    description:
      'What the body of the request names is replaced; null takes a field away. Meetings are added and removed one by one under /v1/meetings.',
    body: { schema: bodyPatch, example: { materialsDaysBefore: 10, presenter: null } },
    answers: { 200: { description: 'The body as it then stands.', schema: written } },
    problems: ['unknown-id'],
  })
  patch(@By() { county }: Caller, @Param('id') id: string, @BodyOf(bodyPatch) changes: Changes) {
    return this.desk.patch(county, 'bodies', id, changes);
  }
}
