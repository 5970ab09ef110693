import { Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { helsinkiDate } from '@app/domain';
import type { ApiKey, Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { page, QueryOf } from '../input/query.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Repeated } from '../repeats/repeats.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { commandIdOf } from '../workflows/command-identity';
import { requireGrantable } from './granting';
import { keyBody, keyList, madeKey, type NewKeyBody } from './key.schema';

const listQuery = z.strictObject({ status: z.enum(['in-force', 'all']).default('in-force'), ...page });

/** API keys of the county. */
@Controller('v1/keys')
export class KeysController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('keys:read')
  @Reads('key')
  @Describe({
    tag: 'keys',
    summary: 'The API keys of the county',
    description:
      'What they may do, who made them, and when they were last used. Never the keys themselves: nobody knows them.',
    query: listQuery,
    answers: { 200: { description: 'A page of keys.', schema: keyList } },
  })
  async list(@By() { county }: Caller, @QueryOf(listQuery) { limit, cursor, status }: z.infer<typeof listQuery>) {
    const filter = { inForce: status === 'in-force' };
    const { items, next } = await this.store.keys.list(county, filter, { limit, after: cursor });
    return { items: items.map(({ county: _, ...key }) => key), next };
  }

  @Post()
  @HttpCode(201)
  @Allow('keys:write')
  @Repeated('own-id')
  @Describe({
    tag: 'keys',
    summary: 'Make an API key',
    description:
      'The key is shown in this answer and never again. With an Idempotency-Key, the repeated request answers 409 `key-already-made` with the address of the key. A key that is held to some permissions gives no others.',
    headers: {
      'Idempotency-Key': {
        description: 'A repeated request makes no second key. 1 to 200 printable ASCII characters.',
      },
    },
    body: {
      schema: keyBody,
      example: {
        role: 'service',
        label: 'Asianhallinta',
        expiresOn: '2027-12-31',
        permissions: ['workflows:read', 'workflows:write'],
      },
    },
    answers: { 201: { description: 'The key that was made.', schema: madeKey } },
    problems: ['key-already-made', 'idempotency-key-reused', 'invalid-header'],
  })
  async create(
    @By() caller: Caller,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @BodyOf(keyBody) body: NewKeyBody,
  ) {
    requireGrantable(caller, body);
    const today = helsinkiDate(await this.store.now());
    if (body.expiresOn !== undefined && body.expiresOn < today) throw alreadyOver(today);
    const made = await this.store.keys.request(
      { ...body, county: caller.county, request: commandIdOf(caller, idempotencyKey) },
      actorOf(caller),
    );
    if (made.outcome === 'repeated') throw alreadyMade(made.before, body);
    return { id: made.id, key: made.key };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('keys:write')
  @Describe({
    tag: 'keys',
    summary: 'Take an API key out of use',
    description: 'It opens nothing any more, on any server, after three seconds at most.',
    answers: { 204: { description: 'It is out of use.' } },
    problems: ['unknown-id'],
  })
  async revoke(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    const of = id.slice(0, 2);
    if (of !== caller.county) throw notOfCounty(caller, of);
    if (!(await this.store.keys.revoke(caller.county, id, actorOf(caller)))) throw new Problem('unknown-id');
  }
}

/** It is for the same key that one repeats oneself. */
function alreadyMade(before: ApiKey, { role, label, expiresOn, permissions }: NewKeyBody): Problem {
  const isSame =
    before.role === role &&
    before.label === (label ?? null) &&
    before.expiresOn === (expiresOn ?? null) &&
    String(before.permissions) === String(permissions ?? null);
  return isSame
    ? new Problem('key-already-made', { headers: { Location: `/v1/keys/${before.id}` } })
    : new Problem('idempotency-key-reused');
}

function alreadyOver(today: string): Problem {
  const message = text(
    `Anna viimeinen voimassaolopäivä, joka on aikaisintaan ${today}.`,
    `Ange en sista giltighetsdag som är tidigast ${today}.`,
    `Give a last day that is ${today} or later.`,
  );
  return new Problem('invalid-data', { detail: message, errors: [{ path: 'expiresOn', code: 'over', message }] });
}
