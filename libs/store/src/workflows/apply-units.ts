import type { WorkflowEvent } from '@app/workflows';
import { definitionOf, type Instance } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Query, Statement } from '../connection/database';
import type { Unit } from './unit';

export type Outcome = { outcome: 'applied' | 'replayed' | 'stale'; version: number };

type Column<Row> = (row: Row) => unknown;

// The order is that of the parameters of vuosikello.apply_units, see migrations/apply-units.sql.ts.
const unitColumns: Column<Unit>[] = [
  ({ at }) => at,
  ({ instance }) => instance.id,
  ({ expected }) => expected,
  ({ instance }) => instance.version,
  ({ instance }) => instance.state,
  ({ instance }) => instance.status,
  ({ instance, expected }) => (expected > 0 ? JSON.stringify(instance) : null),
  ({ instance }) => arrayLiteral(organisationsOf(instance)),
  ({ instance }) => nextDueAt(instance),
  ({ instance }) => instance.endedOn,
];

const commandColumns: Column<Unit['commands'][number]>[] = [({ id }) => id, ({ hash }) => hash, ({ version }) => version];

const startedColumns: Column<Unit['started'][number]>[] = [
  ({ instance }) => instance.id,
  ({ instance }) => instance.definition.name,
  ({ instance }) => instance.definition.version,
  ({ instance }) => instance.version,
  ({ instance }) => instance.state,
  ({ instance }) => instance.status,
  ({ instance }) => JSON.stringify(instance),
  ({ instance }) => instance.parent?.id ?? null,
  ({ instance }) => instance.parent?.key ?? null,
  ({ instance }) => arrayLiteral(organisationsOf(instance)),
  ({ origin }) => origin.year,
  ({ origin }) => origin.entry,
  ({ instance }) => nextDueAt(instance),
  ({ instance }) => instance.startedOn,
  ({ instance }) => instance.endedOn,
];

const eventColumns: Column<WorkflowEvent>[] = [
  ({ stream }) => stream,
  ({ seq }) => seq,
  ({ kind }) => kind,
  ({ type }) => type,
  ({ actor }) => actor.id,
  ({ actor }) => actor.role,
  ({ commandId }) => commandId,
  ({ note }) => note ?? null,
  ({ data }) => canonicalize(data) ?? 'null',
];

const workColumns: Column<Unit['work'][number]>[] = [
  ({ instance }) => instance,
  ({ kind }) => kind,
  ({ dueAt }) => dueAt,
  ({ dedupeKey }) => dedupeKey,
  ({ deadline }) => deadline,
  ({ setNo }) => setNo,
  ({ rung }) => rung,
  ({ payload }) => JSON.stringify(payload),
];

const notificationColumns: Column<Unit['notifications'][number]>[] = [
  ({ id }) => id,
  ({ workflow }) => workflow,
  ({ template }) => template,
  ({ to }) => to.organisation,
  ({ to }) => to.audience,
  ({ deadline }) => deadline ?? null,
  ({ link }) => link ?? false,
  ({ data }) => JSON.stringify(data),
  ({ state }) => state,
];

const endedColumns: Column<Unit['ended'][number]>[] = [({ workflow }) => workflow, ({ name }) => name, ({ below }) => below];

const placeholders = Array.from({ length: valuesOf('', []).length }, (_, index) => `$${index + 1}`).join(', ');
const statement: Statement = {
  name: 'apply-units',
  text: `select outcome, version from vuosikello.apply_units(${placeholders}) order by unit`,
};

/**
 * Makes the units durable in one call: each one whole, or not at all where it is stale or its command was done before.
 * All are of one county, each of another workflow.
 */
export async function applyUnits(query: Query, county: string, given: readonly Unit[]): Promise<Outcome[]> {
  // Workflows are locked in the order of their ids, so that two batches never wait for one another.
  const units = [...given].sort((a, b) => (a.instance.id < b.instance.id ? -1 : 1));
  const outcomes = await query<Outcome>(statement, valuesOf(county, units));
  const places = new Map(units.map(({ instance }, place) => [instance.id, place]));
  return given.map(({ instance }) => outcomes[places.get(instance.id) ?? -1] as Outcome);
}

function valuesOf(county: string, units: readonly Unit[]): unknown[] {
  return [
    county,
    ...unitColumns.map((column) => units.map(column)),
    ...columnsOf(units, ({ commands }) => commands, commandColumns),
    ...columnsOf(units, ({ started }) => started, startedColumns),
    ...columnsOf(units, ({ events }) => events, eventColumns),
    ...columnsOf(units, ({ work }) => work, workColumns),
    ...columnsOf(units, ({ notifications }) => notifications, notificationColumns),
    ...columnsOf(units, ({ ended }) => ended, endedColumns),
    ...columnsOf(units, ({ finished }) => finished, [(id) => id]),
  ];
}

/** A table of rows as its columns, each row led by the number of its unit. */
function columnsOf<Row>(units: readonly Unit[], rowsOf: (unit: Unit) => readonly Row[], columns: readonly Column<Row>[]): unknown[][] {
  const numbers: number[] = [];
  const table: unknown[][] = columns.map(() => []);
  units.forEach((unit, index) => {
    for (const row of rowsOf(unit)) {
      numbers.push(index + 1);
      columns.forEach((column, place) => table[place]?.push(column(row)));
    }
  });
  return [numbers, ...table];
}

/** The organisations concerned by a workflow as it stands. */
export function organisationsOf(instance: Instance): string[] {
  return definitionOf(instance.definition).concerns(instance.context as never);
}

/** The earliest date that is still waited for. */
export function nextDueAt({ deadlines }: Instance): string | null {
  const running = Object.values(deadlines).filter(({ status }) => status === 'open' || status === 'passed');
  return running.map(({ dueAt }) => dueAt).sort()[0] ?? null;
}

/** An array inside an array: PostgreSQL takes it as text. */
function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
