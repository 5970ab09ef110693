import type { EntityManager } from '@mikro-orm/postgresql';
import type { RegisterRows } from './register-rows';

const columns = {
  county: ['name', 'cases', 'languages', 'registry', 'closes', 'interfaces', 'changes'],
  organisation: [
    'place',
    'kind',
    'form',
    'name',
    'cases',
    'languages',
    'registry',
    'closes',
    'answers',
    'part_of',
    'valid_from',
    'valid_to',
  ],
  body: [
    'place',
    'part_of',
    'name',
    'presenter',
    'materials_days_before',
    'extract_days_after',
    'meetings',
    'valid_from',
    'valid_to',
  ],
  contact: ['place', 'name', 'email', 'part_of', 'language', 'roles', 'interfaces', 'valid_from', 'valid_to'],
} as const;

type Table = Exclude<keyof typeof columns, 'county'>;

/** Writes the county's own row. */
export async function writeCounty(em: EntityManager, county: RegisterRows['county']): Promise<void> {
  await em.execute(upsert('county', ['code']), [JSON.stringify([county])]);
}

/**
 * Writes rows of one table in one statement, and removes others in one. Rows as entities would be written one by one: for the twenty
 * thousand contacts of a large county that took half a minute.
 */
export async function writeRows(
  em: EntityManager,
  table: Table,
  { written, removed }: { written: readonly object[]; removed: readonly string[] },
): Promise<void> {
  // The county that is set decides which rows there are.
  if (removed.length > 0) {
    const gone = `delete from vuosikello.${table} where id in (select json_array_elements_text(?::json))`;
    await em.execute(gone, [JSON.stringify(removed)]);
  }
  if (written.length > 0) await em.execute(upsert(table, ['county', 'id']), [JSON.stringify(written)]);
}

function upsert(table: keyof typeof columns, key: readonly string[]): string {
  const all = [...key, ...columns[table]].join(', ');
  return `insert into vuosikello.${table} (${all})
    select ${all} from json_populate_recordset(null::vuosikello.${table}, ?::json)
    on conflict (${key.join(', ')}) do update set ${columns[table].map((column) => `${column} = excluded.${column}`).join(', ')}`;
}
