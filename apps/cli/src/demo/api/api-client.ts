import { z } from 'zod';
import { waitUntil } from '../../clock/wait-until';

const workflowSchema = z.object({
  id: z.string(),
  definition: z.object({ name: z.string(), version: z.number() }),
  state: z.string(),
  status: z.enum(['open', 'closed', 'cancelled']),
  version: z.number(),
  deadlines: z.array(z.object({ name: z.string(), dueOn: z.string(), status: z.string() })),
  children: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      definition: z.object({ name: z.string() }),
      state: z.string(),
      status: z.string(),
      organisation: z.string().nullable(),
    }),
  ),
  availableCommands: z.array(z.object({ name: z.string() })),
  data: z.record(z.string(), z.unknown()),
});

const notificationsSchema = z.object({
  items: z.array(z.object({ id: z.string(), template: z.string(), state: z.string() })),
});

export type WorkflowView = z.infer<typeof workflowSchema>;

/** The API refused a step, or the workflow did not offer it. */
export class StepRefusedError extends Error {
  override readonly name = 'StepRefusedError';

  constructor(
    message: string,
    /** The API's code; undefined where the step was not even asked for. */
    readonly code?: string,
  ) {
    super(message);
  }
}

/** How long a client keeps trying while the API is being started again. */
const PATIENCE_MS = 30_000;
const TRY_EVERY_MS = 100;
/** How often a workflow that has moved on is read again before a step is given up: all that it asked may tell it something in a row. */
const mostReadings = 30;

/** A coordinator's program: everything it knows and does goes over the REST API, with one key. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    private readonly key: string,
  ) {}

  /** One workflow with what may be done now. */
  async workflow(id: string): Promise<WorkflowView> {
    return workflowSchema.parse(await this.request(`/v1/workflows/${encodeURIComponent(id)}`, {}));
  }

  /** The mails a workflow owes or has sent. */
  async notifications(workflow: string): Promise<z.infer<typeof notificationsSchema>['items']> {
    const query = new URLSearchParams({ workflow, limit: '100' });
    return notificationsSchema.parse(await this.request(`/v1/notifications?${query.toString()}`, {})).items;
  }

  /**
   * Takes one step in a workflow that was read before, if it is offered. A request whose answer got lost is repeated with
   * the same key, so that the step is taken once. Where the clock has noted something meanwhile it is read again, as a person would.
   * @throws StepRefusedError
   */
  async give(workflow: WorkflowView, command: string, data: object, note?: string): Promise<WorkflowView> {
    let seen = workflow;
    for (let again = 0; ; again += 1) {
      try {
        return await this.giveOnce(seen, command, data, note);
      } catch (error) {
        const isStale = error instanceof StepRefusedError && error.code === 'version-stale';
        if (!isStale || again === mostReadings) throw error;
        seen = await this.workflow(workflow.id);
      }
    }
  }

  private async giveOnce(workflow: WorkflowView, command: string, data: object, note?: string): Promise<WorkflowView> {
    const offered = workflow.availableCommands.map(({ name }) => name);
    if (!offered.includes(command)) {
      throw new StepRefusedError(
        `${workflow.id} is in the state ${workflow.state} and offers ${offered.join(', ') || 'nothing'}, not ${command}.`,
      );
    }
    const answer = await this.request(`/v1/workflows/${encodeURIComponent(workflow.id)}/commands`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'If-Match': `"${workflow.version}"`,
        'Idempotency-Key': `${workflow.id}.${workflow.version}.${command}`,
      },
      body: JSON.stringify({ command, data, ...(note !== undefined && { note }) }),
    });
    return workflowSchema.parse(answer);
  }

  private async request(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<unknown> {
    const response = await reached(`${this.baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${this.key}`, Accept: 'application/json' },
    });
    const body: unknown = await response.json();
    if (response.ok) return body;
    const { code, detail } = body as { code?: unknown; detail?: unknown };
    throw new StepRefusedError(
      `${init.method ?? 'GET'} ${path}: ${response.status} ${String(code)}. ${String(detail)}`,
      String(code),
    );
  }
}

/** A request that is repeated while nobody answers or the server says it is not ready; for requests that may be repeated. */
export async function reached(url: string, init: RequestInit): Promise<Response> {
  let trouble = '';
  const response = await waitUntil(
    async () => {
      try {
        const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
        if (answer.status !== 503) return answer;
        trouble = `503 ${await answer.text()}`;
      } catch (error) {
        trouble = [error, (error as Error).cause]
          .map((reason) => (reason instanceof Error ? reason.message : ''))
          .join(' ');
      }
      return undefined;
    },
    PATIENCE_MS,
    TRY_EVERY_MS,
  );
  if (!response) throw new Error(`${new URL(url).origin} does not answer: ${trouble}`);
  return response;
}
