import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { type Language, taskKinds } from '@app/domain';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { OwnId } from '../input/own-id.decorator';
import { page, QueryOf, word } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { commandIdOf } from '../workflows/command-identity';
import { idempotencyKey, replayed } from '../workflows/step-headers';
import { Repeated } from '../repeats/repeats.decorator';
import { closingNote, TaskDesk } from './task-desk';
import { task, taskList } from './task.view';

const listQuery = z.strictObject({
  status: z.enum(['open', 'closed']).optional(),
  kind: z.enum(taskKinds).optional(),
  organisation: word.optional().describe('Id of the organisation it is about.'),
  workflow: word.optional().describe('Id of the workflow it is about.'),
  ...page,
});

const closeBody = z.strictObject({
  note: closingNote.describe('What was done. It stays with the task and is not in the log.'),
});

/** What a person has to look at. */
@Controller('v1/tasks')
export class TasksController {
  constructor(private readonly desk: TaskDesk) {}

  @Get()
  @Allow('tasks:read')
  @Reads('task')
  @Describe({
    tag: 'tasks',
    summary: 'What people have to look at, the oldest first',
    query: listQuery,
    answers: { 200: { description: 'A page of tasks.', schema: taskList } },
  })
  async list(
    @By() { county }: Caller,
    @In() language: Language,
    @QueryOf(listQuery) { limit, cursor, ...filter }: z.infer<typeof listQuery>,
  ) {
    return this.desk.list(county, filter, { limit, after: cursor }, language);
  }

  @Get(':id')
  @Allow('tasks:read')
  @Reads('task', { subject: ['id'] })
  @Describe({
    tag: 'tasks',
    summary: 'One task: what has happened, why it matters and what can be done',
    answers: { 200: { description: 'The task.', schema: task } },
    problems: ['unknown-id'],
  })
  async read(@By() { county }: Caller, @In() language: Language, @OwnId() id: string) {
    return this.desk.read(county, id, language);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow('tasks:write')
  @Repeated('own-id')
  @Describe({
    tag: 'tasks',
    summary: 'Close a task',
    description:
      'A task whose cause comes right closes by itself; one that a person has seen to is closed with a note.',
    headers: { 'Idempotency-Key': idempotencyKey },
    body: { schema: closeBody, example: { note: 'Soitettu kirjaamoon; pyyntö on perillä.' } },
    answers: {
      200: { description: 'The task as it then stands.', schema: task, headers: { 'Idempotency-Replayed': replayed } },
    },
    problems: ['unknown-id', 'task-closed', 'idempotency-key-reused', 'invalid-header'],
  })
  async close(
    @By() caller: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(closeBody) { note }: z.infer<typeof closeBody>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const closed = await this.desk.close(caller, id, { note, commandId: commandIdOf(caller, key) });
    if (closed.replayed) response.set('Idempotency-Replayed', 'true');
    return this.desk.viewOf(closed.task, language);
  }
}
