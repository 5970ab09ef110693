import { Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { type Language, taskKinds } from '@app/domain';
import type { Store, Task } from '@app/store';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { OwnId } from '../input/own-id.decorator';
import { page, QueryOf, word } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { commandIdOf, requestHashOf } from '../workflows/command-identity';
import { idempotencyKey, replayed } from '../workflows/step-headers';
import { Repeated } from '../repeats/repeats.decorator';
import { task, taskList, taskView } from './task.view';

const listQuery = z.strictObject({
  status: z.enum(['open', 'closed']).optional(),
  kind: z.enum(taskKinds).optional(),
  organisation: word.optional().describe('Id of the organisation it is about.'),
  workflow: word.optional().describe('Id of the workflow it is about.'),
  ...page,
});

const closeBody = z.strictObject({
  note: z.string().trim().min(1).max(2000).describe('What was done. It stays with the task and is not in the log.'),
});

/** What a person has to look at. */
@Controller('v1/tasks')
export class TasksController {
  constructor(@Inject(STORE) private readonly store: Store) {}

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
    const { items, next } = await this.store.tasks.list(county, filter, { limit, after: cursor });
    return { items: await this.viewsOf(county, items, language), next };
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
    const stored = await this.store.tasks.read(county, id);
    if (!stored) throw new Problem('unknown-id');
    return this.viewOf(stored, language);
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
    const closed = await this.store.tasks.close({
      county: caller.county,
      id,
      note,
      actor: actorOf(caller),
      commandId: commandIdOf(caller, key),
      requestHash: requestHashOf({ workflow: id, name: 'close-task', data: {}, note }),
    });
    switch (closed.outcome) {
      case 'not-found':
        throw new Problem('unknown-id');
      case 'key-reused':
        throw new Problem('idempotency-key-reused');
      case 'already-closed':
        throw new Problem('task-closed');
      case 'replayed':
        response.set('Idempotency-Replayed', 'true');
        return this.viewOf(closed.task, language);
      case 'closed':
        return this.viewOf(closed.task, language);
    }
  }

  private async viewOf(stored: Task, language: Language): Promise<z.infer<typeof task>> {
    const [view] = await this.viewsOf(stored.county, [stored], language);
    if (!view) throw new Error('A task has one view');
    return view;
  }

  /** With what became of the mails, where a task is about nobody having been reached. */
  private async viewsOf(county: string, tasks: readonly Task[], language: Language): Promise<z.infer<typeof task>[]> {
    const asked = tasks.flatMap(({ kind, workflow }) =>
      kind === 'nobody-reached' && workflow !== null ? [workflow] : [],
    );
    const sent = asked.length === 0 ? [] : await this.store.deliveries.sentOf(county, asked);
    return tasks.map((stored) => taskView(stored, language, sent));
  }
}
