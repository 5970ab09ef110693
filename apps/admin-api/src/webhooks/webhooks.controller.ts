import { Controller, Delete, Get, HttpCode, Inject, Patch, Post } from '@nestjs/common';
import { type Store, type Webhook, webhookSecret } from '@app/store';
import type { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Repeated } from '../repeats/repeats.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { OwnWebhookId } from './own-webhook-id.decorator';
import { webhook, webhookBody, webhookList, webhookPatch, webhookWithSecret } from './webhook.schema';
import { requireHookUrl } from './webhook-url';
import { WEBHOOKS, type WebhookSettings } from './webhooks.token';

/** Where the county's events are sent. */
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(WEBHOOKS) private readonly settings: WebhookSettings,
  ) {}

  @Get()
  @Allow('webhooks:read')
  @Describe({
    tag: 'webhooks',
    summary: 'The webhooks of the county',
    answers: { 200: { description: 'All of them, without their secrets.', schema: webhookList } },
  })
  async list(@By() { county }: Caller) {
    return { items: (await this.store.webhooks.list(county)).map(viewOf), next: null };
  }

  @Post()
  @HttpCode(201)
  @Allow('webhooks:write')
  @Repeated('nothing-kept')
  @Describe({
    tag: 'webhooks',
    summary: 'Have events sent to an address',
    description:
      'It gets what happens from now on, in the order of the log, as CloudEvents signed after Standard Webhooks: ids only, nothing that anybody wrote. The secret is shown only in this answer. Asked twice, it makes two.',
    body: { schema: webhookBody, example: { url: 'https://receiver.example/hooks', types: ['AnswerReceived'] } },
    answers: { 201: { description: 'The webhook, with its secret.', schema: webhookWithSecret } },
    problems: ['webhooks-not-set-up', 'too-many-webhooks'],
  })
  async create(@By() caller: Caller, @BodyOf(webhookBody) { url, types = null }: z.infer<typeof webhookBody>) {
    const { county } = caller;
    const key = this.requireKey();
    requireHookUrl(url, this.settings.allowPrivate);
    const made = await this.store.webhooks.create({ county, url, types, actor: actorOf(caller) });
    if (!made) throw new Problem('too-many-webhooks');
    return { ...viewOf(made), secret: webhookSecret(key, made, made.secretNo) };
  }

  @Get(':id')
  @Allow('webhooks:read')
  @Describe({
    tag: 'webhooks',
    summary: 'One webhook, and whether it gets through',
    answers: { 200: { description: 'The webhook, without its secret.', schema: webhook } },
    problems: ['unknown-id'],
  })
  async read(@By() { county }: Caller, @OwnWebhookId() id: string) {
    return viewOf(known(await this.store.webhooks.read(county, id)));
  }

  @Patch(':id')
  @Allow('webhooks:write')
  @Describe({
    tag: 'webhooks',
    summary: 'Change a webhook, or switch it on or off',
    body: { schema: webhookPatch, example: { state: 'on' } },
    answers: { 200: { description: 'The webhook as it then stands.', schema: webhook } },
    problems: ['unknown-id'],
  })
  async change(
    @By() caller: Caller,
    @OwnWebhookId() id: string,
    @BodyOf(webhookPatch) change: z.infer<typeof webhookPatch>,
  ) {
    if (change.url !== undefined) requireHookUrl(change.url, this.settings.allowPrivate);
    return viewOf(known(await this.store.webhooks.change(caller.county, id, change, actorOf(caller))));
  }

  @Post(':id/secret')
  @HttpCode(200)
  @Allow('webhooks:write')
  @Repeated('nothing-kept')
  @Describe({
    tag: 'webhooks',
    summary: 'Change the secret',
    description:
      'Messages are signed with the new secret at once, and for 24 hours with the one before as well: both signatures stand in `webhook-signature`.',
    answers: { 200: { description: 'The webhook, with its new secret.', schema: webhookWithSecret } },
    problems: ['unknown-id', 'webhooks-not-set-up'],
  })
  async rotate(@By() caller: Caller, @OwnWebhookId() id: string) {
    const key = this.requireKey();
    const rotated = known(await this.store.webhooks.rotateSecret(caller.county, id, actorOf(caller)));
    return { ...viewOf(rotated), secret: webhookSecret(key, rotated, rotated.secretNo) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('webhooks:write')
  @Describe({
    tag: 'webhooks',
    summary: 'Delete a webhook',
    description: 'Nothing more is sent, and what waited for it is forgotten.',
    answers: { 204: { description: 'It is gone.' } },
    problems: ['unknown-id'],
  })
  async remove(@By() caller: Caller, @OwnWebhookId() id: string): Promise<void> {
    if (!(await this.store.webhooks.remove(caller.county, id, actorOf(caller)))) throw new Problem('unknown-id');
  }

  private requireKey(): Buffer {
    if (this.settings.key === undefined) throw new Problem('webhooks-not-set-up');
    return this.settings.key;
  }
}

function known(found: Webhook | undefined): Webhook {
  if (!found) throw new Problem('unknown-id');
  return found;
}

function viewOf({ county: _county, secretNo: _secretNo, ...shown }: Webhook): z.infer<typeof webhook> {
  return shown;
}
