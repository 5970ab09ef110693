import { clockMigration } from './0001-clock.migration';
import { registerMigration } from './0002-register.migration';
import { workflowsMigration } from './0003-workflows.migration';
import { workMigration } from './0004-work.migration';
import { commandsMigration } from './0005-commands.migration';
import { claimsMigration } from './0006-claims.migration';
import { keysAndLinksMigration } from './0007-keys-and-links.migration';
import { datedRegisterMigration } from './0008-dated-register.migration';
import { datedRolesMigration } from './0009-dated-roles.migration';
import { planRevisionsMigration } from './0010-plan-revisions.migration';
import { dutiesMigration } from './0011-duties.migration';
import { calendarsMigration } from './0012-calendars.migration';
import { areaChangesMigration } from './0013-area-changes.migration';
import { pausedMailMigration } from './0014-paused-mail.migration';
import { publicationsMigration } from './0015-publications.migration';
import { caseNumberPatternsMigration } from './0016-case-number-patterns.migration';
import { claimedDefinitionsMigration } from './0017-claimed-definitions.migration';
import { documentsMigration } from './0018-documents.migration';
import { digestsMigration } from './0019-digests.migration';
import { sendingTurnsMigration } from './0020-sending-turns.migration';
import { tasksMigration } from './0021-tasks.migration';
import { answerDraftsMigration } from './0022-answer-drafts.migration';
import { standingLinksMigration } from './0023-standing-links.migration';
import { laddersMigration } from './0024-ladders.migration';
import { resentAndSilencedMailMigration } from './0025-resent-and-silenced-mail.migration';
import { messageNamesMigration } from './0026-message-names.migration';
import { logMigration } from './0027-log.migration';
import { recordsMigration } from './0029-records.migration';
import { personsMigration } from './0030-persons.migration';
import { operatingMigration } from './0031-operating.migration';
import { guardMigration } from './0032-guard.migration';
import { webhooksMigration } from './0033-webhooks.migration';
import { requestsMigration } from './0034-requests.migration';
import { deskMigration } from './0036-desk.migration';
import { sentTogetherMigration } from './0039-sent-together.migration';
import { watchingMigration } from './0040-watching.migration';
import { restoresAndPortionsMigration } from './0041-restores-and-portions.migration';

/** In the order in which they run. What has been released is never changed: a change is a new migration at the end. */
export const migrations = [
  clockMigration,
  registerMigration,
  workflowsMigration,
  workMigration,
  commandsMigration,
  claimsMigration,
  keysAndLinksMigration,
  datedRegisterMigration,
  datedRolesMigration,
  planRevisionsMigration,
  dutiesMigration,
  calendarsMigration,
  areaChangesMigration,
  pausedMailMigration,
  publicationsMigration,
  caseNumberPatternsMigration,
  claimedDefinitionsMigration,
  documentsMigration,
  digestsMigration,
  sendingTurnsMigration,
  tasksMigration,
  answerDraftsMigration,
  standingLinksMigration,
  laddersMigration,
  resentAndSilencedMailMigration,
  messageNamesMigration,
  logMigration,
  recordsMigration,
  personsMigration,
  operatingMigration,
  guardMigration,
  webhooksMigration,
  requestsMigration,
  deskMigration,
  sentTogetherMigration,
  watchingMigration,
  restoresAndPortionsMigration,
];
