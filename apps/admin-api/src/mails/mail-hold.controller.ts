import { everywhere, type MailHold, type Store } from '@app/store';
import { Controller, Get, Inject, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { STORE } from '../store.token';

const mailHold = named(
  'MailHold',
  z.object({
    held: z.boolean().describe('Whether no mail of the county leaves now.'),
    holds: z
      .array(
        z.object({
          scope: z.enum(['county', 'installation']).describe('`installation`: the operator has stopped all counties.'),
          reason: z.string(),
          at: z.string().meta({ format: 'date-time' }),
          by: z.string().describe('Id of the key, or of the command line.'),
        }),
      )
      .describe('The switches that stop it; each is released by itself.'),
  }),
);

const holdBody = z.strictObject({
  held: z.boolean().describe('`true` stops the mail of the county, `false` lets it leave again.'),
  reason: z.string().trim().min(3).max(500).describe('Why. It stays in the journal: no names of people.'),
});

/** The switch that stops the county's mail. */
@Controller('v1/mail/hold')
export class MailHoldController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('mails:read')
  @Describe({
    tag: 'notifications',
    summary: 'Whether mail of the county is stopped, since when, by whom and why',
    answers: { 200: { description: 'The switches.', schema: mailHold } },
  })
  async read(@By() { county }: Caller): Promise<z.infer<typeof mailHold>> {
    return viewOf(await this.store.operations.holds(county));
  }

  @Put()
  @Allow('mails:hold')
  @Describe({
    tag: 'notifications',
    summary: 'Stop the mail of the county, or let it leave again',
    description:
      'Once this has been answered no further mail begins to leave. What is owed waits and leaves after the release, unless it has become pointless by then. Asked again, nothing changes. A stop of the whole installation is the operator’s.',
    body: { schema: holdBody, example: { held: true, reason: 'Rekisteriä korjataan' } },
    answers: { 200: { description: 'The switches as they now stand.', schema: mailHold } },
  })
  async turn(
    @By() caller: Caller,
    @BodyOf(holdBody) { held, reason }: z.infer<typeof holdBody>,
  ): Promise<z.infer<typeof mailHold>> {
    const { county } = caller;
    const order = { scope: county, reason, actor: actorOf(caller) };
    await (held ? this.store.operations.hold(order) : this.store.operations.release(order));
    return viewOf(await this.store.operations.holds(county));
  }
}

function viewOf(holds: readonly MailHold[]): z.infer<typeof mailHold> {
  return {
    held: holds.length > 0,
    holds: holds.map(({ scope, ...hold }) => ({ ...hold, scope: scope === everywhere ? 'installation' : 'county' })),
  };
}
