import { leaseWorkOfOneCounty } from './claims-of-one-county.sql';
import { beginDigests, gatherMails, readDigests, settleDigests } from './digests-together.sql';
import { definerFunctions, executable } from './function-rights';
import { issueLinks, readNotifications, settleMails, settleNotifications } from './sent-together.sql';
import { sqlMigration } from './sql-migration';

/** Mails of one county are claimed, gathered, begun and ended by one statement each for all of them. */
export const sentTogetherMigration = sqlMigration('0039-sent-together', [
  `drop function vuosikello.gather_mails, vuosikello.gather_mail, vuosikello.begin_digests, vuosikello.begin_digest,
     vuosikello.settle_digests, vuosikello.settle_digest, vuosikello.settle_mails, vuosikello.settle_mail, vuosikello.settle_notification`,
  `drop function vuosikello.lease_work(bigint[], integer, integer)`,
  leaseWorkOfOneCounty,
  ...definerFunctions(['lease_work'], 'vuosikello_engine'),
  readNotifications,
  issueLinks,
  settleNotifications,
  settleMails,
  readDigests,
  gatherMails,
  beginDigests,
  settleDigests,
  executable(
    ['settle_notifications', 'settle_mails', 'gather_mails', 'begin_digests', 'settle_digests'],
    'vuosikello_engine',
  ),
]);
