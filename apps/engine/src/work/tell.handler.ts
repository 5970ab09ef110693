import type { Store } from '@app/store';
import { isOvertaken, OlderSoftwareError, tellsOfPause } from '@app/workflows';
import { Inject, Injectable } from '@nestjs/common';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';
import { giveCommand } from './give-command';
import { failed, finished, type Outcome, type WorkHandler, type WorkOf } from './handler';

/** What one workflow tells another: a child its parent, a parent its child, or a workflow the one that follows it. */
@Injectable()
export class TellHandler implements WorkHandler<'command'> {
  readonly kind = 'command';

  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly log: JsonLogger,
  ) {}

  async handle(work: WorkOf<'command'>): Promise<Outcome> {
    const { id, county, payload } = work;
    const { workflow, command: name, data, from } = payload;
    if (tellsOfPause(name)) {
      const teller = await this.store.workflows.read(county, from);
      if (teller && isOvertaken(name, teller)) return finished;
    }
    const begun = payload.start && (await this.begin(work, payload.start));
    if (begun) return begun;
    // What is handed over must reach somebody: a successor that has ended cannot take it.
    const mustArrive = payload.start !== undefined;
    return giveCommand(
      this.store,
      work,
      { county, workflow, name, data, actor: { id: from, role: 'workflow' }, commandId: `tell:${id}` },
      this.log,
      { mustArrive },
    );
  }

  /** Starts the workflow that follows; done twice it is started once. Undefined where somebody else has started it. */
  private async begin(
    { id, county, payload: { workflow, from } }: WorkOf<'command'>,
    { workflow: definition, entry, year, data }: NonNullable<WorkOf<'command'>['payload']['start']>,
  ): Promise<Outcome | undefined> {
    const answer = await this.store.workflows.start({
      county,
      id: workflow,
      definition,
      data,
      year,
      entry,
      actor: { id: from, role: 'workflow' },
      commandId: `start:${id}`,
      requestHash: `start ${workflow}`,
    });
    switch (answer.outcome) {
      case 'accepted':
        return finished;
      case 'exists':
        return undefined;
      case 'refused':
        return failed(`refused: ${answer.refused.code}`);
      // Whoever tells it may be of a newer version than all that is known here.
      case 'unknown-definition':
        throw new OlderSoftwareError({ name: definition });
      case 'not-found':
      case 'stale':
      case 'key-reused':
        return failed(answer.outcome);
    }
  }
}
