import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { VerifierKey } from '@app/ledger';
import type { Store } from '@app/store';
import { AccessLogInterceptor } from './access/access-log.interceptor';
import { AccessLogController } from './access-log/access-log.controller';
import { AccessGuard } from './access/access.guard';
import { DeskSessions } from './access/desk/desk-sessions';
import { Authentications } from './access/authentications';
import { KnownKeys } from './access/known-keys';
import { Issuer } from './access/oidc/issuer';
import type { OidcSettings } from './access/oidc/oidc-settings';
import { Users } from './access/oidc/users';
import { AnswerPageController } from './answer-page/answer-page.controller';
import { LinkDesk } from './answer-page/link-desk';
import { AnswerDesk } from './answer-page/answer-desk';
import { BodiesController } from './bodies/bodies.controller';
import { StandingRequestsController } from './answer-page/standing-page/standing-requests.controller';
import { CalendarFeedController } from './calendar/calendar-feed.controller';
import { CalendarsController } from './calendar/calendars.controller';
import { elapsedMs, realTime } from './clock/real-time';
import { ContactsController } from './contacts/contacts.controller';
import { HandoversController } from './contacts/handovers.controller';
import { deskControllers } from './desk/desk-controllers';
import { DeskRoom } from './desk/desk-room';
import { CountiesController } from './counties/counties.controller';
import { DefinitionsController } from './definitions/definitions.controller';
import { DocumentsController } from './documents/documents.controller';
import { MigrationsController } from './definitions/migrations.controller';
import { DiagramsController } from './diagrams/diagrams.controller';
import { DeadlinesController } from './deadlines/deadlines.controller';
import { DisposalsController } from './disposals/disposals.controller';
import { DossiersController } from './dossiers/dossiers.controller';
import { DutiesController } from './duties/duties.controller';
import { EventStreamController } from './events/event-stream.controller';
import { EventsController } from './events/events.controller';
import { LogWatch } from './events/log-watch';
import { OpenStreams } from './events/open-streams';
import { FourEyesController } from './four-eyes/four-eyes.controller';
import { ProposalsController } from './four-eyes/proposals.controller';
import { HealthController } from './health/health.controller';
import { QueryGuard } from './input/query.guard';
import { CosignaturesController } from './log/cosignatures.controller';
import { EventProofsController } from './log/event-proofs.controller';
import { LogTilesController } from './log/log-tiles.controller';
import { KeysController } from './keys/keys.controller';
import type { Log } from './logging/log';
import { LOG } from './logging/log.token';
import { LaddersController } from './ladders/ladders.controller';
import { MailHoldController } from './mails/mail-hold.controller';
import { MailPreviewController } from './mails/mail-preview.controller';
import { UpcomingMailsController } from './mails/upcoming-mails.controller';
import { MeetingsController } from './meetings/meetings.controller';
import { NotificationDesk } from './notifications/notification-desk';
import { NotificationsController } from './notifications/notifications.controller';
import { OrganisationsController } from './organisations/organisations.controller';
import { ProblemFilter } from './problems/problem.filter';
import { ErasuresController } from './persons/erasures.controller';
import { Throttle } from './protection/throttle';
import { PUBLIC_URL } from './public-url.token';
import { RecordsController } from './records/records.controller';
import { RegisterDesk } from './register/register-desk';
import { RepeatsInterceptor } from './repeats/repeats.interceptor';
import { SilencesController } from './silences/silences.controller';
import { StandingLinksController } from './standing-links/standing-links.controller';
import { STORE } from './store.token';
import { ReportsController } from './reports/reports.controller';
import { TaskDesk } from './tasks/task-desk';
import { TasksController } from './tasks/tasks.controller';
import { ApiWatch } from './watching/api-watch';
import { METRICS_TOKEN } from './watching/metrics-token.token';
import { MetricsController } from './watching/metrics.controller';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller';
import { WebhooksController } from './webhooks/webhooks.controller';
import { WEBHOOKS, type WebhookSettings } from './webhooks/webhooks.token';
import { BatchController } from './workflows/batch.controller';
import { BatchDesk } from './workflows/batch-desk';
import { CommandsController } from './workflows/commands.controller';
import { ForeseenAnswer } from './workflows/foreseen-answer';
import { StepDesk } from './workflows/step-desk';
import { WorkflowAnswer } from './workflows/workflow-answer';
import { SimulationsController } from './simulations/simulations.controller';
import { WorkflowsController } from './workflows/workflows.controller';
import { ActivationController } from './year-clocks/activation.controller';
import { YearClockCheckController } from './year-clocks/year-clock-check.controller';
import { WITNESSES } from './witnesses.token';
import { YearClocksController } from './year-clocks/year-clocks.controller';

/** Every controller of the API and of the answer pages: what the OpenAPI document describes. */
export const controllers: readonly Type[] = [
  WorkflowsController,
  CommandsController,
  BatchController,
  DocumentsController,
  DefinitionsController,
  MigrationsController,
  DiagramsController,
  EventsController,
  EventStreamController,
  WebhooksController,
  WebhookDeliveriesController,
  UpcomingMailsController,
  LaddersController,
  // Before the notifications, of which no one is called "preview".
  MailHoldController,
  MailPreviewController,
  ReportsController,
  NotificationsController,
  SilencesController,
  TasksController,
  DutiesController,
  DeadlinesController,
  RecordsController,
  DisposalsController,
  DossiersController,
  CountiesController,
  OrganisationsController,
  ContactsController,
  HandoversController,
  ErasuresController,
  BodiesController,
  MeetingsController,
  YearClockCheckController,
  YearClocksController,
  ActivationController,
  SimulationsController,
  CalendarsController,
  CalendarFeedController,
  AnswerPageController,
  StandingRequestsController,
  StandingLinksController,
  LogTilesController,
  EventProofsController,
  CosignaturesController,
  FourEyesController,
  ProposalsController,
  AccessLogController,
  KeysController,
  HealthController,
  MetricsController,
];

export type AppOptions = {
  store: Store;
  log: Log;
  /** Whether people reach the server by https only. */
  https: boolean;
  /** The address at which people reach the server; that of the request where none is set. */
  publicUrl?: string | undefined;
  /** Whose lines under checkpoints of the log are taken; nobody's unless given. */
  witnesses?: readonly VerifierKey[];
  /** Whose tokens are taken beside API keys; nobody's unless given. */
  oidc?: OidcSettings | undefined;
  /** What counts and traces; one that nobody reads unless given. */
  watch?: ApiWatch | undefined;
  /** With which the metrics are read; without it they are not. */
  metricsToken?: string | undefined;
  /** Without a key there are no webhooks. */
  webhooks?: WebhookSettings;
  throttle: Throttle;
};

const noWebhooks: WebhookSettings = { key: undefined, allowPrivate: false };

/** The REST API, the answer pages and the desk on one store. */
@Module({})
export class AppModule {
  static on({
    store,
    log,
    https,
    publicUrl,
    witnesses = [],
    oidc,
    watch = new ApiWatch(),
    metricsToken,
    webhooks = noWebhooks,
    throttle,
  }: AppOptions): DynamicModule {
    const users = oidc && new Users(new Issuer(oidc, { now: realTime, elapsedMs }), oidc, store.users);
    const keys = new KnownKeys(store.keys, elapsedMs);
    const authentications = new Authentications(keys, users);
    const desk = new DeskSessions(store.deskSessions, { https, publicUrl });
    return {
      module: AppModule,
      controllers: [...controllers, ...deskControllers],
      providers: [
        { provide: STORE, useValue: store },
        { provide: LOG, useValue: log },
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: WITNESSES, useValue: witnesses },
        { provide: WEBHOOKS, useValue: webhooks },
        { provide: ApiWatch, useValue: watch },
        { provide: METRICS_TOKEN, useValue: metricsToken },
        WorkflowAnswer,
        StepDesk,
        ForeseenAnswer,
        BatchDesk,
        RegisterDesk,
        NotificationDesk,
        TaskDesk,
        DeskRoom,
        { provide: DeskSessions, useValue: desk },
        { provide: KnownKeys, useValue: keys },
        LinkDesk,
        AnswerDesk,
        LogWatch,
        OpenStreams,
        { provide: Authentications, useValue: authentications },
        { provide: Throttle, useValue: throttle },
        { provide: APP_GUARD, useValue: new AccessGuard(authentications, throttle, desk) },
        { provide: APP_GUARD, useValue: new QueryGuard() },
        { provide: APP_INTERCEPTOR, useValue: new AccessLogInterceptor(store.access, watch.accesses) },
        { provide: APP_INTERCEPTOR, useValue: new RepeatsInterceptor(store.keptAnswers) },
        { provide: APP_FILTER, useValue: new ProblemFilter(log, throttle) },
      ],
    };
  }
}
