import { isValidOn, organisationKinds, type RegisterInput } from '@app/domain';
import { Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { day, page, QueryOf } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { type Patch as Changes, RegisterDesk } from '../register/register-desk';
import { pageOf } from '../register/register-page';
import { listOf, organisation, patchOf, writtenOf } from '../register/register.schema';

const listQuery = z.strictObject({
  kind: z.enum(organisationKinds).optional(),
  on: day.optional().describe('Only those that exist on the day.'),
  ...page,
});
const organisationList = named('OrganisationList', listOf(organisation));
const written = named('WrittenOrganisation', writtenOf(organisation));
const organisationPatch = named('OrganisationPatch', patchOf(organisation, ['id']));

/** The municipalities and the other organisations in the county's register. */
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(private readonly desk: RegisterDesk) {}

  @Get()
  @Allow('register:read')
  @Describe({
    tag: 'register',
    summary: 'The organisations of the county',
    query: listQuery,
    answers: { 200: { description: 'A page of organisations, in the order of their ids.', schema: organisationList } },
  })
  async list(@By() { county }: Caller, @QueryOf(listQuery) { kind, on, ...asked }: z.infer<typeof listQuery>) {
    const organisations = (await this.desk.list(county, 'organisations')).filter(
      (item) => (kind === undefined || item.kind === kind) && (on === undefined || isValidOn(item, on)),
    );
    return pageOf(organisations, ({ id }) => id, asked);
  }

  @Get(':id')
  @Allow('register:read')
  @Describe({
    tag: 'register',
    summary: 'One organisation',
    answers: { 200: { description: 'The organisation.', schema: organisation } },
    problems: ['unknown-id'],
  })
  read(@By() { county }: Caller, @Param('id') id: string) {
    return this.desk.read(county, 'organisations', id);
  }

  @Post()
  @HttpCode(201)
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Add an organisation',
    description:
      'An id that is there already is refused, unless it stands exactly so: then the request is a repeated one and gets its answer. A municipality has its code for an id.',
    body: {
      schema: organisation,
      example: { id: 'jarjesto-9', kind: 'ngo', name: { fi: 'Yhdistys ry', sv: 'Föreningen rf' }, languages: ['fi'] },
    },
    answers: { 201: { description: 'The organisation that was added.', schema: written } },
    problems: ['unknown-id'],
  })
  create(@By() { county }: Caller, @BodyOf(organisation) body: RegisterInput['organisations'][number]) {
    return this.desk.add(county, 'organisations', body);
  }

  @Patch(':id')
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Change an organisation',
    description: 'What the body names is replaced; null takes a field away. One that ends gets a last day and stays.',
    body: { schema: organisationPatch, example: { closes: '15:00', registry: null } },
    answers: { 200: { description: 'The organisation as it then stands.', schema: written } },
    problems: ['unknown-id'],
  })
  patch(@By() { county }: Caller, @Param('id') id: string, @BodyOf(organisationPatch) changes: Changes) {
    return this.desk.patch(county, 'organisations', id, changes);
  }
}
