import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { deliveryStates, type Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { page, QueryOf } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { OwnWebhookId } from './own-webhook-id.decorator';
import { deliveryList, owedTest, redriveBody, redriven } from './webhook.schema';

const listQuery = z.strictObject({ state: z.enum(deliveryStates).optional(), ...page });

/** What was sent, what waits, and what was given up. */
@Controller('v1/webhooks/:id')
export class WebhookDeliveriesController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get('deliveries')
  @Allow('webhooks:read')
  @Describe({
    tag: 'webhooks',
    summary: 'The deliveries of a webhook, the latest first',
    description: 'Those that arrived are kept for 30 days, those that were given up for 100.',
    query: listQuery,
    answers: { 200: { description: 'A page of deliveries.', schema: deliveryList } },
    problems: ['unknown-id'],
  })
  async list(
    @By() { county }: Caller,
    @OwnWebhookId() id: string,
    @QueryOf(listQuery) { state, limit, cursor }: z.infer<typeof listQuery>,
  ) {
    await this.requireKnown(county, id);
    return this.store.webhooks.deliveries(county, id, { state }, { limit, after: cursor });
  }

  @Post('redrive')
  @HttpCode(200)
  @Allow('webhooks:write')
  @Describe({
    tag: 'webhooks',
    summary: 'Send again what was given up',
    description: 'It is tried for another three days. The task about it closes by itself once nothing is left.',
    body: { schema: redriveBody, example: {} },
    answers: { 200: { description: 'How many are sent again.', schema: redriven } },
    problems: ['unknown-id'],
  })
  async redrive(
    @By() { county }: Caller,
    @OwnWebhookId() id: string,
    @BodyOf(redriveBody) { deliveries }: z.infer<typeof redriveBody>,
  ) {
    await this.requireKnown(county, id);
    return { count: await this.store.webhooks.redrive(county, id, deliveries) };
  }

  @Post('test')
  @HttpCode(202)
  @Allow('webhooks:write')
  @Describe({
    tag: 'webhooks',
    summary: 'Send a test message',
    description:
      'It goes ahead of everything else, as `fi.vuosikello.WebhookTested.v1`, and is tried once. What came of it stands among the deliveries.',
    answers: { 202: { description: 'It is on its way.', schema: owedTest } },
    problems: ['unknown-id', 'webhook-off'],
  })
  async test(@By() { county }: Caller, @OwnWebhookId() id: string) {
    await this.requireKnown(county, id);
    const delivery = await this.store.webhooks.test(county, id);
    if (delivery === undefined) throw new Problem('webhook-off');
    return { delivery };
  }

  private async requireKnown(county: string, id: string): Promise<void> {
    if (!(await this.store.webhooks.read(county, id))) throw new Problem('unknown-id');
  }
}
