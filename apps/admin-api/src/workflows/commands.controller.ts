import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey, IfMatch } from '../input/headers.decorator';
import { OwnId } from '../input/own-id.decorator';
import { QueryOf } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { proposal } from '../four-eyes/four-eyes.schema';
import { proposalView } from '../four-eyes/proposal.view';
import { Describe } from '../openapi/describe.decorator';
import { Repeated } from '../repeats/repeats.decorator';
import { commandIdOf } from './command-identity';
import { foreseen, type ForeseenView, stepAnswer } from './foreseen.schema';
import { ForeseenAnswer } from './foreseen-answer';
import { StepDesk, startedId, type WouldDo } from './step-desk';
import { etag, idempotencyKey, ifMatch, replayed } from './step-headers';
import { commandBody, dryRunQuery, type DryRun, startBody } from './step.schema';
import { type Reader, WorkflowAnswer } from './workflow-answer';
import { workflow } from './workflow.schema';

const onDryRun =
  'With `dryRun=true` nothing is written and the key stays free: the answer says what would happen, decided by what decides the step itself, and what would be refused is refused.';

/** Steps: starting a workflow and giving it commands. */
@Controller('v1/workflows')
export class CommandsController {
  constructor(
    private readonly desk: StepDesk,
    private readonly answer: WorkflowAnswer,
    private readonly foreseen: ForeseenAnswer,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('workflows:write')
  @Repeated('own-id')
  @Describe({
    tag: 'workflows',
    summary: 'Start a workflow, or see what that would do',
    description: onDryRun,
    query: dryRunQuery,
    headers: { 'Idempotency-Key': idempotencyKey },
    body: { schema: startBody },
    answers: {
      200: { description: 'What would happen (`dryRun=true`).', schema: foreseen },
      201: {
        description: 'The workflow that was started.',
        schema: workflow,
        headers: { ETag: etag, Location: { description: 'Where it is.' }, 'Idempotency-Replayed': replayed },
      },
    },
    problems: ['already-exists', 'unknown-definition', 'idempotency-key-reused', 'invalid-header'],
  })
  async start(
    @By() caller: Caller,
    @In() language: Language,
    @QueryOf(dryRunQuery) { dryRun }: DryRun,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(startBody) body: z.infer<typeof startBody>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const start = { ...body, commandId: commandIdOf(caller, key) };
    const reader = { caller, language, response };
    if (dryRun === 'true') return this.onlyLooked(await this.desk.foreseeStart(caller, start), reader);
    const done = await this.desk.start(caller, start);
    response.set('Location', `/v1/workflows/${startedId(caller, body.key)}`);
    return this.answer.afterwards(done, reader);
  }

  @Post(':id/commands')
  @HttpCode(200)
  @Allow('workflows:write')
  @Repeated('own-id')
  @Describe({
    tag: 'workflows',
    summary: 'Take one step, or see what it would do',
    description: `The Idempotency-Key is looked at before If-Match: a repeated request gets the recorded answer, whatever has happened since. A command that the county wants a second person for is only proposed (202). ${onDryRun} It shows such a command as it would be once confirmed.`,
    query: dryRunQuery,
    headers: {
      'If-Match': ifMatch,
      'Idempotency-Key': idempotencyKey,
    },
    body: { schema: commandBody, example: { command: 'invite', data: {} } },
    answers: {
      200: {
        description: 'The workflow as it stood right after the step; with `dryRun=true`, what the step would do.',
        schema: stepAnswer,
        headers: { ETag: etag, 'Idempotency-Replayed': replayed },
      },
      202: {
        description: 'The proposal: nothing has happened in the workflow until somebody else confirms it.',
        schema: proposal,
        headers: { 'Idempotency-Replayed': replayed },
      },
    },
    problems: [
      'unknown-id',
      'older-software',
      'illegal-step',
      'paused',
      'step-refused',
      'version-stale',
      'unknown-command',
      'idempotency-key-reused',
      'version-required',
      'invalid-header',
    ],
  })
  async give(
    @By() caller: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @QueryOf(dryRunQuery) { dryRun }: DryRun,
    @IfMatch() seen: number | undefined,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(commandBody) body: z.infer<typeof commandBody>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const step = { ...body, workflow: id, seen, commandId: commandIdOf(caller, key) };
    const reader = { caller, language, response };
    if (dryRun === 'true') return this.onlyLooked(await this.desk.foresee(caller, step), reader);
    const given = await this.desk.giveOrPropose(caller, step, key !== undefined);
    if (given.outcome === 'accepted') return this.answer.afterwards(given, reader);
    response.status(202).set('Content-Language', language);
    if (given.replayed) response.set('Idempotency-Replayed', 'true');
    // Whoever sent it knows what it says.
    return proposalView(given.proposal, false, language);
  }

  /** No ETag: the workflow as it would stand is nothing that a step could be based on. */
  private onlyLooked(would: WouldDo, { caller, language, response }: Reader): Promise<ForeseenView> {
    response.status(200).set({ 'Cache-Control': 'no-store', 'Content-Language': language });
    return this.foreseen.of(would, caller, language);
  }
}
