import type { Instant } from '@app/domain';
import { addMs } from '@app/domain';
import type { ClaimedWork, Store } from '@app/store';
import { openStore, setVirtualClock } from '@app/store';
import type { Actor, Instance } from '@app/workflows';
import type { TestDatabase } from './database';

const leaseMs = 60_000;
const batch = 200;
const quarterOfAnHourMs = 15 * 60_000;

/** A county whose work is done as the engine does it, in this process and without sockets: every mail is accepted at once. */
export class DrivenCounty {
  private isMailHeld = false;

  private constructor(
    readonly county: string,
    readonly store: Store,
    private readonly ownerUrl: string,
  ) {}

  static async open(database: TestDatabase, county: string, now: Instant): Promise<DrivenCounty> {
    await setVirtualClock(database.ownerUrl, now);
    const store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
    return new DrivenCounty(county, store, database.ownerUrl);
  }

  /** Does everything that is due. @throws Error when a workflow refuses what it is told, as work that the engine would give up */
  async settle(): Promise<void> {
    for (;;) {
      const due = await this.store.work.claimDue(batch, leaseMs);
      if (due.length === 0) return;
      await Promise.all(due.flatMap((work) => (work.kind === 'mail' ? [this.send(work)] : [])));
      for (const work of due) if (work.kind !== 'mail' && work.kind !== 'digest') await this.handle(work);
    }
  }

  /** Nothing leaves until the mail is let go, as under MAIL_MODE=hold or while the mail server is away. */
  holdMail(isHeld: boolean): void {
    this.isMailHeld = isHeld;
  }

  /** Moves the clock on, from one due moment to the next. */
  async driveTo(until: Instant): Promise<void> {
    for (;;) {
      await this.settle();
      const { at, now } = await this.store.work.nextDueAt();
      if (now >= until) return;
      await setVirtualClock(this.ownerUrl, at === null || at > until ? until : at);
    }
  }

  /** A step by a person: whether it was taken. */
  async give(workflow: string, name: string, data: unknown): Promise<boolean> {
    const { version } = await this.read(workflow);
    const commandId = `${workflow}/${name}/${version}`;
    const actor: Actor = { id: 'key:test', role: 'coordinator' };
    const request = { county: this.county, workflow, name, data, actor, commandId, requestHash: commandId };
    const answer = await this.store.workflows.give(request);
    if (answer.outcome !== 'accepted' && answer.outcome !== 'refused')
      throw new Error(`${commandId}: ${answer.outcome}`);
    await this.settle();
    return answer.outcome === 'accepted';
  }

  async read(workflow: string): Promise<Instance> {
    const instance = await this.store.workflows.read(this.county, workflow);
    if (!instance) throw new Error(`${workflow} is not there`);
    return instance;
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  private async handle(work: Exclude<ClaimedWork, { kind: 'mail' | 'digest' }>): Promise<void> {
    const { name, data, workflow, actor } = commandOf(work);
    const commandId = `${work.kind}:${work.id}`;
    const request = { county: work.county, workflow, name, data, actor, commandId, requestHash: commandId };
    const answer = await this.store.workflows.giveAsEngine(request, work);
    if (answer.outcome === 'accepted' || answer.outcome === 'claim-lost') return;
    // The matter has moved on meanwhile; any other refusal would be for a person to look at.
    const movedOn = answer.outcome === 'refused' && answer.refused.code === 'illegal-step';
    if (!movedOn) throw new Error(`${workflow} ${name}: ${JSON.stringify(answer)}`);
    await this.store.work.finish(work);
  }

  private async send(work: Extract<ClaimedWork, { kind: 'mail' }>): Promise<void> {
    if (this.isMailHeld) {
      const { now } = await this.store.work.nextDueAt();
      await this.store.work.postpone(work, addMs(now, quarterOfAnHourMs), 'mail is on hold');
      return;
    }
    const { notification } = work.payload;
    const sending = {
      notification,
      messageId: `<${notification}@test>`,
      sentTo: 'aino@example.invalid',
      contact: null,
      language: 'fi',
      subject: '',
      text: '',
      html: '',
    };
    if (!(await this.store.notifications.beginSending(work, sending))) return;
    await this.store.notifications.settle(work, { notification, state: 'accepted', reply: '250 OK' });
  }
}

function commandOf(work: Exclude<ClaimedWork, { kind: 'mail' | 'digest' }>) {
  if (work.kind === 'change') throw new Error('The area does not change here');
  if (work.kind === 'timer') {
    const { command: name, data } = work.payload;
    return { name, data, workflow: work.instance, actor: { id: 'clock', role: 'clock' as const } };
  }
  const { command: name, data, workflow, from } = work.payload;
  return { name, data, workflow, actor: { id: from, role: 'workflow' as const } };
}
