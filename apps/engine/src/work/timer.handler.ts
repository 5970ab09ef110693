import type { Instant } from '@app/domain';
import type { Store } from '@app/store';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';
import { EngineWatch } from '../watching/engine-watch';
import { giveCommand } from './give-command';
import type { Outcome, WorkHandler, WorkOf } from './handler';

/** A deadline that passes, or a rung of its reminder ladder: the clock gives the command. */
@Injectable()
export class TimerHandler implements WorkHandler<'timer'> {
  readonly kind = 'timer';

  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly log: JsonLogger,
    @Optional() private readonly watch?: EngineWatch,
  ) {}

  handle(work: WorkOf<'timer'>): Promise<Outcome> {
    const { id, county, instance, payload, dueAt } = work;
    const onGiven = (now: Instant) => this.watch?.timerLateness.observe(lateSeconds(dueAt, now));
    const { command: name, data } = payload;
    return giveCommand(
      this.store,
      work,
      { county, workflow: instance, name, data, actor: { id: 'clock', role: 'clock' }, commandId: `timer:${id}` },
      this.log,
      { onGiven },
    );
  }
}

/** A timer is never due before its time, whatever the clocks say. */
function lateSeconds(dueAt: Instant, now: Instant): number {
  return Math.max(0, Date.parse(now) - Date.parse(dueAt)) / 1_000;
}
