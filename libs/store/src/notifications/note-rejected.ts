import { type FailedMail, noteFailure } from '../deliveries/note-failure';
import { saysAddressIsDead } from '@app/domain';
import type { Query, Statement } from '../connection/database';
import { openTask } from '../tasks/task-steps';

const readMails: Statement = {
  text: `select id, workflow, organisation, contact from vuosikello.notification
         where county = $1 and (id = $2 or digest = $2) and state = 'rejected' order by id`,
};

/** The enhanced status stands right behind the reply's code (RFC 2034): elsewhere such digits are part of an address or of a text. */
const statusOf = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\s/;

/**
 * What follows from a mail that is rejected, in the transaction in which it is: a person has to look at it. Where the other server has
 * said at once what would have come as a report (there is no such address), that is recorded as of a report. `id` is a notification's or a
 * digest's.
 */
export async function noteRejected(query: Query, county: string, id: string, reply: string): Promise<void> {
  const said = statusOf.exec(reply)?.[1];
  const status = said !== undefined && saysAddressIsDead(said) ? said : undefined;
  for (const mail of await query<FailedMail>(readMails, [county, id])) {
    if (status === undefined) await openUndelivered(query, county, mail);
    else await noteFailure(query, county, mail, { status, addresses: null });
  }
}

async function openUndelivered(query: Query, county: string, mail: FailedMail): Promise<void> {
  const { id: notification, workflow, organisation } = mail;
  await openTask(
    query,
    { county, kind: 'mail-undelivered', key: `mail-undelivered/${notification}`, workflow, notification, organisation },
    { actor: { id: 'clock', role: 'clock' }, commandId: `rejected:${notification}` },
  );
}
