import { addWorkingDays, helsinkiInstant, isWorkingDay, yearOf } from '@app/domain';
import { type ApiClient, StepRefusedError, type WorkflowView } from '../api/api-client';
import { toldAnswersTo } from '../scenario/answers';
import { answeringOf, isEscalated } from '../scenario/behaviour';
import { caseNumberOf } from '../scenario/case-numbers';
import { words } from '../scenario/texts';
import { morning } from './planned-steps';
import { plannedWorkflowOf, today, type World } from './world';

/** How much longer somebody gets who is asked to complete an answer. */
const completionDays = 10;

/**
 * The county's desk while answers come in. What came is dealt with on the following morning: it is registered and accepted or
 * returned; where the product proposes it, the manager is written to.
 */
export class AnswerDesk {
  readonly #returned = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly api: ApiClient,
  ) {}

  /** A request has been answered. */
  answered(request: string): void {
    const tomorrow = helsinkiInstant(addWorkingDays(today(this.world), 1), morning);
    this.world.agenda.plan(tomorrow, 'the coordinator registers an answer', () =>
      this.unlessClosed(request, () => this.registerIfAnswered(request)),
    );
  }

  /** Somebody tells the answer to a request on the telephone. */
  async told(id: string): Promise<void> {
    const request = await this.api.workflow(id);
    await this.api.give(request, 'record-answer', { answers: toldAnswersTo(request.data ?? {}) }, words.telephone);
    this.answered(id);
  }

  /** A mail about some workflow has come to the coordinator. */
  written(about: string): void {
    const thisMorning = helsinkiInstant(today(this.world), morning);
    const isEarly = isWorkingDay(today(this.world)) && this.world.now() <= thisMorning;
    const at = isEarly ? thisMorning : helsinkiInstant(addWorkingDays(today(this.world), 1), morning);
    this.world.agenda.plan(at, 'the coordinator reads a mail', () =>
      this.unlessClosed(about, () => this.escalateIfProposed(about)),
    );
  }

  /** Whoever compiles the answers at that moment closes the request, answered or not: between any two steps of this desk. */
  private async unlessClosed(id: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      const isClosed = error instanceof StepRefusedError && (await this.api.workflow(id)).status === 'closed';
      if (!isClosed) throw error;
    }
  }

  private async registerIfAnswered(id: string): Promise<void> {
    const answered = await this.api.workflow(id);
    if (answered.state === 'received.answered') await this.register(answered);
  }

  private async register(answered: WorkflowView): Promise<void> {
    const { id } = answered;
    const asking = plannedWorkflowOf(this.world, id) ?? '';
    const caseNumber = caseNumberOf(asking, yearOf(today(this.world)));
    const registered = await this.api.give(answered, 'register-answer', { caseNumber });
    if (answeringOf(asking, String(answered.data?.organisation)) === 'incomplete' && !this.#returned.has(id)) {
      this.#returned.add(id);
      const dueOn = addWorkingDays(today(this.world), completionDays);
      await this.api.give(registered, 'return-for-completion', { reason: words.completion, dueOn });
    } else {
      await this.api.give(registered, 'accept-answer', {});
    }
  }

  /** Escalation is the coordinator's own decision; the product proposes it by mail. */
  private async escalateIfProposed(id: string): Promise<void> {
    const workflow = await this.api.workflow(id);
    if (workflow.definition.name !== 'information-request' || workflow.state !== 'open.overdue') return;
    if (!isEscalated(plannedWorkflowOf(this.world, id) ?? '')) return;
    const mails = await this.api.notifications(id);
    if (!mails.some(({ template, state }) => template === 'escalation-proposed' && state === 'accepted')) return;
    await this.api.give(workflow, 'escalate', {});
  }
}
