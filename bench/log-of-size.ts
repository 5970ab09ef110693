import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRegister } from '@app/domain';
import { migrate, openStore } from '@app/store';
import type { WorkflowEvent } from '@app/workflows';
import canonicalize from 'canonicalize';
import { Client } from 'pg';
import { parse } from 'yaml';

type Golden = { definition: { name: string; version: number }; histories: { events: WorkflowEvent[] }[] };

const root = join(__dirname, '..', '..');
const county = '09';

/**
 * A county whose log has at least so many events: the recorded histories of every definition over and over, and the mails that they owe,
 * each sent and accepted. @returns how many there are
 */
export async function fillCounty(
  urls: { superuser: string; owner: string; app: string; login: string },
  events: number,
): Promise<number> {
  await migrate(urls.owner, { appLogins: [urls.login], engineLogins: [] });
  const store = await openStore({ databaseUrl: urls.app, applicationName: 'bench' });
  const { register } = parseRegister(parse(readFileSync(join(root, 'data/paijat-hame-organisations.yaml'), 'utf8')));
  if (!register) throw new Error('The register of the example area does not parse');
  await store.register.import(register);
  await store.close();
  const client = new Client({ connectionString: urls.superuser });
  await client.connect();
  try {
    let written = 0;
    for (let copy = 0; written < events; copy += 1) written += await writeCopy(client, copy);
    await client.query(
      `insert into vuosikello.log_leaf (county, position, stream, seq, content_hash, leaf_hash)
         select county, row_number() over (order by xid, ord) - 1, stream, seq, sha256(convert_to(body, 'UTF8')), sha256(convert_to(body, 'UTF8'))
         from vuosikello.event`,
    );
    await client.query('analyze');
    return written;
  } finally {
    await client.end();
  }
}

const goldens = () =>
  readdirSync(join(root, 'test/golden')).map(
    (file) => JSON.parse(readFileSync(join(root, 'test/golden', file), 'utf8')) as Golden,
  );

async function writeCopy(client: Client, copy: number): Promise<number> {
  let written = 0;
  for (const { definition, histories } of goldens())
    for (const [index, { events }] of histories.entries())
      written += await writeHistory(client, `${county}.${definition.name}-${copy}-${index}`, definition, events);
  return written;
}

async function writeHistory(
  client: Client,
  id: string,
  { name, version }: Golden['definition'],
  events: readonly WorkflowEvent[],
): Promise<number> {
  await client.query(
    `insert into vuosikello.workflow (county, id, definition, definition_version, version, state, status, snapshot, organisations, started_on)
       values ($1, $2, $3, $4, $5, 'any', 'open', '{}', '{}', '2026-01-01')`,
    [county, id, name, version, events.length],
  );
  const owed = events.filter(({ type }) => type === 'NotificationOwed');
  await client.query(
    `insert into vuosikello.notification (county, id, workflow, template, organisation, audience, link, data, state, version, owed_at)
       select $1, n ->> 'id', $2, n ->> 'template', n ->> 'organisation', n ->> 'audience', false, '{}', 'accepted', 2, now()
       from json_array_elements($3::json) n`,
    [county, id, JSON.stringify(owed.map((event) => mailOf(id, event)))],
  );
  const rows = [
    ...events.map(({ seq, kind, type, at, actor, data }) => [id, seq, kind, type, at, actor.id, actor.role, data]),
    ...owed.flatMap((event) =>
      ['NotificationSending', 'NotificationAccepted'].map((type, sent) => {
        const data = { contact: 'c-016-1', language: 'fi', messageId: `<${id}.n${event.seq}@vuosikello.invalid>` };
        return [`${id}.n${event.seq}`, sent + 1, 'fact', type, event.at, 'clock', 'clock', data];
      }),
    ),
  ];
  await client.query(
    `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
       select $1, e ->> 0, (e ->> 1)::integer, e ->> 2, e ->> 3, (e ->> 4)::timestamptz, e ->> 5, e ->> 6, 'bench', e ->> 7
       from json_array_elements($2::json) with ordinality as r (e, place) order by place`,
    [county, JSON.stringify(rows.map((row) => [...row.slice(0, 7), canonicalize(row[7])]))],
  );
  return rows.length;
}

function mailOf(id: string, { seq, data }: WorkflowEvent) {
  const { template, to } = data as { template: string; to: { organisation: string; audience: string } };
  return { id: `${id}.n${seq}`, template, ...to };
}
