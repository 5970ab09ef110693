import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';
import { giveCommand } from './give-command';
import type { Outcome, WorkHandler, WorkOf } from './handler';

/** What one workflow tells another: a child its parent, or a parent its child. */
@Injectable()
export class TellHandler implements WorkHandler<'command'> {
  readonly kind = 'command';

  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly log: JsonLogger,
  ) {}

  handle(work: WorkOf<'command'>): Promise<Outcome> {
    const { id, county, payload } = work;
    const { workflow, command: name, data, from } = payload;
    return giveCommand(
      this.store,
      work,
      { county, workflow, name, data, actor: { id: from, role: 'workflow' }, commandId: `tell:${id}` },
      this.log,
    );
  }
}
