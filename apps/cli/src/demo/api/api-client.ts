import { answered, ApiProblem, type components, connect, taken, type Vuosikello } from '@app/client';

export type WorkflowView = components['schemas']['Workflow'];
type NotificationView = components['schemas']['NotificationSummary'];

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

/** How often a workflow that has moved on is read again before a step is given up: all that it asked may tell it something in a row. */
const mostReadings = 30;

/** A coordinator's program: everything it knows and does goes over the REST API, with one key. */
export class ApiClient {
  private readonly api: Vuosikello;

  constructor(
    readonly baseUrl: string,
    key: string,
  ) {
    this.api = connect({ baseUrl, token: key });
  }

  /** One workflow with what may be done now. */
  async workflow(id: string): Promise<WorkflowView> {
    return (await asked(this.api.GET('/v1/workflows/{id}', { params: { path: { id } } }))).data;
  }

  /** The mails a workflow owes or has sent. */
  async notifications(workflow: string): Promise<NotificationView[]> {
    return (await asked(this.api.GET('/v1/notifications', { params: { query: { workflow, limit: 100 } } }))).data.items;
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
    const { id, version } = workflow;
    const { data: answer } = await asked(
      this.api.POST('/v1/workflows/{id}/commands', {
        params: {
          path: { id },
          header: { 'If-Match': `"${version}"`, 'Idempotency-Key': `${id}.${version}.${command}` },
        },
        body: { command, data, ...(note !== undefined && { note }) },
      }),
    );
    return taken(answer);
  }
}

/** @throws StepRefusedError */
async function asked<Data>(
  call: Parameters<typeof answered<Data>>[0],
): Promise<Awaited<ReturnType<typeof answered<Data>>>> {
  try {
    return await answered(call);
  } catch (error) {
    if (error instanceof ApiProblem)
      throw new StepRefusedError(`${error.problem.instance}: ${error.message}`, error.code);
    throw error;
  }
}
