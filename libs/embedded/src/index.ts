export { startPostgres, postgresOf, type EmbeddedPostgres, type StartOptions } from './postgres';
export { PostgresStartError, PostgresStopError, DatabaseError, type StartFailure } from './postgres-errors';
export type { PostgresUser } from './secrets';
export { startInbox, type Inbox, type InboxOptions, type SmtpFault } from './inbox';
export type { InboxSession, SmtpOutcome, SmtpRefusal, SmtpStage } from './smtp-listener';
export type { InboxMessage } from './inbox-message';
