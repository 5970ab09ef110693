import type { EntityManager } from '@mikro-orm/postgresql';
import type { RegisterRows } from './register-rows';

const columns = {
  county: ['name', 'cases', 'languages', 'registry', 'closes', 'case_number_pattern', 'interfaces', 'changes'],
  organisation: [
    'place',
    'kind',
    'form',
    'name',
    'cases',
    'languages',
    'registry',
    'closes',
    'case_number_pattern',
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

/** So that one statement stays far below the time limit on statements. */
const batchSize = 5_000;

type Table = Exclude<keyof typeof columns, 'county'>;

/** Writes the county's own row. */
export async function writeCounty(em: EntityManager, county: RegisterRows['county']): Promise<void> {
  await em.execute(upsert('county', ['code']), [JSON.stringify([county])]);
}

/**
 * Writes rows of one table, and removes others, set-wise. Side by side on a busy machine 5,000 organisations and 20,000 contacts were
 * imported in 2.7 s, while the contacts alone, flushed as entities, took 10 s when new and 14 s when changed.
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
  for (let first = 0; first < written.length; first += batchSize) {
    await em.execute(upsert(table, ['county', 'id']), [JSON.stringify(written.slice(first, first + batchSize))]);
  }
}

function upsert(table: keyof typeof columns, key: readonly string[]): string {
  const all = [...key, ...columns[table]].join(', ');
  return `insert into vuosikello.${table} (${all})
    select ${all} from json_populate_recordset(null::vuosikello.${table}, ?::json)
    on conflict (${key.join(', ')}) do update set ${columns[table].map((column) => `${column} = excluded.${column}`).join(', ')}`;
}
