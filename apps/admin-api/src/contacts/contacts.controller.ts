import {
  contactInput,
  isValidOn,
  rolesOn,
  type CivilDate,
  type Contact,
  type Register,
  type RegisterInput,
} from '@app/domain';
import { Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import type { Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { day, page, QueryOf, word } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { Problem } from '../problems/problem';
import { type Patch as Changes, RegisterDesk } from '../register/register-desk';
import { pageOf } from '../register/register-page';
import { contact, listOf, patchOf, writtenOf } from '../register/register.schema';
import { STORE } from '../store.token';

const listQuery = z.strictObject({
  organisation: word.optional().describe('Id of the organisation, or code of the county, whose people are asked for.'),
  role: word.optional().describe('Only those who hold the role: on the day `on` where it is given, otherwise ever.'),
  interface: word.optional().describe('Only those who work on this field of shared work.'),
  on: day.optional().describe('Only those who are there on the day.'),
  ...page,
});
const readContact = named(
  'ReadContact',
  contact.extend({
    undeliverable: z
      .object({ since: day, status: z.string().describe('Why (RFC 3463).') })
      .exactOptional()
      .describe('Nothing is sent to the contact: a mail has come back because there is no such address.'),
  }),
);
const contactList = named('ContactList', listOf(readContact));
const written = named('WrittenContact', writtenOf(contact));
const contactPatch = named('ContactPatch', patchOf(contact, ['id']));

type Marks = NonNullable<Register['undeliverable']>;
type Filter = Pick<z.infer<typeof listQuery>, 'organisation' | 'role' | 'interface' | 'on'>;

/** The people who act in roles: personal data, which is nowhere but in the register. */
@Controller('v1/contacts')
export class ContactsController {
  constructor(
    private readonly desk: RegisterDesk,
    @Inject(STORE) private readonly store: Store,
  ) {}

  @Get()
  @Allow('register:read')
  @Reads('contact')
  @Describe({
    tag: 'register',
    summary: 'The contacts of the county and of its organisations',
    query: listQuery,
    answers: { 200: { description: 'A page of contacts, in the order of their ids.', schema: contactList } },
  })
  async list(@By() { county }: Caller, @QueryOf(listQuery) { limit, cursor, ...filter }: z.infer<typeof listQuery>) {
    const contacts = (await this.desk.list(county, 'contacts')).filter((item) => fits(item, filter));
    const { items, next } = pageOf(contacts, ({ id }) => id, { limit, cursor });
    const marks = await this.marks(county);
    return { items: items.map((item) => withMark(item, marks)), next };
  }

  @Get(':id')
  @Allow('register:read')
  @Reads('contact', { subject: ['id'] })
  @Describe({
    tag: 'register',
    summary: 'One contact',
    answers: { 200: { description: 'The contact.', schema: readContact } },
    problems: ['unknown-id'],
  })
  async read(@By() { county }: Caller, @Param('id') id: string) {
    return withMark(await this.desk.read(county, 'contacts', id), await this.marks(county));
  }

  @Post()
  @HttpCode(201)
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Add a contact',
    description:
      'Without an id it gets one that does not tell the name. An id, or an address in one organisation, that is there already is refused, unless it stands exactly so: then the request is a repeated one and gets its answer.',
    body: {
      schema: contact,
      example: {
        name: 'Aino Esimerkki',
        email: 'aino.esimerkki@kunta.example.invalid',
        of: '016',
        language: 'fi',
        roles: ['kirjaamo', { role: 'manager', validFrom: '2026-09-01' }],
      },
    },
    answers: { 201: { description: 'The contact that was added.', schema: written } },
    problems: ['unknown-id'],
  })
  async create(@By() { county }: Caller, @BodyOf(contact) body: RegisterInput['contacts'][number]) {
    const { item, warnings } = await this.desk.add(county, 'contacts', body);
    return { item: contactInput(item), warnings };
  }

  @Delete(':id/undeliverable')
  @HttpCode(204)
  @Allow('contacts:revive')
  @Describe({
    tag: 'register',
    summary: 'Write to a contact again whose mail came back',
    description: 'For a mark that was wrong. A new address takes the mark away by itself.',
    answers: { 204: { description: 'The contact is written to again.' } },
    problems: ['unknown-id'],
  })
  async clear(@By() { county }: Caller, @Param('id') id: string): Promise<void> {
    if (!(await this.store.deliveries.clear(county, id))) throw new Problem('unknown-id');
  }

  @Patch(':id')
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Change a contact',
    description: 'What the body names is replaced; null takes a field away. Who leaves gets a last day and stays.',
    body: { schema: contactPatch, example: { email: 'aino@kunta.example.invalid', validTo: null } },
    answers: { 200: { description: 'The contact as it then stands.', schema: written } },
    problems: ['unknown-id'],
  })
  async patch(@By() { county }: Caller, @Param('id') id: string, @BodyOf(contactPatch) changes: Changes) {
    const { item, warnings } = await this.desk.patch(county, 'contacts', id, changes);
    return { item: contactInput(item), warnings };
  }

  private async marks(county: string): Promise<Marks> {
    return (await this.store.register.read(county))?.undeliverable ?? {};
  }
}

function withMark(contact: Contact, marks: Marks) {
  const undeliverable = marks[contact.id];
  return { ...contactInput(contact), ...(undeliverable && { undeliverable }) };
}

function fits(contact: Contact, { organisation, role, interface: shared, on }: Filter): boolean {
  return (
    (organisation === undefined || contact.of === organisation) &&
    (role === undefined || holds(contact, role, on)) &&
    (shared === undefined || contact.interfaces.includes(shared)) &&
    (on === undefined || isValidOn(contact, on))
  );
}

function holds(contact: Contact, role: string, on: CivilDate | undefined): boolean {
  return on === undefined ? contact.roles.some((held) => held.role === role) : rolesOn(contact, on).includes(role);
}
