import { contactInput, handOver, registerFile, type Finding, type HandOver } from '@app/domain';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { day, word } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { itemIn, RegisterDesk } from '../register/register-desk';
import { findingsProblem } from '../register/register-problem';
import { contact } from '../register/register.schema';
import { finding } from '../year-clocks/finding.schema';

const order = z.strictObject({
  to: word.describe('Id of the contact who goes on, of the same organisation.'),
  on: day.describe('The first day of the new holder.'),
  roles: z.array(word).min(1).exactOptional().describe('All that are held then, unless given.'),
  interfaces: z.boolean().exactOptional().describe('Whether the fields of shared work go along. They move at once.'),
});
const handedOver = named('HandedOver', z.object({ from: contact, to: contact, warnings: z.array(finding) }));

/** Which field of the order a refusal is about. */
const fields: Readonly<Record<string, string>> = {
  'unknown-contact': 'to',
  'same-contact': 'to',
  'other-organisation': 'to',
  'contact-not-valid': 'to',
  'role-not-held': 'roles',
  'two-holders': 'roles',
};

/** Handing over what one contact does to another. */
@Controller('v1/contacts')
export class HandoversController {
  constructor(private readonly desk: RegisterDesk) {}

  @Post(':id/handover')
  @HttpCode(200)
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Hand over roles to another contact',
    description: 'From the day on the other holds the roles, and this contact’s end on the day before.',
    body: { schema: order, example: { to: '016-4f1c2a9be0d37c55', on: '2026-09-01', interfaces: true } },
    answers: { 200: { description: 'Both contacts as they then stand.', schema: handedOver } },
    problems: ['unknown-id'],
  })
  async handOver(@By() { county }: Caller, @Param('id') from: string, @BodyOf(order) sent: Omit<HandOver, 'from'>) {
    const { register, warnings } = await this.desk.change(county, (_, before) => {
      itemIn(before.contacts, from);
      const outcome = handOver(before, { ...sent, from });
      if ('findings' in outcome) throw findingsProblem(outcome.findings, fieldOf);
      return registerFile(outcome.register);
    });
    const standing = (id: string) => contactInput(itemIn(register.contacts, id));
    return { from: standing(from), to: standing(sent.to), warnings };
  }
}

function fieldOf({ code }: Finding): string {
  return fields[code] ?? '';
}
