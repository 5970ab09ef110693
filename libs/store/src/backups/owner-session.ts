import { Client } from 'pg';
import { asStoreError } from '../connection/errors';

const connectLimitMs = 10_000;

/** Names that the sessions of a backup and of a restore go by. */
type OwnerTask = 'vuosikello-backup' | 'vuosikello-restore';

/** One session as the owner of the tables, for work that takes its time. @throws DatabaseAwayError */
export async function asOwner<T>(ownerUrl: string, task: OwnerTask, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({
    connectionString: ownerUrl,
    application_name: task,
    connectionTimeoutMillis: connectLimitMs,
    // What is written as text by one server is read by another.
    options: '-c jit=off -c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c statement_timeout=0',
  });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    return await work(owner);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    await owner.end();
  }
}

/** The session's last transaction. What throws ends the session, and the server rolls back: a COPY cut short takes no more statements. */
export async function inTransaction<T>(owner: Client, begin: string, work: () => Promise<T>): Promise<T> {
  await owner.query(begin);
  const result = await work();
  await owner.query('commit');
  return result;
}

export async function rowsOf<Row>(owner: Client, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query(text, values)).rows as Row[];
}
