import {
  addWorkingDays,
  helsinkiInstant,
  type CivilDate,
  type Instant,
  type LocalTime,
  type PlanEntry,
} from '@app/domain';
import type { ApiClient, WorkflowView } from '../api/api-client';
import { peopleFrom } from '../scenario/behaviour';
import { goals, words } from '../scenario/texts';
import type { AnswerDesk } from './answer-desk';
import { prepareBoard } from './board-secretary';
import type { World } from './world';

const morning: LocalTime = '09:30';
const minutes = { after: '15:45' } as const;

/** The county's coordinator: takes every step of the year's negotiation over the API, on the days the plan gives. */
export class Coordinator {
  constructor(
    private readonly world: World,
    private readonly api: ApiClient,
    private readonly desk: AnswerDesk,
    private readonly workflow: string,
    private readonly dates: PlanEntry['dates'],
  ) {}

  /** Puts the year's steps into the calendar. */
  planYear(): void {
    const { on } = this;
    this.step('planning', 'record-planning', { heldOn: on('planning'), summary: words.planning });
    this.step('dateFixed', 'fix-date', { negotiation: this.withoutWeekday('negotiation') });
    this.step('invitation', 'invite', {}, (invited) => this.desk.open(invited, this.dates));
    this.step('answersCompiled', 'compile-answers', {});
    this.planNegotiation();
    this.step('draftSummary', 'send-draft-summary', {});
    this.planComments();
    this.take(
      this.at(addWorkingDays(on('commentsDue'), 1)),
      'finish-summary',
      { proposal: words.proposal },
      (finished) => prepareBoard(this.world, this.api, finished),
    );
    this.step('resultSent', 'send-result', {});
    this.step('closed', 'close', { goals });
  }

  private readonly on = (name: string): CivilDate => {
    const date = this.dates[name];
    if (!date) throw new Error(`The plan of ${this.workflow} has no date ${name}.`);
    return date.on;
  };

  private at(on: CivilDate, time: LocalTime = morning): Instant {
    return helsinkiInstant(on, time);
  }

  private step(
    date: string,
    command: string,
    data: object,
    then?: (workflow: WorkflowView) => void | Promise<void>,
  ): void {
    this.take(this.at(this.on(date)), command, data, then);
  }

  /** Reads the workflow when the time has come, gives the command if it is offered, and goes on from the answer. */
  private take(
    at: Instant,
    command: string,
    data: object,
    then?: (workflow: WorkflowView) => void | Promise<void>,
  ): void {
    this.world.agenda.plan(at, `the coordinator gives ${command}`, async () => {
      const answer = await this.api.give(await this.api.workflow(this.workflow), command, data);
      await then?.(answer);
    });
  }

  /** Who came is known when the negotiation is over. */
  private planNegotiation(): void {
    const { on } = this;
    const over = this.dates.negotiation?.until;
    const at = this.at(
      on('negotiation'),
      over !== undefined && over < minutes.after ? minutes.after : (over ?? minutes.after),
    );
    this.world.agenda.plan(at, 'the coordinator gives record-negotiation', async () => {
      const workflow = await this.api.workflow(this.workflow);
      const participants = this.world.register.organisations.flatMap(({ id, kind }) => {
        const people = peopleFrom(id, kind);
        return people === undefined ? [] : [{ organisation: id, people }];
      });
      await this.api.give(workflow, 'record-negotiation', { heldOn: on('negotiation'), participants });
    });
  }

  /** Two parties comment on the draft, by mail to the coordinator. */
  private planComments(): void {
    const [first, second] = this.world.register.organisations;
    const due = this.on('commentsDue');
    for (const [organisation, days] of [
      [first, -5],
      [second, -2],
    ] as const) {
      if (!organisation) continue;
      this.take(this.at(addWorkingDays(due, days)), 'record-comment', {
        organisation: organisation.id,
        text: words.comment,
      });
    }
  }

  private withoutWeekday(name: string): object {
    const { weekday: _weekday, body: _body, ...date } = this.dates[name] ?? {};
    return date;
  }
}
