import {
  addDays,
  addWorkingDays,
  civilDate,
  helsinkiInstant,
  isWorkingDay,
  type CivilDate,
  type PlanEntry,
} from '@app/domain';
import type { ApiClient, ChildView, WorkflowView } from '../api/api-client';
import { answeringOf } from '../scenario/behaviour';
import { answersOf, words } from '../scenario/texts';
import { today, type World } from './world';

const opensAt = '09:30';
const telephoneAt = '10:40';
/** How much longer somebody gets who is asked to complete an answer. */
const completionDays = 10;

/**
 * The coordinator's desk while answers come in: looked at every working day at half past nine. What came the day before
 * is registered and accepted or returned; where the product proposes it, the manager is written to.
 */
export class AnswerDesk {
  readonly #returned = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly api: ApiClient,
  ) {}

  /** From the invitation to the day before the answers are compiled. */
  open({ id, children }: WorkflowView, dates: PlanEntry['dates']): void {
    const until = dates.answersCompiled?.on;
    const dueOn = dates.assignmentDue?.on;
    if (until === undefined || dueOn === undefined) return;
    for (let day = addDays(today(this.world), 1); day < until; day = addDays(day, 1)) {
      if (isWorkingDay(day)) this.planLook(id, day);
    }
    for (const child of children.filter(isRequest)) {
      if (answeringOf(child.organisation ?? '') === 'telephone') this.planCall(child, dueOn);
    }
  }

  private planLook(workflow: string, day: CivilDate): void {
    this.world.agenda.plan(helsinkiInstant(day, opensAt), 'the coordinator looks at the answers', async () => {
      const { children } = await this.api.workflow(workflow);
      for (const child of children.filter(isRequest)) await this.deal(child);
    });
  }

  private async deal({ id, state, organisation }: ChildView): Promise<void> {
    if (state === 'received.answered') await this.register(id, organisation ?? '');
    if (state === 'open.overdue' && (await this.escalationIsProposed(id))) {
      await this.api.give(await this.api.workflow(id), 'escalate', {});
    }
  }

  private async register(id: string, organisation: string): Promise<void> {
    const registered = await this.api.give(await this.api.workflow(id), 'register-answer', {
      caseNumber: caseNumberOf(this.world),
    });
    if (answeringOf(organisation) === 'incomplete' && !this.#returned.has(id)) {
      this.#returned.add(id);
      const dueOn = addWorkingDays(today(this.world), completionDays);
      await this.api.give(registered, 'return-for-completion', { reason: words.completion, dueOn });
    } else {
      await this.api.give(registered, 'accept-answer', {});
    }
  }

  /** Escalation is the coordinator's own decision; the product proposes it by mail. */
  private async escalationIsProposed(workflow: string): Promise<boolean> {
    const mails = await this.api.notifications(workflow);
    return mails.some(({ template, state }) => template === 'escalation-proposed' && state === 'accepted');
  }

  /** Somebody tells the answer on the telephone a few days before the reply date. */
  private planCall({ id }: ChildView, dueOn: CivilDate): void {
    const at = helsinkiInstant(addWorkingDays(dueOn, -3), telephoneAt);
    this.world.agenda.plan(at, 'the coordinator records a telephoned answer', async () => {
      await this.api.give(await this.api.workflow(id), 'record-answer', { answers: answersOf(1) }, words.telephone);
    });
  }
}

function isRequest({ definition }: ChildView): boolean {
  return definition.name === 'information-request';
}

/** The registry's number for the year's case, as they are written. */
function caseNumberOf(world: World): string {
  return `PHHYVA/539/00.04.01/${civilDate(today(world)).slice(0, 4)}`;
}
