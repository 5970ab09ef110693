import { ladderFindings, type Ladder, ladderNames, type LadderName, type Language } from '@app/domain';
import type { Store } from '@app/store';
import { definitionOf, ladderEffects } from '@app/workflows';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { page, QueryOf } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { commandIdOf, requestHashOf } from '../workflows/command-identity';
import { Repeated } from '../repeats/repeats.decorator';
import {
  ladderBody,
  ladderCheck,
  ladderDraft,
  ladderList,
  ladderView,
  type LadderView,
  reason,
  viewOf,
} from './ladder.schema';

const back = z.strictObject({ reason });
const checkQuery = z.strictObject(page);

const idempotency = {
  'Idempotency-Key': { description: 'A repeated request changes nothing. 1 to 200 printable ASCII characters.' },
};
const replayed = { 'Idempotency-Replayed': { description: '`true` where the request had been done before.' } };

type Change = { kind: string; rungs: Ladder | null; why: string; key: string | undefined };

/** By which steps a county reminds. */
@Controller('v1/reminders/ladders')
export class LaddersController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('ladders:read')
  @Reads('register')
  @Describe({
    tag: 'reminders',
    summary: 'The reminder ladders of the county',
    description:
      'One for each kind of deadline: the product’s default, or the county’s own, with who changed it when and why.',
    answers: { 200: { description: 'The ladders.', schema: ladderList } },
  })
  async list(@By() { county }: Caller, @In() language: Language) {
    const known = await this.store.ladders.read(county);
    return { revision: known.revision, items: ladderNames.map((kind) => viewOf(kind, known, language)) };
  }

  @Put(':kind')
  @Allow('ladders:write')
  @Repeated('own-id')
  @Describe({
    tag: 'reminders',
    summary: 'Give a kind of deadline a ladder of the county’s own',
    description:
      'Running workflows are told within moments: rungs still ahead are laid anew, what has gone out does not go again, and nothing is caught up.',
    headers: idempotency,
    body: {
      schema: ladderBody,
      example: {
        rungs: [
          { key: 'T-5', days: 5, direction: 'working-days-before', audience: 'respondent', template: 'reminder' },
          {
            key: 'reach',
            days: 5,
            direction: 'working-days-before',
            audience: 'coordinator',
            template: 'nobody-reached',
          },
          {
            key: 'escalation',
            days: 2,
            direction: 'working-days-after',
            audience: 'coordinator',
            template: 'escalation-proposed',
            escalates: 'automatic',
          },
        ],
        reason: 'Kuntien kanssa sovittu 12.5.2026.',
      },
    },
    answers: { 200: { description: 'The ladder in force.', schema: ladderView, headers: replayed } },
    problems: ['unknown-ladder', 'ladder-refused', 'idempotency-key-reused', 'invalid-header'],
  })
  async put(
    @By() caller: Caller,
    @In() language: Language,
    @Param('kind') kind: string,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(ladderBody) { rungs, reason: why }: z.infer<typeof ladderBody>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.change(caller, { kind, rungs, why, key }, language, response);
  }

  @Post(':kind/check')
  @HttpCode(200)
  @Allow('ladders:write')
  @Describe({
    tag: 'reminders',
    summary: 'What a ladder would change; nothing is written',
    description: 'Looks at `limit` of the county’s open workflows at a time.',
    query: checkQuery,
    body: { schema: ladderDraft },
    answers: { 200: { description: 'What is wrong with it, or what it would change.', schema: ladderCheck } },
    problems: ['unknown-ladder', 'older-software'],
  })
  async check(
    @By() { county }: Caller,
    @Param('kind') asked: string,
    @QueryOf(checkQuery) { limit, cursor }: z.infer<typeof checkQuery>,
    @BodyOf(ladderDraft) { rungs }: z.infer<typeof ladderDraft>,
  ) {
    const kind = kindOf(asked);
    const findings = rungs ? ladderFindings(kind, rungs) : [];
    if (findings.length > 0) return { findings, changes: [], next: null };
    const { revision, own } = await this.store.ladders.read(county);
    const { [kind]: _before, ...others } = own;
    const ladders = { revision: revision + 1, own: rungs ? { ...others, [kind]: rungs } : others };
    const now = await this.store.now();
    const { items, next } = await this.store.workflows.list(county, { status: 'open' }, { limit, after: cursor });
    const changes = items.flatMap((workflow) =>
      ladderEffects(definitionOf(workflow.definition), workflow, ladders, now).map((effect) => ({
        workflow: workflow.id,
        ...effect,
      })),
    );
    return { findings, changes, next };
  }

  @Delete(':kind')
  @Allow('ladders:write')
  @Repeated('own-id')
  @Describe({
    tag: 'reminders',
    summary: 'Back to the product’s ladder',
    query: back,
    headers: idempotency,
    answers: { 200: { description: 'The ladder in force.', schema: ladderView, headers: replayed } },
    problems: ['unknown-ladder', 'idempotency-key-reused', 'invalid-header'],
  })
  async remove(
    @By() caller: Caller,
    @In() language: Language,
    @Param('kind') kind: string,
    @IdempotencyKey() key: string | undefined,
    @QueryOf(back) { reason: why }: z.infer<typeof back>,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.change(caller, { kind, rungs: null, why, key }, language, response);
  }

  private async change(
    caller: Caller,
    { kind: asked, rungs, why, key }: Change,
    language: Language,
    response: Response,
  ): Promise<LadderView> {
    const kind = kindOf(asked);
    const findings = rungs ? ladderFindings(kind, rungs) : [];
    if (findings.length > 0) throw new Problem('ladder-refused', { findings });
    const answer = await this.store.ladders.change({
      county: caller.county,
      ladder: kind,
      rungs,
      reason: why,
      by: actorOf(caller).id,
      commandId: commandIdOf(caller, key),
      requestHash: requestHashOf({ workflow: kind, name: 'ladder', data: { rungs, reason: why } }),
    });
    if (answer.outcome === 'key-reused') throw new Problem('idempotency-key-reused');
    if (answer.outcome === 'changed' && answer.replayed) response.set('Idempotency-Replayed', 'true');
    return viewOf(kind, await this.store.ladders.read(caller.county), language);
  }
}

/** @throws Problem (unknown-ladder) that names the ladders there are */
function kindOf(asked: string): LadderName {
  const kind = ladderNames.find((known) => known === asked);
  if (kind === undefined) throw new Problem('unknown-ladder', { allowed: ladderNames });
  return kind;
}
