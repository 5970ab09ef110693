import { claimWork, leaseWork, nextDue, ringDue, workCounts } from './claim-functions.sql';
import { definerFunctions, executable } from './function-rights';
import { beginSending, holdWork, settleMail } from './mail-functions.sql';
import { sqlMigration } from './sql-migration';
import { failWork, finishWork, postponeWork } from './work-functions.sql';

const seen =
  'id, county, instance, kind, due_at, state, fence, lease_until, lost, dispatch_no, bell_at, deadline, set_no, rung';
const written = 'state, fence, lease_until, lost, dispatch_no, bell_at, last_error';

/** What the engine does with work: ring, claim, finish; and the states of a mail. */
export const claimsMigration = sqlMigration('0006-claims', [
  ringDue,
  leaseWork,
  workCounts,
  nextDue,
  claimWork,
  finishWork,
  postponeWork,
  failWork,
  holdWork,
  beginSending,
  settleMail,
  `create policy across_counties on vuosikello.work_item to vuosikello_claims using (true) with check (true)`,
  `grant select (${seen}, last_error), update (${written}) on vuosikello.work_item to vuosikello_claims`,
  ...definerFunctions(['ring_due', 'lease_work', 'work_counts', 'next_due'], 'vuosikello_engine'),
  executable(
    ['claim_work', 'finish_work', 'postpone_work', 'fail_work', 'hold_work', 'begin_sending', 'settle_mail'],
    'vuosikello_engine',
  ),
]);
