import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';
import { giveCommand } from './give-command';
import type { Outcome, WorkHandler, WorkOf } from './handler';

/** A deadline that passes, or a rung of its reminder ladder: the clock gives the command. */
@Injectable()
export class TimerHandler implements WorkHandler<'timer'> {
  readonly kind = 'timer';

  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly log: JsonLogger,
  ) {}

  handle(work: WorkOf<'timer'>): Promise<Outcome> {
    const { id, county, instance, payload } = work;
    const { command: name, data } = payload;
    return giveCommand(
      this.store,
      work,
      { county, workflow: instance, name, data, actor: { id: 'clock', role: 'clock' }, commandId: `timer:${id}` },
      this.log,
    );
  }
}
