import { asOwner, inTransaction, rowsOf } from './owner-session';

// A mail that the backup does not know at all became owed and left after it.
const unknown = `
  select count(*)::integer as count
  from vuosikello.sent_before s left join vuosikello.notification m on m.county = s.county and m.id = s.notification
  where case when m.id is null then s.at >= $1::timestamptz else m.state in ('queued', 'deferred', 'sending', 'unknown') end`;

/**
 * Of a database that was just restored: how many mails the journal knows to have left, and the backup does not. `takenAt` is the backup's
 * moment, business time. @throws DatabaseAwayError
 */
export async function countSentUnknown(ownerUrl: string, takenAt: string): Promise<number> {
  return asOwner(ownerUrl, 'vuosikello-restore', (owner) =>
    inTransaction(owner, 'begin transaction read only', async () => {
      // Reads all counties.
      await owner.query('set local role vuosikello_backup');
      const [row] = await rowsOf<{ count: number }>(owner, unknown, [takenAt]);
      return row?.count ?? 0;
    }),
  );
}
