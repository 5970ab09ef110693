import type { Database, Statement } from '../connection/database';
import type { Listed, Page } from '../workflows/workflow-store';
import type { ClosedTask, CloseTask, NewTask, Task, TaskFilter, TaskStore } from './task-store';
import { closeTask, openTask, type TaskEnd } from './task-steps';

const columns = `
  t.id, t.county, t.key, t.kind, t.workflow, t.notification, t.organisation, t.contact,
  vuosikello.instant(t.opened_at) as "openedAt", vuosikello.instant(t.closed_at) as "closedAt", t.closed_by as "closedBy", t.note
  from vuosikello.task t`;
const readOne: Statement = { text: `select ${columns} where t.county = $1 and t.id = $2` };
const listSome: Statement = {
  text: `select ${columns}
         where t.county = $1 and ($2::boolean is null or (t.closed_at is not null) = $2) and ($3::text is null or t.kind = $3)
           and ($4::text is null or t.organisation = $4) and ($5::text is null or t.workflow = $5)
           and t.place > coalesce((select a.place from vuosikello.task a where a.county = $1 and a.id = $6), 0)
         order by t.place limit $7`,
};

const byItself = { id: 'clock', role: 'clock' } as const;

/** What a person has to look at. */
export class Tasks implements TaskStore {
  constructor(private readonly database: Database) {}

  open(task: NewTask): Promise<string> {
    return this.database.inCounty(task.county, (query) =>
      openTask(query, task, { actor: byItself, commandId: `task:${task.key}` }),
    );
  }

  async settle(county: string, key: string): Promise<boolean> {
    const end = { county, key, actor: byItself, commandId: `task:${key}` };
    return (await this.end(end)) === 'closed';
  }

  async close({ requestHash: hash, ...request }: CloseTask): Promise<ClosedTask> {
    const outcome = await this.end({ ...request, hash });
    if (outcome === 'key-reused' || outcome === 'not-found') return { outcome };
    const task = await this.read(request.county, request.id);
    return task ? { outcome, task } : { outcome: 'not-found' };
  }

  async read(county: string, id: string): Promise<Task | undefined> {
    const [row] = await this.database.inCounty(county, (query) => query<Task>(readOne, [county, id]));
    return row;
  }

  async list(county: string, filter: TaskFilter, { limit, after }: Page): Promise<Listed<Task>> {
    const { status, kind, organisation, workflow } = filter;
    const closed = status === undefined ? null : status === 'closed';
    const values = [county, closed, kind ?? null, organisation ?? null, workflow ?? null, after ?? null, limit + 1];
    const rows = await this.database.inCounty(county, (query) => query<Task>(listSome, values));
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  private end(end: TaskEnd): Promise<Awaited<ReturnType<typeof closeTask>>> {
    return this.database.inCounty(end.county, (query) => closeTask(query, end));
  }
}
