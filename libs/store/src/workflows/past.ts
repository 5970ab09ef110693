import type { Instant } from '@app/domain';
import { foldStored, type Instance, organisationsOf, type WorkflowEvent } from '@app/workflows';
import type { Database, Query, Statement } from '../connection/database';
import { type EventRow, eventOf } from './event-rows';
import type { PastAnswer, PastMoment, PastStore } from './past-store';
import type { ChildOverview } from './workflow-store';

const readPlaces: Statement = {
  text: `select id, parent, parent_key as "parentKey", definition as name, definition_version as version
         from vuosikello.workflow where county = $1 and (id = $2 or ($3 and parent = $2)) order by id`,
};
const readStreams: Statement = {
  text: `select e.stream, e.seq, e.kind, e.type, vuosikello.instant(e.at) as at, e.actor, e.role, e.command_id, e.note, e.body,
                l.position::float8
         from vuosikello.event e
         left join vuosikello.log_leaf l on l.county = e.county and l.stream = e.stream and l.seq = e.seq
         where e.county = $1 and e.stream = any ($2) order by e.stream, e.seq`,
};

type PlaceRow = { id: string; parent: string | null; parentKey: string | null; name: string; version: number };
type Row = Omit<EventRow, 'body'> & { body: string | null; position: number | null };

/** Workflows as they stood at a moment, with their children as they stood then. */
export class Past implements PastStore {
  constructor(private readonly database: Database) {}

  async read(
    county: string,
    id: string,
    moment: PastMoment,
    { children: withChildren = true } = {},
  ): Promise<PastAnswer> {
    return this.database.inCounty(county, async (query) => {
      const places = await query<PlaceRow>(readPlaces, [county, id, withChildren]);
      const place = places.find((one) => one.id === id);
      if (!place) return { outcome: 'not-found' };
      const streams = await streamsOf(query, county, places);
      const then = stateAt(county, place, streams.get(id) ?? [], moment);
      if (then.outcome !== 'known') return then;
      const children = places
        .filter((child) => child.id !== id)
        .flatMap((child) => overviewAt(county, child, streams.get(child.id) ?? [], moment));
      return { ...then, children };
    });
  }
}

async function streamsOf(query: Query, county: string, places: readonly PlaceRow[]): Promise<Map<string, Row[]>> {
  const rows = await query<Row>(readStreams, [county, places.map((place) => place.id)]);
  const streams = new Map(places.map(({ id }): [string, Row[]] => [id, []]));
  for (const row of rows) streams.get(row.stream)?.push(row);
  return streams;
}

type Then = { outcome: 'known'; instance: Instance; at: Instant } | Exclude<PastAnswer, { outcome: 'known' }>;

function stateAt(
  county: string,
  { id, parent, parentKey, name, version }: PlaceRow,
  rows: Row[],
  moment: PastMoment,
): Then {
  const [first] = rows;
  if (!first) return { outcome: 'not-found' };
  const upTo = wholeSteps(rows, moment);
  const last = rows[upTo - 1];
  if (!last) return { outcome: 'not-begun', startedAt: first.at };
  const events = readable(rows);
  if (!events) return { outcome: 'gone' };
  const place = { id, county, parent: parent === null ? null : { id: parent, key: parentKey ?? '' } };
  const { instance } = foldStored({ name, version }, place, events, upTo);
  return { outcome: 'known', instance, at: last.at };
}

/** How many events there were when the last step ended that was whole by then: each step is one fact, and what followed from it. */
function wholeSteps(rows: readonly Row[], moment: PastMoment): number {
  const isPast = ({ position, at }: Row) =>
    'at' in moment ? at <= moment.at : position !== null && position <= moment.position;
  const firstAfter = rows.findIndex((row) => !isPast(row));
  if (firstAfter < 0) return rows.length;
  const lastFact = rows.slice(0, firstAfter + 1).findLastIndex(({ kind }) => kind === 'fact');
  return Math.max(lastFact, 0);
}

/** Undefined where the content of one has been disposed of. */
function readable(rows: readonly Row[]): WorkflowEvent[] | undefined {
  const events = rows.flatMap((row) => (row.body === null ? [] : [eventOf({ ...row, body: row.body })]));
  return events.length === rows.length ? events : undefined;
}

function overviewAt(county: string, place: PlaceRow, rows: Row[], moment: PastMoment): ChildOverview[] {
  const then = stateAt(county, place, rows, moment);
  if (then.outcome !== 'known') return [];
  const { instance } = then;
  const { id, definition, state, status } = instance;
  const organisation = organisationsOf(instance)[0] ?? null;
  return [{ id, key: place.parentKey ?? '', definition, state, status, organisation, instance }];
}
