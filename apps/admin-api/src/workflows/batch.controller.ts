import type { Language } from '@app/domain';
import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { QueryOf } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import type { Log } from '../logging/log';
import { LOG } from '../logging/log.token';
import { Describe } from '../openapi/describe.decorator';
import { knownProblem } from '../problems/known-errors';
import { ourMistake } from '../problems/our-mistake';
import { problemDetails } from '../problems/problem';
import { Repeated } from '../repeats/repeats.decorator';
import { BatchDesk, type Outcome } from './batch-desk';
import { batchBody, type BatchResult, batchResults, readBody } from './batch.schema';
import { ForeseenAnswer } from './foreseen-answer';
import type { ForeseenView } from './foreseen.schema';
import type { WouldDo } from './step-desk';
import { dryRunQuery, type DryRun } from './step.schema';
import { etagOf } from './workflow.view';

/** Many commands in one request. */
@Controller('v1')
export class BatchController {
  constructor(
    private readonly desk: BatchDesk,
    private readonly foreseen: ForeseenAnswer,
    @Inject(LOG) private readonly log: Log,
  ) {}

  // The backslash keeps the router from taking what follows the colon for a parameter.
  @Post('workflows\\:batch')
  @HttpCode(200)
  @Allow('workflows:write')
  @Repeated('own-id')
  @Describe({
    tag: 'workflows',
    summary: 'Take many steps, each with its own result',
    description:
      'Up to 500 commands and starts in a body of up to 2 MB. Each is done or refused by itself, as a request of its own would be; the answer is 200 whatever became of them, and `status` says it of each. Items on one workflow come in their order, the others in any. With an Idempotency-Key a repeated batch gives each item’s recorded answer again; what had not been done is tried again. `dryRun=true` writes nothing, and looks at items on one workflow as if those before had been done.',
    query: dryRunQuery,
    headers: {
      'Idempotency-Key': {
        description:
          'Makes a repeated batch safe: each item without a key of its own is known by its place under this one.',
      },
    },
    body: {
      schema: batchBody,
      example: { items: [{ workflow: '09.negotiation-2026', command: 'invite', data: {}, ifMatch: '"7"' }] },
    },
    answers: { 200: { description: 'What became of each.', schema: batchResults } },
    problems: ['invalid-header'],
  })
  async give(
    @By() caller: Caller,
    @In() language: Language,
    @QueryOf(dryRunQuery) { dryRun }: DryRun,
    @IdempotencyKey() batchKey: string | undefined,
    @BodyOf(readBody) { items }: z.infer<typeof readBody>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ results: BatchResult[] }> {
    const isDry = dryRun === 'true';
    const outcomes = await this.desk.give(items, { caller, batchKey, dryRun: isDry });
    const views = isDry ? await this.viewsOf(outcomes, caller, language) : undefined;
    response.set({ 'Cache-Control': 'no-store', 'Content-Language': language });
    return {
      results: outcomes.map((outcome) => {
        if ('error' in outcome) return this.refused(outcome, request, language);
        const view = views?.get(outcome.would);
        return view ? { workflow: outcome.workflow, status: 200, would: view } : doneResult(outcome);
      }),
    };
  }

  private async viewsOf(
    outcomes: readonly Outcome[],
    caller: Caller,
    language: Language,
  ): Promise<ReadonlyMap<WouldDo, ForeseenView>> {
    const would = outcomes.flatMap((outcome) => ('would' in outcome ? outcome.would : []));
    const views = await this.foreseen.ofAll(would, caller, language);
    return new Map(would.map((one, index) => [one, views[index] as ForeseenView]));
  }

  private refused(
    { workflow, isStart, error }: Outcome & { error: unknown },
    request: Request,
    language: Language,
  ): BatchResult {
    const problem = knownProblem(error) ?? ourMistake(this.log, error, request);
    const path =
      workflow === null
        ? request.path
        : isStart
          ? '/v1/workflows'
          : `/v1/workflows/${encodeURIComponent(workflow)}/commands`;
    const etag = problem.more.headers?.ETag;
    return {
      workflow,
      status: problem.status,
      ...(etag !== undefined && { etag }),
      problem: problemDetails(problem, language, path),
    };
  }
}

function doneResult({ workflow, isStart, would }: Outcome & { would: WouldDo }): BatchResult {
  if (would.outcome === 'foreseen') throw new Error('What was only looked at was not done');
  const { instance, replayed } = would;
  const { version, state } = instance;
  const status = isStart ? 201 : 200;
  return { workflow, status, etag: etagOf(instance), version, state, ...(replayed && { replayed }) };
}
