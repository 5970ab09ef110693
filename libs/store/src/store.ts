import type { Instant } from '@app/domain';
import type { AccessStore } from './access/access-store';
import type { AnswerStore } from './answers/answer-store';
import type { CalendarStore } from './calendars/calendar-store';
import type { DeskSessionStore } from './desk-sessions/desk-session-store';
import type { DigestStore } from './digests/digest-store';
import type { DeliveryStore } from './deliveries/delivery-store';
import type { DisposalStore } from './disposals/disposal-store';
import type { DocumentStore } from './documents/document-store';
import type { DutyStore } from './duties/duty-store';
import type { EventStore } from './events/event-store';
import type { KeptAnswerStore } from './kept-answers/kept-answer-store';
import type { KeyStore } from './keys/key-store';
import type { LadderStore } from './ladders/ladder-store';
import type { LinkStore } from './links/link-store';
import type { LogStore } from './log/log-store';
import type { NotificationStore } from './notifications/notification-store';
import type { OperationStore } from './operations/operation-store';
import type { OverviewStore } from './overviews/overview-store';
import type { PersonStore } from './persons/person-store';
import type { PlanStore } from './plans/plan-store';
import type { ProposalStore } from './proposals/proposal-store';
import type { RecordStore } from './records/record-store';
import type { RegisterStore } from './register/register-store';
import type { ReplayStore } from './replay/replay-store';
import type { SilenceStore } from './silences/silence-store';
import type { TaskStore } from './tasks/task-store';
import type { StandingLinkStore } from './standing-links/standing-link-store';
import type { UserStore } from './users/user-store';
import type { WebhookStore } from './webhooks/webhook-store';
import type { WorkStore } from './work/work-store';
import type { PastStore } from './workflows/past-store';
import type { WorkflowStore } from './workflows/workflow-store';
import type { StoreWatch } from './connection/watch';

/** Everything that is recorded. PostgreSQL is the only record; each method is one transaction. */
export type Store = {
  close(): Promise<void>;
  /** @throws DatabaseAwayError */
  ping(): Promise<void>;
  /** Business time: the database's clock, or the virtual one of a demo or test. */
  now(): Promise<Instant>;
  /** Connections of the pool, and callers that wait for one. */
  connections(): Connections;
  /** The last migration that this software knows, and the last that the database has. @throws DatabaseAwayError */
  migrationLevel(): Promise<MigrationLevel>;
  register: RegisterStore;
  plans: PlanStore;
  keys: KeyStore;
  users: UserStore;
  /** Answers to requests with an Idempotency-Key. */
  keptAnswers: KeptAnswerStore;
  links: LinkStore;
  ladders: LadderStore;
  standingLinks: StandingLinkStore;
  calendars: CalendarStore;
  workflows: WorkflowStore;
  overviews: OverviewStore;
  /** Who is at the desk in a browser. */
  deskSessions: DeskSessionStore;
  documents: DocumentStore;
  answers: AnswerStore;
  work: WorkStore;
  notifications: NotificationStore;
  proposals: ProposalStore;
  silences: SilenceStore;
  digests: DigestStore;
  tasks: TaskStore;
  deliveries: DeliveryStore;
  /** The log that proves itself, one for each county. */
  log: LogStore;
  replay: ReplayStore;
  duties: DutyStore;
  events: EventStore;
  past: PastStore;
  records: RecordStore;
  disposals: DisposalStore;
  access: AccessStore;
  operations: OperationStore;
  persons: PersonStore;
  /** Where events go out to. */
  webhooks: WebhookStore;
};

/** How many connections are open, how many of those are idle, and how many callers wait for one. */
export type Connections = { open: number; idle: number; waiting: number };

export type MigrationLevel = { known: string; applied: string };

export type OpenOptions = {
  databaseUrl: string;
  /** Shown by the database's own views of its connections. */
  applicationName: string;
  /** Connections at most; 8 unless told otherwise. One more is used while `work.listen` runs. */
  poolSize?: number | undefined;
  /** Who counts and traces; nobody unless given. */
  watch?: StoreWatch | undefined;
};
