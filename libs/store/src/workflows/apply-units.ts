import type { Instant } from '@app/domain';
import { type EndedRow, type Instance, organisationsOf, type Unit, type WorkflowEvent } from '@app/workflows';
import { isRunning } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Column } from '../connection/array-literals';
import { literalsOf, textArray } from '../connection/array-literals';
import type { Query, Statement } from '../connection/database';
import { applyTasks, hasTasks } from '../tasks/apply-tasks';

export type Outcome = { outcome: 'applied' | 'replayed' | 'stale'; version: number };

/** Which unit a row belongs to, counted from one. */
type InUnit<Row> = { unit: number; row: Row };

const plain = <Row>(of: Column<Row>['of']): Column<Row> => ({ of, as: 'plain' });
const text = <Row>(of: Column<Row>['of']): Column<Row> => ({ of, as: 'text' });
const json = <Row>(of: Column<Row>['of']): Column<Row> => ({ of, as: 'json' });

// The order is that of the parameters of vuosikello.apply_units, see migrations/apply-units.sql.ts.
const unitColumns: Column<Unit>[] = [
  plain(({ at }) => at),
  plain(({ estimated }) => estimated),
  text(({ instance }) => instance.id),
  plain(({ expected }) => expected),
  plain(({ instance }) => instance.version),
  text(({ instance }) => instance.state),
  plain(({ instance }) => instance.status),
  json((unit) => (unit.snapshot = JSON.stringify(unit.instance))),
  text(({ instance }) => textArray(organisationsOf(instance))),
  plain(({ instance }) => nextDueAt(instance)),
  plain(({ instance }) => instance.endedOn),
];

const commandColumns: Column<Unit['commands'][number]>[] = [
  text(({ id }) => id),
  text(({ hash }) => hash),
  plain(({ version }) => version),
];

const startedColumns: Column<Unit['started'][number]>[] = [
  text(({ instance }) => instance.id),
  text(({ instance }) => instance.definition.name),
  plain(({ instance }) => instance.definition.version),
  plain(({ instance }) => instance.version),
  text(({ instance }) => instance.state),
  plain(({ instance }) => instance.status),
  json(({ instance }) => JSON.stringify(instance)),
  text(({ instance }) => instance.parent?.id ?? null),
  text(({ instance }) => instance.parent?.key ?? null),
  text(({ instance }) => textArray(organisationsOf(instance))),
  plain(({ origin }) => origin.year),
  text(({ origin }) => origin.entry),
  plain(({ instance }) => nextDueAt(instance)),
  plain(({ instance }) => instance.startedOn),
  plain(({ instance }) => instance.endedOn),
];

const eventColumns: Column<WorkflowEvent>[] = [
  text(({ stream }) => stream),
  plain(({ seq }) => seq),
  plain(({ kind }) => kind),
  text(({ type }) => type),
  text(({ actor }) => actor.id),
  plain(({ actor }) => actor.role),
  text(({ commandId }) => commandId),
  text(({ note }) => note ?? null),
  json(({ data }) => canonicalize(data) ?? 'null'),
];

const workColumns: Column<Unit['work'][number]>[] = [
  text(({ instance }) => instance),
  plain(({ kind }) => kind),
  plain(({ dueAt }) => dueAt),
  text(({ dedupeKey }) => dedupeKey),
  text(({ deadline }) => deadline),
  plain(({ setNo }) => setNo),
  text(({ rung }) => rung),
  json(({ payload }) => JSON.stringify(payload)),
];

const notificationColumns: Column<Unit['notifications'][number]>[] = [
  text(({ id }) => id),
  text(({ workflow }) => workflow),
  text(({ template }) => template),
  text(({ to }) => to.organisation),
  text(({ to }) => to.audience),
  text(({ deadline }) => deadline ?? null),
  plain(({ link }) => link ?? false),
  json(({ data }) => JSON.stringify(data)),
  plain(({ state }) => state),
];

const endedColumns: Column<Unit['ended'][number]>[] = [
  text(({ workflow }) => workflow),
  text(({ name }) => name),
  plain(belowOf),
];

const placeholders = Array.from({ length: valuesOf('', []).length }, (_, index) => `$${index + 1}`).join(', ');
const statement: Statement = {
  name: 'apply-units',
  text: `select outcome, version from vuosikello.apply_units(${placeholders}) order by unit`,
};

/**
 * Makes the units durable in one call: each one whole, or not at all where it is stale or its command was done before.
 * All are of one county, each of another workflow. Units with tasks are applied within a transaction: those are more calls.
 */
export async function applyUnits(query: Query, county: string, given: readonly Unit[]): Promise<Outcome[]> {
  // Workflows are locked in the order of their ids, so that two batches never wait for one another.
  const units = [...given].sort((a, b) => (a.instance.id < b.instance.id ? -1 : 1));
  const outcomes = await query<Outcome>(statement, valuesOf(county, units));
  const applied = units.filter((_, index) => outcomes[index]?.outcome === 'applied');
  if (applied.some(hasTasks)) await applyTasks(query, county, applied);
  const places = new Map(units.map(({ instance }, place) => [instance.id, place]));
  return given.map(({ instance }) => outcomes[places.get(instance.id) ?? -1] as Outcome);
}

function valuesOf(county: string, units: readonly Unit[]): string[] {
  return [
    county,
    ...literalsOf(units, unitColumns),
    ...rowsOf(units, ({ commands }) => commands, commandColumns),
    ...rowsOf(units, ({ started }) => started, startedColumns),
    ...rowsOf(units, ({ events }) => events, eventColumns),
    ...rowsOf(units, ({ work }) => work, workColumns),
    ...rowsOf(units, ({ notifications }) => notifications, notificationColumns),
    ...rowsOf(units, ({ ended }) => ended, endedColumns),
    ...rowsOf(units, ({ finished }) => finished, [plain((id: string) => id)]),
  ];
}

/** The rows of all units in columns, led by the numbers of the units they belong to. */
function rowsOf<Row>(
  units: readonly Unit[],
  rowsIn: (unit: Unit) => readonly Row[],
  columns: readonly Column<Row>[],
): string[] {
  const rows: InUnit<Row>[] = units.flatMap((unit, index) => rowsIn(unit).map((row) => ({ unit: index + 1, row })));
  const numbers = `{${rows.map(({ unit }) => unit).join(',')}}`;
  return [
    numbers,
    ...literalsOf(
      rows.map(({ row }) => row),
      columns,
    ),
  ];
}

/** How `vuosikello.end_deadline` is told what becomes of a deadline. */
function belowOf(ended: EndedRow): number | null {
  switch (ended.what) {
    case 'ended':
      return null;
    case 'moved':
      return ended.below;
    case 'paused':
      return 0;
    case 'continued':
      return -1;
    case 'readdressed':
      return -2;
  }
}

/** The earliest date that is still waited for, and for which time runs. */
export function nextDueAt({ deadlines }: Instance): Instant | null {
  let earliest: Instant | null = null;
  for (const deadline of Object.values(deadlines)) {
    if (isRunning(deadline) && (earliest === null || deadline.dueAt < earliest)) earliest = deadline.dueAt;
  }
  return earliest;
}
