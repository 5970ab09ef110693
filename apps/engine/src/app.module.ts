import type { Store } from '@app/store';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import type { Settings } from './config/settings';
import { HealthController } from './health/health.controller';
import { JsonLogger } from './log/json-logger';
import { Departure } from './mail/departure';
import { DigestHandler } from './mail/digest.handler';
import { Gathering } from './mail/gathering';
import { Journal } from './mail/journal';
import { Letters } from './mail/letters';
import { MailHandler } from './mail/mail.handler';
import { MonthlyCheckpoints } from './mail/monthly-checkpoints';
import { Registers } from './mail/registers';
import { ReportFolder } from './mail/report-folder';
import { Silence } from './mail/silence';
import { MailTransport } from './mail/transport';
import { Sequencer } from './sealing/sequencer';
import { Signer } from './sealing/signer';
import { SETTINGS, STORE } from './tokens';
import { EngineLevels } from './watching/engine-levels';
import { EngineWatch } from './watching/engine-watch';
import { MetricsController } from './watching/metrics.controller';
import { Courier } from './webhooks/courier';
import { assertDefinitions } from './work/assert-definitions';
import { Bell } from './work/bell';
import { Canary } from './work/canary';
import { ChangeHandler } from './work/change.handler';
import { Dispatcher } from './work/dispatcher';
import { Housekeeping } from './work/housekeeping';
import { Reconciler } from './work/reconciler';
import { TellHandler } from './work/tell.handler';
import { TimerHandler } from './work/timer.handler';
import { WorkLoop } from './work/work-loop';
import { WorkRunner } from './work/work-runner';

/** The engine: time and queued work in, commands and mails out. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(STORE) private readonly store: Store) {
    assertDefinitions();
  }

  /** Puts the engine together on an open store, which it closes when it ends. */
  static on(store: Store, settings: Settings, log: JsonLogger, watch: EngineWatch): DynamicModule {
    return {
      module: AppModule,
      imports: [ScheduleModule.forRoot()],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: STORE, useValue: store },
        { provide: SETTINGS, useValue: settings },
        { provide: JsonLogger, useValue: log },
        { provide: EngineWatch, useValue: watch },
        EngineLevels,
        Canary,
        Bell,
        Dispatcher,
        Reconciler,
        Housekeeping,
        WorkRunner,
        WorkLoop,
        TimerHandler,
        TellHandler,
        ChangeHandler,
        MailHandler,
        DigestHandler,
        Gathering,
        MonthlyCheckpoints,
        Letters,
        Journal,
        MailTransport,
        Departure,
        Silence,
        Registers,
        ReportFolder,
        Sequencer,
        Signer,
        Courier,
      ],
    };
  }

  /** Runs after the work has ended. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
