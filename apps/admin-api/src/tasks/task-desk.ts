import type { Language } from '@app/domain';
import type { Listed, Page, Store, Task, TaskFilter } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { actorOf, type Caller } from '../access/caller';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { requestHashOf } from '../workflows/command-identity';
import { type task, taskView } from './task.view';

export type TaskView = z.infer<typeof task>;

/** What somebody who closes a task has to say. */
export const closingNote = z.string().trim().min(1).max(2000);

/** The tasks of a county in words, and closing one. */
@Injectable()
export class TaskDesk {
  constructor(@Inject(STORE) private readonly store: Store) {}

  async list(county: string, filter: TaskFilter, page: Page, language: Language): Promise<Listed<TaskView>> {
    const { items, next } = await this.store.tasks.list(county, filter, page);
    return { items: await this.viewsOf(county, items, language), next };
  }

  /** @throws Problem `unknown-id` */
  async read(county: string, id: string, language: Language): Promise<TaskView> {
    const stored = await this.store.tasks.read(county, id);
    if (!stored) throw new Problem('unknown-id');
    return this.viewOf(stored, language);
  }

  /** @throws Problem */
  async close(
    caller: Caller,
    id: string,
    { note, commandId }: { note: string; commandId: string },
  ): Promise<{ task: Task; replayed: boolean }> {
    const closed = await this.store.tasks.close({
      county: caller.county,
      id,
      note,
      actor: actorOf(caller),
      commandId,
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
      case 'closed':
        return { task: closed.task, replayed: closed.outcome === 'replayed' };
    }
  }

  async viewOf(stored: Task, language: Language): Promise<TaskView> {
    const [view] = await this.viewsOf(stored.county, [stored], language);
    if (!view) throw new Error('A task has one view');
    return view;
  }

  /** With what became of the mails, where a task is about nobody having been reached. */
  private async viewsOf(county: string, tasks: readonly Task[], language: Language): Promise<TaskView[]> {
    const asked = tasks.flatMap(({ kind, workflow }) =>
      kind === 'nobody-reached' && workflow !== null ? [workflow] : [],
    );
    const sent = asked.length === 0 ? [] : await this.store.deliveries.sentOf(county, asked);
    return tasks.map((stored) => taskView(stored, language, sent));
  }
}
