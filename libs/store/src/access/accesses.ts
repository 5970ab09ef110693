import type { Instant } from '@app/domain';
import type { Database, Statement } from '../connection/database';
import { Joining } from '../connection/joining';
import type { Listed, Page } from '../workflows/workflow-store';
import type { Access, AccessEntry, AccessFilter, AccessStore } from './access-store';

const note: Statement = { name: 'note-access', text: 'select vuosikello.note_access($1)' };
const list: Statement = {
  text: `select id::text, county, vuosikello.instant(at) as at, actor, role, what, subject, how, filter, outcome
         from vuosikello.access_log
         where county = $1 and ($2::text is null or actor = $2) and ($3::text is null or what = $3) and ($4::text is null or subject = $4)
           and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6) and ($7::bigint is null or id < $7)
         order by access_log.id desc limit $8`,
};
const purge: Statement = { text: 'select vuosikello.purge_some_accesses($1, $2) as purged' };

type Row = Omit<AccessEntry, 'filter'> & { filter: string | null };

/** Who read or exported what. Whoever notes something while others are being written goes with the next ones. */
export class Accesses implements AccessStore {
  private readonly notes: Joining<Access, undefined>;

  constructor(private readonly database: Database) {
    this.notes = new Joining<Access, undefined>({
      lanes: 1,
      most: 500,
      group: () => '',
      run: async (batch) => {
        await this.database.query(note, [JSON.stringify(batch.map(rowOf))]);
        return batch.map(() => undefined);
      },
    });
  }

  note(access: Access): Promise<void> {
    return this.notes.do(access);
  }

  async list(
    county: string,
    { actor, what, subject, from, to }: AccessFilter,
    { limit, after }: Page,
  ): Promise<Listed<AccessEntry>> {
    const filters: (string | Instant | null)[] = [actor, what, subject, from, to].map((value) => value ?? null);
    const values = [county, ...filters, after ?? null, limit + 1];
    const rows = await this.database.inCounty(county, (query) => query<Row>(list, values));
    const items = rows.slice(0, limit).map(entryOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async purge(olderThanDays: number, most: number): Promise<number> {
    const [row] = await this.database.query<{ purged: number }>(purge, [olderThanDays, most]);
    return row?.purged ?? 0;
  }
}

function rowOf({ filter = {}, subject, outcome = 'given', ...access }: Access) {
  const kept = Object.entries(filter).map(([name, value]) => [name, storable(value)]);
  const narrowed = kept.length > 0 ? JSON.stringify(Object.fromEntries(kept)) : null;
  return { ...access, outcome, subject: subject && storable(subject), filter: narrowed };
}

/** Whoever asks for what cannot be an id is noted too: what PostgreSQL has no character for is replaced. */
function storable(text: string): string {
  return text.replaceAll(/\0|\p{Surrogate}/gu, '\ufffd');
}

function entryOf({ filter, ...row }: Row): AccessEntry {
  return { ...row, filter: filter === null ? null : (JSON.parse(filter) as Record<string, string>) };
}
