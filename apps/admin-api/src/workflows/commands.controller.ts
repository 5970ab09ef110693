import { Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { CommandAnswer, CommandRequest, Store } from '@app/store';
import { definitions } from '@app/workflows';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { proposal } from '../four-eyes/four-eyes.schema';
import { proposalView } from '../four-eyes/proposal.view';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey, IfMatch } from '../input/headers.decorator';
import { OwnId } from '../input/own-id.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { commandIdOf, requestHashOf, versionNobodyHas } from './command-identity';
import { etag, idempotencyKey, ifMatch, replayed } from './step-headers';
import { notDone, WorkflowAnswer } from './workflow-answer';
import { workflow } from './workflow.schema';

const commandBody = z.strictObject({
  command: z.string().min(1).max(100).describe('One of `availableCommands`.'),
  data: z.unknown().describe('As the command’s `schema` says.'),
  note: z.string().trim().min(1).max(2000).optional().describe('A remark for the log.'),
});

const startBody = z.strictObject({
  definition: z.string().min(1).max(100).describe('Name of the definition; its newest version is taken.'),
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
    .describe('Unique within the county; the workflow’s id is `<county>.<key>`.'),
  data: z.unknown().describe('The start data, as the definition’s `start.schema` says.'),
  year: z.int().min(2000).max(2199).optional().describe('Year of the plan the workflow belongs to.'),
});

/** Steps: starting a workflow and giving it commands. */
@Controller('v1/workflows')
export class CommandsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly answer: WorkflowAnswer,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('workflows:write')
  @Describe({
    tag: 'workflows',
    summary: 'Start a workflow',
    headers: { 'Idempotency-Key': idempotencyKey },
    body: { schema: startBody },
    answers: {
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
    @IdempotencyKey() key: string | undefined,
    @BodyOf(startBody) body: z.infer<typeof startBody>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { definition, data, year } = body;
    const id = `${caller.county}.${body.key}`;
    const answer = await this.store.workflows.start({
      county: caller.county,
      id,
      definition,
      data,
      year,
      actor: actorOf(caller),
      commandId: commandIdOf(caller, key),
      requestHash: requestHashOf({ workflow: id, name: definition, data, year }),
    });
    if (answer.outcome === 'unknown-definition') {
      throw new Problem('unknown-definition', { allowed: [...new Set(definitions.map(({ name }) => name))] });
    }
    if (answer.outcome === 'exists') throw new Problem('already-exists');
    if (answer.outcome !== 'accepted') throw notDone(answer, undefined);
    response.set('Location', `/v1/workflows/${id}`);
    return this.answer.afterwards(answer, { caller, language, response });
  }

  @Post(':id/commands')
  @HttpCode(200)
  @Allow('workflows:write')
  @Describe({
    tag: 'workflows',
    summary: 'Take one step',
    description:
      'The Idempotency-Key is looked at before If-Match: a repeated request gets the recorded answer, whatever has happened since. A command that the county wants a second person for is only proposed (202).',
    headers: {
      'If-Match': ifMatch,
      'Idempotency-Key': idempotencyKey,
    },
    body: { schema: commandBody, example: { command: 'invite', data: {} } },
    answers: {
      200: {
        description: 'The workflow as it stood right after the step.',
        schema: workflow,
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
    @IfMatch() seen: number | undefined,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(commandBody) body: z.infer<typeof commandBody>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const command = commandFrom(caller, { workflow: id, seen, key }, body);
    const answer = await this.store.workflows.give(command);
    if (answer.outcome === 'accepted') return this.answer.afterwards(answer, { caller, language, response });
    // Whoever repeats what was proposed hears what became of it, whatever has happened since.
    const before = key === undefined ? undefined : await this.store.proposals.requested(command);
    const proposed = before ?? (await this.proposeIn(answer, command));
    if (proposed?.outcome === 'key-reused') throw new Problem('idempotency-key-reused');
    if (!proposed) throw notDone(answer, seen);
    response.status(202).set('Content-Language', language);
    if (proposed.replayed) response.set('Idempotency-Replayed', 'true');
    return proposalView(proposed.proposal, language);
  }

  private async proposeIn(answer: CommandAnswer, command: CommandRequest) {
    if (answer.outcome !== 'second-person-needed') return undefined;
    const { version, definition } = answer.instance;
    return this.store.proposals.propose({ ...command, ifVersion: version }, definition.name);
  }
}

function commandFrom(
  caller: Caller,
  { workflow: id, seen, key }: { workflow: string; seen: number | undefined; key: string | undefined },
  { command: name, data, note }: z.infer<typeof commandBody>,
): CommandRequest & { ifVersion: number } {
  return {
    county: caller.county,
    workflow: id,
    name,
    data,
    note,
    actor: actorOf(caller),
    commandId: commandIdOf(caller, key),
    requestHash: requestHashOf({ workflow: id, name, data, note }),
    ifVersion: seen ?? versionNobodyHas,
  };
}
