import {
  contentHash,
  contentOf,
  envelopeEntry,
  formatVerifierKey,
  Frontier,
  hashLeaf,
  parseNote,
  sha256,
} from '@app/ledger';
import { openStore, type LoggedEvent, type Store } from '@app/store';
import { Client } from 'pg';
import { checkStoredLog } from '../../apps/cli/src/log/check-stored';
import { signedCheckpoint, verifierKeyFromWord } from '../support/memory-log';
import { seeded } from './seeded';
import type { TamperRun } from './tamper-faults';

const county = '09';
const tables = ['event', 'log_leaf', 'log_node', 'log_head', 'log_checkpoint'];
/** More than a tile, so that the tree has stored nodes. */
const size = 300;
const word = 'the log';
const restore = tables
  .map(
    (table) =>
      `delete from vuosikello.${table}; insert into vuosikello.${table} overriding system value select * from public.kept_${table}`,
  )
  .join(';');
const keysOf = () => [formatVerifierKey(verifierKeyFromWord(word))];

type Scene = {
  sql: (text: string, values?: unknown[]) => Promise<unknown[]>;
  events: readonly LoggedEvent[];
  /** A position of the log that was kept. */
  position: number;
  pick: (below: number) => number;
};

const at = ({ events, position }: Scene) => {
  const { stream, seq } = events[position]!;
  return [county, stream, seq];
};
const where = 'where county = $1 and stream = $2 and seq = $3';

/** Rewrites the event so that its leaf fits again; the tree above it is left, or rewritten too. */
async function rewrite(scene: Scene): Promise<Buffer[]> {
  const { sql, events, position } = scene;
  const event = events[position]!;
  const said = { commandId: event.commandId, body: '{"rewritten":"Something Else"}', note: null };
  const salts = { seed: sha256(`another ${position}`).subarray(0, 16) };
  const content = contentHash(contentOf(said, salts));
  const { stream, seq, kind, type, actor } = event;
  const leaf = hashLeaf(
    envelopeEntry({ county, stream, seq, kind, type, at: event.at, actor: actor.id, role: actor.role, content }),
  );
  await sql(`update vuosikello.event set body = $4, note = null, salt = $5 ${where}`, [
    ...at(scene),
    said.body,
    salts.seed,
  ]);
  await sql(`update vuosikello.log_leaf set content_hash = $4, leaf_hash = $5 ${where}`, [...at(scene), content, leaf]);
  return events.map((one) => (one.position === position ? leaf : one.leafHash));
}

async function rewriteTree(scene: Scene): Promise<{ size: number; root: Buffer }> {
  const frontier = Frontier.empty();
  for (const leaf of await rewrite(scene))
    for (const { level, index, hash } of frontier.append(leaf))
      if (level === 8)
        await scene.sql(`update vuosikello.log_node set hash = $3 where county = $1 and level = 1 and index = $2`, [
          county,
          index,
          hash,
        ]);
  await scene.sql(`update vuosikello.log_head set frontier = $2 where county = $1`, [
    county,
    Buffer.concat(frontier.hashes),
  ]);
  return { size: frontier.size, root: frontier.root() };
}

/** How many ways of tampering there are. */
export const databaseTamperings = () => Object.keys(tamperings).length;

/** Whatever somebody can do who is a superuser of the database. */
const tamperings: Record<string, (scene: Scene) => Promise<unknown>> = {
  'change what an event says': (scene) =>
    scene.sql(`update vuosikello.event set body = replace(body, 'Teksti', 'Muutettu') ${where}`, at(scene)),
  'make a body unreadable': (scene) =>
    scene.sql(`update vuosikello.event set salts_left = '{}', salt = null ${where}`, at(scene)),
  'erase a text without saying so': (scene) => {
    const { commandId, body, note, salts } = scene.events[scene.position]!;
    const seed = (salts as { seed: Buffer }).seed;
    const { salt, texts } = contentOf({ commandId, body: body!, note }, { seed });
    const left = Object.entries(texts).map(([pointer, told]) => [
      pointer,
      pointer === '/data/text'
        ? { hash: sha256(told.salt, told.text).toString('hex') }
        : { salt: told.salt.toString('hex') },
    ]);
    const erased = JSON.stringify({ ...(JSON.parse(body!) as object), text: '[poistettu/raderad/erased]' });
    return scene.sql(`update vuosikello.event set body = $4, salt = null, salts_left = $5::jsonb::text ${where}`, [
      ...at(scene),
      erased,
      JSON.stringify({ '': { salt: salt.toString('hex') }, ...Object.fromEntries(left) }),
    ]);
  },
  'change the note': (scene) => scene.sql(`update vuosikello.event set note = 'Muuta' ${where}`, at(scene)),
  'change a salt': (scene) =>
    scene.sql(`update vuosikello.event set salt = uuid_send(gen_random_uuid()) ${where}`, at(scene)),
  'change a column': (scene) => {
    const columns = [
      `type = 'Other'`,
      `actor = 'somebody'`,
      `role = 'clock'`,
      `at = at - interval '1 day'`,
      `command_id = 'x'`,
    ];
    return scene.sql(`update vuosikello.event set ${columns[scene.pick(columns.length)] ?? ''} ${where}`, at(scene));
  },
  'delete an event': (scene) => scene.sql(`delete from vuosikello.event ${where}`, at(scene)),
  'delete a leaf': (scene) => scene.sql(`delete from vuosikello.log_leaf ${where}`, at(scene)),
  'delete both': async (scene) => {
    await scene.sql(`delete from vuosikello.event ${where}`, at(scene));
    await scene.sql(`delete from vuosikello.log_leaf ${where}`, at(scene));
  },
  'cut off the end': ({ sql, position }) =>
    sql(`delete from vuosikello.log_leaf where county = $1 and position >= $2`, [county, position]),
  'exchange two positions': async ({ sql, position }) => {
    const other = (position + 1) % size;
    const move = 'update vuosikello.log_leaf set position = $3 where county = $1 and position = $2';
    for (const [from, to] of [
      [position, 999_999],
      [other, position],
      [999_999, other],
    ])
      await sql(move, [county, from, to]);
  },
  'slip an event in': ({ sql }) =>
    sql(`insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body, xid)
         values ('09', '09.slipped', 1, 'fact', 'Written', vuosikello.business_now(), 'k', 'service', 'slipped', '{}', '3')`),
  'slip a leaf in behind the end': async ({ sql }) => {
    await sql(`insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
         values ('09', '09.slipped', 1, 'fact', 'Written', vuosikello.business_now(), 'k', 'service', 'slipped', '{}')`);
    await sql(`insert into vuosikello.log_leaf (county, position, stream, seq, content_hash, leaf_hash)
         select '09', ${size}, '09.slipped', 1, sha256('a'), sha256('b')`);
  },
  'change a leaf': (scene) => scene.sql(`update vuosikello.log_leaf set leaf_hash = sha256('x') ${where}`, at(scene)),
  'change a content hash': (scene) =>
    scene.sql(`update vuosikello.log_leaf set content_hash = sha256('x') ${where}`, at(scene)),
  'change a stored node': ({ sql }) => sql(`update vuosikello.log_node set hash = sha256('x') where county = '09'`),
  'delete the stored nodes': ({ sql }) => sql(`delete from vuosikello.log_node where county = '09'`),
  'change the edge of the tree': ({ sql }) =>
    sql(`update vuosikello.log_head set frontier = overlay(frontier placing '\\x00' from 5) where county = '09'`),
  'rewrite an event and its leaf': rewrite,
  'rewrite an event and the tree': rewriteTree,
  'rewrite everything and sign with another key': async (scene) => {
    const { root } = await rewriteTree(scene);
    await scene.sql(`update vuosikello.log_checkpoint set note = $2 where county = $1 and size = ${size}`, [
      county,
      signedCheckpoint(size, root, 'a forger'),
    ]);
  },
  'rewrite everything, forget the checkpoints, and sign with the true key': async (scene) => {
    const { root } = await rewriteTree(scene);
    await scene.sql(`delete from vuosikello.log_checkpoint where county = $1 and size < ${size}`, [county]);
    const note = signedCheckpoint(size, root, word);
    await scene.sql(`update vuosikello.log_checkpoint set note = $2 where county = $1`, [county, note]);
  },
  'forget the checkpoints and cut off everything': async ({ sql }) => {
    for (const table of ['log_checkpoint', 'log_leaf', 'log_node', 'log_head', 'event'])
      await sql(`delete from vuosikello.${table} where county = $1`, [county]);
  },
};

/**
 * Tampers with a county's log in a database as its superuser would, and has `log verify` look at it with the log's key and a
 * checkpoint that was kept. Wrong is what it did not catch. The database is put right again after each.
 */
export async function runDatabaseTamperings(
  urls: { engineUrl: string; superuserUrl: string },
  count: number,
  seed: number,
): Promise<TamperRun> {
  const random = seeded(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const store = await openStore({ databaseUrl: urls.engineUrl, applicationName: 'tamper' });
  const client = new Client({ connectionString: urls.superuserUrl });
  await client.connect();
  const sql: Scene['sql'] = async (text, values = []) => (await client.query(text, values)).rows as unknown[];
  const run: TamperRun = { tried: 0, kinds: {}, wrong: [] };
  try {
    const old = await signedLog(store, sql);
    const events = await store.log.read({ county, limit: size });
    const oldSize = Number(parseNote(old).text.split('\n')[1]);
    for (const table of tables) await sql(`create table public.kept_${table} as select * from vuosikello.${table}`);
    // As somebody would who owns the machine: the triggers are taken away first.
    for (const table of tables) await sql(`alter table vuosikello.${table} disable trigger all`);
    const untouched = await checkStoredLog(store.log, county, { keysOf, old });
    if (untouched.fault) run.wrong.push(`untouched: ${untouched.fault.code}, ${untouched.fault.detail}`);
    const names = Object.keys(tamperings);
    for (; run.tried < count; run.tried += 1) {
      const name = names[run.tried % names.length] ?? '';
      const position = pick(oldSize);
      await tamperings[name]?.({ sql, events, position, pick });
      const { fault } = await checkStoredLog(store.log, county, { keysOf, old });
      if (!fault) run.wrong.push(`${run.tried}, ${name} at ${position}: not caught`);
      const found = (run.kinds[name] ??= {});
      const code = fault?.code ?? 'not caught';
      found[code] = (found[code] ?? 0) + 1;
      await client.query(restore);
    }
  } finally {
    await client.end();
    await store.close();
  }
  return run;
}

/** A log of which two checkpoints are signed; gives the one that somebody kept. */
async function signedLog(store: Store, sql: Scene['sql']): Promise<string> {
  const kept = 270;
  await write(sql, 1, kept);
  const old = await seal(store);
  await write(sql, kept + 1, size);
  await seal(store);
  return old;
}

async function write(sql: Scene['sql'], from: number, to: number): Promise<void> {
  await sql(
    `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, note, body)
     select '09', '09.stream-' || (n - 1) % 7, 1 + (n - 1) / 7, 'fact', 'Written', vuosikello.business_now(), 'key', 'service', 'c-' || n,
       case when n % 3 = 0 then 'Huomautus' end, '{"id":"a","text":"Teksti ' || n || '"}' from generate_series($1::integer, $2::integer) n`,
    [from, to],
  );
}

async function seal(store: Store): Promise<string> {
  const end = performance.now() + 30_000;
  while ((await store.log.count(county)) > (await store.log.head(county)).size) {
    await store.log.sequence(county);
    if (performance.now() > end) throw new Error('The log does not grow: does a transaction hold it up?');
  }
  let note = '';
  await store.log.seal(county, 0, async ({ head }) => {
    note = signedCheckpoint(head.size, head.root, word);
    return { note, events: [] };
  });
  return note;
}
