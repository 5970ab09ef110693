import { type ClaimedWork, DatabaseAwayError, type Store, workKinds } from '@app/store';
import { correlated, noTracing } from '@app/telemetry';
import { definitionOf, OlderSoftwareError } from '@app/workflows';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { withoutAddresses } from '../log/without-addresses';
import { DigestHandler } from '../mail/digest.handler';
import { MailHandler } from '../mail/mail.handler';
import { SETTINGS, STORE } from '../tokens';
import { EngineWatch } from '../watching/engine-watch';
import { ChangeHandler } from './change.handler';
import { assertComplete, handle, type Handlers, type Outcome } from './handler';
import { NewerWork } from './newer-work';
import { TellHandler } from './tell.handler';
import { TimerHandler } from './timer.handler';

const longestReason = 500;
/** Claimed in one go for each that is handled at once, so that there is enough to record together. */
const portion = 8;
/** After this many the store puts the work aside. */
const mostFailures = 5;

/**
 * Claims work in the database, does it and records how it went. Whoever rings is not trusted: what cannot be claimed is
 * somebody else's, or done. Never throws; what cannot be recorded is claimed again when its lease ends.
 */
@Injectable()
export class WorkRunner {
  private readonly handlers: Handlers;
  private readonly newer: NewerWork;

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly log: JsonLogger,
    timer: TimerHandler,
    command: TellHandler,
    mail: MailHandler,
    change: ChangeHandler,
    digest: DigestHandler,
    @Optional() private readonly watch?: EngineWatch,
  ) {
    this.handlers = { timer, command, mail, change, digest };
    this.newer = new NewerWork(log);
    assertComplete(this.handlers, workKinds);
  }

  /** Answers one bell. */
  async answer(id: string): Promise<void> {
    try {
      const claimed = await this.store.work.claim([id], this.settings.leaseMs);
      await Promise.all(claimed.map((work) => this.watched(work)));
    } catch (error) {
      this.log.warn('work could not be claimed', { work: id, ...errorFacts(error) });
    }
  }

  /** Does what is due without waiting for a bell, the oldest first. @returns how much was claimed and not left to others. */
  async takeDue(): Promise<number> {
    const claimed = await this.store.work.claimDue(this.settings.concurrency * portion, this.settings.leaseMs);
    const outcomes = await Promise.all(claimed.map((work) => this.watched(work)));
    return outcomes.filter((kind) => kind !== 'left').length;
  }

  /** Each line that is written meanwhile says what it is about. */
  private watched(work: ClaimedWork): Promise<Outcome['kind'] | undefined> {
    return correlated({ work: work.id, workflow: work.instance }, async () => {
      const outcome = await this.traced(work);
      this.watch?.workDone.inc({ kind: work.kind, outcome: outcome ?? 'not-recorded' });
      return outcome;
    });
  }

  private async traced(work: ClaimedWork): Promise<Outcome['kind'] | undefined> {
    const { tracing } = this.watch ?? { tracing: noTracing };
    if (!tracing.on) return this.run(work);
    const causes = await this.store.work.tracesOf(work).catch(() => []);
    // What a clock brings about days later, or many things together, is a trace of its own that names the others.
    const from = work.kind === 'timer' || causes.length > 1 ? { links: causes } : { parent: causes[0] };
    return tracing.span(`work ${work.kind}`, { kind: 'consumer', ...from }, async (span) => {
      const outcome = await this.run(work);
      span.set({ 'vuosikello.outcome': outcome ?? 'not-recorded', 'vuosikello.work': work.id });
      return outcome;
    });
  }

  /** @returns what became of it; undefined where that could not be recorded. */
  private async run(work: ClaimedWork): Promise<Outcome['kind'] | undefined> {
    try {
      const outcome = await this.outcomeOf(work);
      await this.record(work, outcome);
      return outcome.kind;
    } catch (error) {
      this.log.warn('work was not recorded and will be claimed again', { work: work.id, ...errorFacts(error) });
      return undefined;
    }
  }

  private async outcomeOf(work: ClaimedWork): Promise<Outcome> {
    try {
      // Asked before anything is done: a mail of a workflow that only newer software knows is newer software's, too.
      if (work.definition) definitionOf(work.definition);
      return await handle(this.handlers, work);
    } catch (error) {
      if (error instanceof DatabaseAwayError) throw error;
      if (error instanceof OlderSoftwareError) return this.newer.leave(error);
      this.log.debug('a handler threw', { work: work.id, ...errorFacts(error) });
      return { kind: 'failed', reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  private noteFailure({ id, kind, instance, attempts }: ClaimedWork, reason: string): void {
    const facts = { work: id, kind, workflow: instance, attempts: attempts + 1, reason };
    if (facts.attempts < mostFailures) this.log.warn('work failed and will be tried again', facts);
    else this.log.error('work is quarantined until a person has looked at it', facts);
  }

  private async record(work: ClaimedWork, outcome: Outcome): Promise<void> {
    const current = await this.recorded(work, outcome);
    if (!current) this.log.debug('the lease had ended; somebody else has the work', { work: work.id });
  }

  /** @returns whether the claim was still the current one. */
  private async recorded(work: ClaimedWork, outcome: Outcome): Promise<boolean> {
    switch (outcome.kind) {
      case 'recorded':
        return true;
      case 'finished':
        return this.store.work.finish(work);
      case 'left':
        return this.store.work.leave(work, outcome.reason);
      case 'postponed':
        return this.store.work.postpone(work, outcome.until, outcome.reason);
      case 'failed': {
        const reason = withoutAddresses(outcome.reason).slice(0, longestReason);
        this.noteFailure(work, reason);
        return this.store.work.fail(work, reason);
      }
    }
  }
}
