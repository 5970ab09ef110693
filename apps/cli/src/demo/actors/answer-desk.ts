import { addDays, addWorkingDays, civilDate, helsinkiInstant, isWorkingDay, yearOf, type CivilDate } from '@app/domain';
import type { ApiClient, WorkflowSummary } from '../api/api-client';
import { answeringOf } from '../scenario/behaviour';
import { toldAnswersTo } from '../scenario/answers';
import { caseNumberOf } from '../scenario/case-numbers';
import { words } from '../scenario/texts';
import { morning } from './planned-steps';
import { plannedWorkflowOf, today, type World } from './world';

/** How much longer somebody gets who is asked to complete an answer. */
const completionDays = 10;
/** How many working days before the reply date somebody tells the answer on the telephone. */
const telephoneDays = 3;

/**
 * The county's desk while answers come in: looked at every working day at half past nine. What came since is registered and
 * accepted or returned; where the product proposes it, the manager is written to.
 */
export class AnswerDesk {
  readonly #returned = new Set<string>();
  readonly #escalated = new Set<string>();

  constructor(
    private readonly world: World,
    private readonly api: ApiClient,
  ) {}

  /** From the first to the last day of the drive. */
  open(from: CivilDate, to: CivilDate): void {
    for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) this.planLook(day);
  }

  private planLook(day: CivilDate): void {
    this.world.agenda.plan(helsinkiInstant(day, morning), 'the coordinator looks at the answers', async () => {
      const requests = await this.api.workflows({ definition: 'information-request', status: 'open' });
      for (const request of requests) await this.deal(request);
    });
  }

  private async deal(request: WorkflowSummary): Promise<void> {
    const { id, state, waitingFor } = request;
    if (state === 'received.answered') await this.register(id);
    if (state === 'open.overdue' && !this.#escalated.has(id)) await this.escalate(id);
    const [organisation] = waitingFor.flatMap(({ organisations }) => organisations);
    if (state === 'open.requested' && organisation !== undefined && this.isTold(request, organisation)) {
      await this.recordTold(id);
    }
  }

  private async register(id: string): Promise<void> {
    const answered = await this.api.workflow(id);
    const caseNumber = caseNumberOf(this.asking(id), yearOf(today(this.world)));
    const registered = await this.api.give(answered, 'register-answer', { caseNumber });
    if (this.answering(id, String(answered.data.organisation)) === 'incomplete' && !this.#returned.has(id)) {
      this.#returned.add(id);
      const dueOn = addWorkingDays(today(this.world), completionDays);
      await this.api.give(registered, 'return-for-completion', { reason: words.completion, dueOn });
    } else {
      await this.api.give(registered, 'accept-answer', {});
    }
  }

  /** Escalation is the coordinator's own decision; the product proposes it by mail. */
  private async escalate(id: string): Promise<void> {
    const mails = await this.api.notifications(id);
    if (!mails.some(({ template, state }) => template === 'escalation-proposed' && state === 'accepted')) return;
    this.#escalated.add(id);
    await this.api.give(await this.api.workflow(id), 'escalate', {});
  }

  /** Whether somebody tells the answer on the telephone today. */
  private isTold({ id, deadlines }: WorkflowSummary, organisation: string): boolean {
    const dueOn = deadlines.find(({ name }) => name === 'answer')?.dueOn;
    if (dueOn === undefined || this.answering(id, organisation) !== 'telephone') return false;
    return addWorkingDays(civilDate(dueOn), -telephoneDays) === today(this.world);
  }

  private async recordTold(id: string): Promise<void> {
    const request = await this.api.workflow(id);
    await this.api.give(request, 'record-answer', { answers: toldAnswersTo(request.data) }, words.telephone);
  }

  private answering(request: string, organisation: string) {
    return answeringOf(this.asking(request), organisation);
  }

  private asking(request: string): string {
    return plannedWorkflowOf(this.world, request) ?? '';
  }
}
