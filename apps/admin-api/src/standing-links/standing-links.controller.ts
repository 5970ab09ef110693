import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { Store } from '@app/store';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { page, QueryOf } from '../input/query.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { PUBLIC_URL } from '../public-url.token';
import { STORE } from '../store.token';
import { commandIdOf } from '../workflows/command-identity';
import { Repeated } from '../repeats/repeats.decorator';
import { madeStandingLink, type StandingLinkBody, standingLinkBody, standingLinkList } from './standing-link.schema';

const listQuery = z.strictObject(page);

/** The links under which an organisation sees all that is asked of it. */
@Controller('v1/organisations/:organisation/standing-links')
export class StandingLinksController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | undefined,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('standing-links:write')
  @Repeated('own-id')
  @Describe({
    tag: 'answers',
    summary: 'Make a standing link of the organisation and its secret address',
    description:
      'Whoever holds the address sees all that is asked of the organisation and answers it. With an Idempotency-Key, a repeated ' +
      'request answers 409 `standing-link-already-made`: the secret is shown only once. What is not used is revoked.',
    headers: {
      'Idempotency-Key': {
        description: 'A repeated request makes no second link. 1 to 200 printable ASCII characters.',
      },
    },
    body: { schema: standingLinkBody, example: { days: 400, label: 'Kirjaamo' } },
    answers: { 201: { description: 'The link that was made.', schema: madeStandingLink } },
    problems: ['unknown-id', 'standing-link-already-made', 'idempotency-key-reused', 'invalid-header'],
  })
  async create(
    @By() caller: Caller,
    @Param('organisation') organisation: string,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(standingLinkBody) { days, label }: StandingLinkBody,
    @Req() request: Request,
  ) {
    const made = await this.store.standingLinks.create({
      county: caller.county,
      organisation,
      days,
      label,
      actor: actorOf(caller),
      request: key === undefined ? undefined : commandIdOf(caller, key),
    });
    if (made.outcome === 'unknown-organisation') throw new Problem('unknown-id');
    if (made.outcome === 'repeated') {
      const isSame = made.link.organisation === organisation && made.link.label === (label ?? null);
      throw new Problem(isSame ? 'standing-link-already-made' : 'idempotency-key-reused');
    }
    const base = this.publicUrl ?? `${request.protocol}://${request.get('host') ?? ''}`;
    return { id: made.link.id, url: `${base}/r/${made.token}`, expiresAt: made.link.expiresAt };
  }

  @Get()
  @Allow('standing-links:read')
  @Reads('link', { subject: ['organisation'] })
  @Describe({
    tag: 'answers',
    summary: 'The standing links of the organisation that are in force',
    query: listQuery,
    answers: { 200: { description: 'A page of links, without their addresses.', schema: standingLinkList } },
  })
  async list(
    @By() { county }: Caller,
    @Param('organisation') organisation: string,
    @QueryOf(listQuery) { limit, cursor }: z.infer<typeof listQuery>,
  ) {
    const { items, next } = await this.store.standingLinks.list(county, organisation, { limit, after: cursor });
    return { items: items.map(({ county: _, ...link }) => link), next };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('standing-links:write')
  @Describe({
    tag: 'answers',
    summary: 'Revoke a standing link',
    description: 'Its address opens nothing any more.',
    answers: { 204: { description: 'It is revoked.' } },
    problems: ['unknown-id'],
  })
  async revoke(
    @By() caller: Caller,
    @Param('organisation') organisation: string,
    @Param('id') id: string,
  ): Promise<void> {
    const by = { actor: actorOf(caller), organisation };
    if (!(await this.store.standingLinks.revoke(caller.county, id, by))) throw new Problem('unknown-id');
  }
}
