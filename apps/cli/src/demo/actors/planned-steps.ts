import { helsinkiInstant, type CivilDate, type Instant, type LocalTime, type PlanEntry } from '@app/domain';
import type { ApiClient, WorkflowView } from '../api/api-client';
import type { World } from './world';

/** When the coordinators begin their day, and when they record what happened on it. */
export const morning: LocalTime = '09:30';
export const afternoon: LocalTime = '15:50';

type Then = (workflow: WorkflowView) => void | Promise<void>;

/** One planned workflow in its coordinator's calendar: each step is taken over the API when its time has come. */
export class PlannedSteps {
  constructor(
    private readonly world: World,
    readonly api: ApiClient,
    readonly workflow: string,
    private readonly dates: PlanEntry['dates'],
  ) {}

  /** @throws Error when the plan does not have the date. */
  date(name: string): PlanEntry['dates'][string] {
    const date = this.dates[name];
    if (!date) throw new Error(`The plan of ${this.workflow} has no date ${name}.`);
    return date;
  }

  readonly on = (name: string): CivilDate => this.date(name).on;

  /** When the coordinator records what happens on a date: when it is over, and not before the end of the afternoon. */
  after(name: string): Instant {
    const { on, until = afternoon } = this.date(name);
    return helsinkiInstant(on, until < afternoon ? afternoon : until);
  }

  /** Takes a step in the morning of a date of the plan. */
  step(date: string, command: string, data: object = {}, then?: Then): void {
    this.take(helsinkiInstant(this.on(date), morning), command, data, then);
  }

  /** Reads the workflow when the time has come, gives the command if it is offered, and goes on from the answer. */
  take(at: Instant, command: string, data: object = {}, then?: Then): void {
    this.world.agenda.plan(at, `the coordinator gives ${command} to ${this.workflow}`, async () => {
      const answer = await this.api.give(await this.api.workflow(this.workflow), command, data);
      await then?.(answer);
    });
  }
}
