import type { Query, Statement } from '../connection/database';

// The name is that of "dispose_workflow".
const hold: Statement = {
  name: 'hold-files',
  text: `select pg_advisory_xact_lock_shared(hashtextextended('vuosikello.files.' || $1, 0))`,
};

/** Keeps disposals from taking files away until the transaction ends; before a file is kept that may be there already. */
export async function holdFiles(query: Query, county: string): Promise<void> {
  await query(hold, [county]);
}
