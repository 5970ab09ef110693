import type { Store } from '@app/store';
import { workKinds } from '@app/store';
import { commonMetrics, engineMetrics, type Level, within } from '@app/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { elapsedMs } from '../clock/real-time';
import { MailTransport } from '../mail/transport';
import { Sequencer } from '../sealing/sequencer';
import { Signer } from '../sealing/signer';
import { STORE } from '../tokens';
import { Canary } from '../work/canary';
import { EngineWatch } from './engine-watch';

/** What this process knows of itself is read each time; the counts of the database at most this often. */
const countedForMs = 5_000;
/** All mails are counted for it. */
const mailsForMs = 30_000;
const countLimitMs = 3_000;
const signerStates = ['on', 'off', 'refuses'] as const;

type Levels = Record<keyof typeof engineMetrics | keyof typeof commonMetrics, Level>;

/** How things stand, brought up to date when somebody reads the metrics. A count that cannot be had stays as it was, and is left out
 * until it has been had once: `databaseUp` says so. */
@Injectable()
export class EngineLevels {
  private readonly levels: Partial<Levels> = {};

  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly transport: MailTransport,
    private readonly sequencer: Sequencer,
    private readonly signer: Signer,
    private readonly canary: Canary,
    private readonly watch: EngineWatch,
  ) {
    const { metrics } = this.watch;
    metrics.beforeReading(0, elapsedMs, () => this.ownStates());
    metrics.beforeReading(countedForMs, elapsedMs, () => this.counted(() => this.workStands()));
    metrics.beforeReading(countedForMs, elapsedMs, () => this.counted(() => this.mailIsHeld()));
    metrics.beforeReading(countedForMs, elapsedMs, () => this.counted(() => this.webhooksStand()));
    metrics.beforeReading(countedForMs, elapsedMs, () => this.counted(() => this.lastBackup()));
    metrics.beforeReading(mailsForMs, elapsedMs, () => this.counted(() => this.mailsStand()));
    metrics.beforeReading(countedForMs, elapsedMs, () => this.databaseAnswers());
    metrics.beforeReading(countedForMs, elapsedMs, () => this.queueRings());
  }

  private async ownStates(): Promise<void> {
    const { open, idle, waiting } = this.store.connections();
    for (const [state, value] of Object.entries({ open, idle, waiting }))
      this.common('databaseConnections').set(value, { state });
    const { behindMs, unreadable } = this.sequencer.state;
    this.level('logBehind').set(behindMs / 1_000);
    this.level('logUnreadable').set(unreadable.length);
    for (const state of signerStates) this.level('signer').set(Number(this.signer.state.signer === state), { state });
    this.level('mailServerUp').set(Number(this.transport.reach === 'up'));
  }

  private async workStands(): Promise<void> {
    const depths = new Map((await this.store.work.depths()).map((depth) => [depth.kind, depth]));
    for (const kind of workKinds) {
      const { due = 0, leased = 0, quarantined = 0, oldestDueMs = 0 } = depths.get(kind) ?? {};
      for (const [state, value] of Object.entries({ due, leased, quarantined }))
        this.level('work').set(value, { kind, state });
      this.level('oldestDue').set(oldestDueMs / 1_000, { kind });
    }
  }

  private async mailIsHeld(): Promise<void> {
    const holds = await this.store.operations.allHolds();
    const now = Date.parse(await this.store.now());
    const longest = Math.max(0, ...holds.map(({ at }) => now - Date.parse(at)));
    this.level('mailHolds').set(holds.length);
    this.level('mailHeldSeconds').set(longest / 1_000);
  }

  private async mailsStand(): Promise<void> {
    for (const [state, value] of Object.entries(await this.store.operations.mailCounts()))
      this.level('mails').set(value, { state });
  }

  private async webhooksStand(): Promise<void> {
    const { on, off, waiting, dead, lateMs } = await this.store.webhooks.states();
    for (const [state, value] of Object.entries({ on, off })) this.level('webhooks').set(value, { state });
    for (const [state, value] of Object.entries({ waiting, dead })) this.level('deliveries').set(value, { state });
    this.level('deliveryLate').set(lateMs / 1_000);
  }

  private async lastBackup(): Promise<void> {
    const { lastBackup } = await this.store.operations.vitals();
    this.level('lastBackup').set(lastBackup ? Date.parse(lastBackup.at) / 1_000 : 0);
  }

  private async databaseAnswers(): Promise<void> {
    const answers = await within(countLimitMs, 'the database', this.store.ping()).then(
      () => 1,
      () => 0,
    );
    this.common('databaseUp').set(answers);
  }

  private async queueRings(): Promise<void> {
    const heardMs = await this.canary.sing();
    this.level('queueUp').set(Number(heardMs !== undefined));
    if (heardMs !== undefined) this.level('canarySeconds').set(heardMs / 1_000);
  }

  /** A scrape does not wait for a database that hangs. */
  private async counted(count: () => Promise<void>): Promise<void> {
    await within(countLimitMs, 'the database', count());
  }

  private level(name: keyof typeof engineMetrics): Level {
    return (this.levels[name] ??= this.watch.metrics.gauge(engineMetrics[name]));
  }

  private common(name: keyof typeof commonMetrics): Level {
    return (this.levels[name] ??= this.watch.metrics.gauge(commonMetrics[name]));
  }
}
