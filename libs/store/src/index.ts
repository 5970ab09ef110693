export { witnessKeys } from './log/witness-keys';
export { openStore } from './open-store';
export type { Connections, MigrationLevel, OpenOptions, Store } from './store';
export type { GivenCommand, StoreWatch } from './connection/watch';
export { migrate } from './schema/migrate';
export { MigrationBlockedError } from './schema/in-the-way';
export { openVirtualClock, setVirtualClock } from './clock/virtual-clock';
export { DatabaseAwayError, MigrationsPendingError, UnsafeRoleError } from './connection/errors';

export type {
  ChildOverview,
  CommandAnswer,
  CommandForesight,
  CommandRequest,
  EngineAnswer,
  EngineRequest,
  Foreseen,
  ForeseenStep,
  Listed,
  MigrationAnswer,
  MigrationRequest,
  MigrationResult,
  Page,
  StartAnswer,
  StartForesight,
  StartRequest,
  WorkflowFilter,
  WorkflowStore,
} from './workflows/workflow-store';
export {
  type AreaChangePayload,
  type ClaimedWork,
  type MailPayload,
  type TimerPayload,
  type WorkClaim,
  type WorkCounts,
  type WorkDepth,
  type WorkKind,
  workKinds,
  type WorkStore,
} from './work/work-store';
export {
  type Notification,
  type NotificationFilter,
  type NotificationState,
  notificationStates,
  type NotificationStore,
  type Resend,
  type ResendAnswer,
  type Sending,
  type Sent,
  type Settled,
  type Settlement,
} from './notifications/notification-store';
export type {
  Digest,
  DigestBegun,
  DigestCounts,
  DigestSending,
  DigestSettlement,
  DigestStore,
  Gathered,
  Gathering,
} from './digests/digest-store';
export type { MailHold, MailSwitch, Operation, OperationStore, Vitals } from './operations/operation-store';
export { everywhere } from './operations/operations';
export { type BackupFacts, backupFacts, RestoreRefusedError } from './backups/backup-facts';
export { MailJournal } from './backups/mail-journal';
export { dumpDatabase, noteBackup, type TakeTable } from './backups/dump';
export { type JournalEntry, type Restore, restoreDatabase } from './backups/load';
export { countSentUnknown } from './backups/sent-unknown';
export type { Imported, ImportedChange, RegisterStore } from './register/register-store';
export type { Erased, Erasure, ErasureAnswer, Kept, PersonStore, TextPlace } from './persons/person-store';
export { ErasedPersonError } from './connection/errors';
export type {
  ActivationAnswer,
  DraftAnswer,
  NewDraft,
  PlanActivation,
  PlanDraft,
  PlanRevision,
  PlanStore,
  YearClock,
} from './plans/plan-store';
export { type ApiKey, type KeyRole, keyRoles, type KeyStore, type NewKey } from './keys/key-store';
export type { DeskSession, DeskSessionStore } from './desk-sessions/desk-session-store';
export type { Owing } from './overviews/overview-store';
export type { UserStore } from './users/user-store';
export type { CountyLadders, LadderChange, LadderStore } from './ladders/ladder-store';
export type { LinkStore, NewLink, ResolvedLink } from './links/link-store';
export {
  type Calendar,
  type ListedCalendar,
  type CalendarNeeds,
  type CalendarScope,
  calendarScopes,
  type CalendarStore,
  type NewCalendar,
} from './calendars/calendar-store';
export type { DeliveryStore, HandedOver, Noted, NotedReport, SentMail } from './deliveries/delivery-store';
export {
  longestStandingDays,
  type NewStandingLink,
  type StandingLink,
  type StandingLinkStore,
} from './standing-links/standing-link-store';
export {
  type Access,
  type AccessEntry,
  type AccessFilter,
  type AccessKind,
  accessKinds,
  type AccessStore,
} from './access/access-store';
export type {
  AnswerRequest,
  AnswerStore,
  Draft,
  DraftChange,
  DraftFile,
  EarlierAnswer,
  HandOverRequest,
} from './answers/answer-store';
export { fitsDraft } from './answers/drafts';
export type { AttachRequest, DocumentNames, DocumentStore } from './documents/document-store';
export type { RecordFilter, RecordStore, RegisteredRecord } from './records/record-store';
export type { Disposable, Disposal, DisposalStore, Disposed, NotDisposed } from './disposals/disposal-store';
export type { DutyFilter, DutyList, DutyStore, RecordedEvidence } from './duties/duty-store';
export {
  type FourEyesSetting,
  type Proposal,
  type ProposedAnswer,
  proposalStates,
  type ProposalStore,
} from './proposals/proposal-store';
export type { NewSilence, Silence, SilenceAnswer, SilenceStore } from './silences/silence-store';
export type { ClosedTask, CloseTask, NewTask, Task, TaskFilter, TaskStore } from './tasks/task-store';
export type {
  Cosigned,
  CountyEvent,
  LoggedEvent,
  LogHead,
  LogRange,
  LogStore,
  ProvenEvent,
  Sequenced,
  Signed,
  SignedCheckpoint,
  Unsigned,
} from './log/log-store';
export { bundleLines, checkpointSigners } from './log/bundle-lines';
export { entryOf } from './log/entries';
export { judgeGrowth, type Refusal } from './log/judge-growth';
export { declareRestored, type Restored } from './log/declare-restored';
export { type Remembered, type SignedBefore, SignerMemory, SignerMemoryError } from './log/signer-memory';
export { UnreadableEventError } from './log/sequencing';
export type { ReplayReport, ReplayStore } from './replay/replay-store';
export type { EventFilter, EventPage, EventStore, KnownActor } from './events/event-store';
export type { Begun, BegunRequest, KeptAnswer, KeptAnswerStore, KeyedRequest } from './kept-answers/kept-answer-store';
export type { PastAnswer, PastMoment, PastStore } from './workflows/past-store';
export {
  type Attempted,
  type DeliveryFault,
  deliveryFaults,
  deliveryStates,
  offReasons,
  type Webhook,
  type WebhookClaim,
  type WebhookDelivery,
  type WebhookStore,
} from './webhooks/webhook-store';
export { webhookKey } from './webhooks/webhook-key';
export { webhookSecret } from './webhooks/webhook-secret';
