import type { Text } from '@app/domain';
import type { StreamFacts } from '@app/workflows';
import type { Query, Statement } from '../connection/database';

const readWorkflows: Statement = {
  name: 'event-workflows',
  text: `select id, definition as name, definition_version as version from vuosikello.workflow where county = $1 and id = any ($2)`,
};
const readNotifications: Statement = {
  name: 'event-notifications',
  text: `select id, template, organisation, audience from vuosikello.notification where county = $1 and id = any ($2)`,
};
const readTasks: Statement = {
  name: 'event-tasks',
  text: `select id, kind, organisation from vuosikello.task where county = $1 and id = any ($2)`,
};
// Whom a request was for says its first event, and whoever took it over; each stream is looked up on its own.
const readAsked: Statement = {
  name: 'event-asked',
  text: `select e.stream, e.seq, e.body::json ->> 'organisation' as organisation, e.body::json -> 'title' as title
         from unnest($2::text[]) as s (stream)
         cross join lateral (
           select e.stream, e.seq, e.body from vuosikello.event e
           where e.county = $1 and e.stream = s.stream and (e.seq = 1 or e.type in ('RequestTakenOver', 'HandlingTakenOver'))
           offset 0) e
         order by e.stream, e.seq`,
};

type AskedRow = { stream: string; seq: number; organisation: string | null; title: Text | null };
type Row<Fields> = Fields & { id: string };

/** Definitions whose workflows are about one organisation that the first event names. */
const asking = new Set(['information-request', 'board-handling']);

/** Finds out what the streams are, all together; `of` then says it of one as it was at an event. */
export async function factsOfStreams(
  query: Query,
  county: string,
  streams: readonly string[],
): Promise<(stream: string, seq: number) => StreamFacts> {
  const workflows = byId(await query<Row<{ name: string; version: number }>>(readWorkflows, [county, streams]));
  const asked = await whoIsAsked(
    query,
    county,
    streams.filter((stream) => asking.has(workflows.get(stream)?.name ?? '')),
  );
  const others = streams.filter((stream) => !workflows.has(stream));
  const read = async <Fields>(statement: Statement) =>
    byId(others.length === 0 ? [] : await query<Row<Fields>>(statement, [county, others]));
  const mails = await read<NonNullable<StreamFacts['mail']>>(readNotifications);
  const tasks = await read<NonNullable<StreamFacts['task']>>(readTasks);
  const factsAt = (stream: string, then: Asked | undefined): StreamFacts => {
    const definition = workflows.get(stream);
    const mail = mails.get(stream);
    const task = tasks.get(stream);
    return {
      definition: definition ? { name: definition.name, version: definition.version } : null,
      ...(then && { asked: { organisation: then.organisation, title: then.title } }),
      ...(mail && { mail: { template: mail.template, organisation: mail.organisation, audience: mail.audience } }),
      ...(task && { task: { kind: task.kind, organisation: task.organisation } }),
    };
  };
  // Most streams are about the same from their first event on: what is known of them is said once.
  const said = new Map<string, { since: Asked | undefined; facts: StreamFacts }>();
  return (stream, seq) => {
    const since = asked.get(stream)?.findLast((row) => row.seq <= seq);
    const before = said.get(stream);
    if (before && before.since === since) return before.facts;
    const facts = factsAt(stream, since);
    said.set(stream, { since, facts });
    return facts;
  };
}

type Asked = { seq: number; organisation: string; title: Text | null };

async function whoIsAsked(query: Query, county: string, streams: readonly string[]): Promise<Map<string, Asked[]>> {
  const asked = new Map<string, Asked[]>();
  if (streams.length === 0) return asked;
  for (const { stream, seq, organisation, title } of await query<AskedRow>(readAsked, [county, streams])) {
    // Disposed of: nobody knows any more whom it was for.
    if (organisation === null) continue;
    const before = asked.get(stream) ?? [];
    asked.set(stream, [...before, { seq, organisation, title: title ?? before.at(-1)?.title ?? null }]);
  }
  return asked;
}

function byId<Fields>(rows: readonly Row<Fields>[]): Map<string, Row<Fields>> {
  return new Map(rows.map((row) => [row.id, row]));
}
