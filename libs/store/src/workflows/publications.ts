import type { BegunRow, Following, Json, Publication, PublicationRow, Unit } from '@app/workflows';
import type { Column } from '../connection/array-literals';
import { literalsOf } from '../connection/array-literals';
import type { Query, Statement } from '../connection/database';

const read: Statement = {
  name: 'read-publications',
  text: 'select topic, workflow, seq, data, ord from vuosikello.read_publications($1, $2)',
};
const publish: Statement = {
  name: 'publish',
  text: 'select vuosikello.publish($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
};

type PublishedRow = PublicationRow & { at: string };

const plain = <Row>(of: Column<Row>['of']): Column<Row> => ({ of, as: 'plain' });
const text = <Row>(of: Column<Row>['of']): Column<Row> => ({ of, as: 'text' });

// The order is that of the parameters of vuosikello.publish, see migrations/publications.sql.ts.
const begunColumns: Column<BegunRow>[] = [
  text(({ workflow }) => workflow),
  text(({ topic }) => topic),
  text(({ command }) => command),
  plain(({ seen }) => seen),
];
const endedColumns: Column<Following['ended'][number]>[] = [
  text(({ workflow }) => workflow),
  text(({ topic }) => topic),
];
const publishedColumns: Column<PublishedRow>[] = [
  text(({ workflow }) => workflow),
  text(({ topic }) => topic),
  plain(({ seq }) => seq),
  { of: ({ data }) => JSON.stringify(data), as: 'json' },
  plain(({ at }) => at),
];

/** What stands published on the topics, the oldest first; within a transaction nobody else publishes on them until it ends. */
export async function readPublications(
  query: Query,
  county: string,
  topics: readonly string[],
): Promise<Publication[]> {
  const rows = await query<Omit<Publication, 'data'> & { data: string }>(read, [county, topics]);
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Json }));
}

/** Whether a unit changes who follows what, or publishes something. */
export function publishes({ publications, following }: Unit): boolean {
  return publications.length + following.begun.length + following.ended.length > 0;
}

/**
 * Stores who follows what after the units, and tells what they publish to its followers; in the transaction that has applied them.
 * @throws where something was published on a topic since it was looked at for its new followers (`isOvertaken`)
 */
export async function publishUnits(query: Query, county: string, units: readonly Unit[]): Promise<void> {
  if (!units.some(publishes)) return;
  const begun = units.flatMap(({ following }) => following.begun);
  if (begun.some(({ seen }) => seen === null)) throw new Error('A topic is followed that nobody has looked at');
  await query(publish, [
    county,
    ...literalsOf(begun, begunColumns),
    ...literalsOf(
      units.flatMap(({ following }) => following.ended),
      endedColumns,
    ),
    ...literalsOf(
      units.flatMap(({ at, publications }) => publications.map((row) => ({ ...row, at }))),
      publishedColumns,
    ),
  ]);
}

/** Whether storing failed because something was published meanwhile: to be decided again. */
export function isOvertaken(error: unknown): boolean {
  return (error as { code?: unknown }).code === '40001';
}
